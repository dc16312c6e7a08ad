import { browser } from '@/utils/browser'
import { parseAddress, parseIds, parseNewClip } from '@/utils/clips/clip-schema'
import { clipDatabase } from '@/utils/clips/database'
import { importLibrary } from '@/utils/clips/import-library'
import { clippedOnPage } from '@/utils/clips/page-clips'
import { refusalOf } from '@/utils/clips/refusal'
import { saveClip } from '@/utils/clips/save-clip'
import { restore, trash } from '@/utils/clips/trash'
import { onMessage, type Refusal, sendMessage } from '@/utils/messages/protocol'
import { refusedInPrivate } from './private-clips'
import { isOurPage, isOurs } from './senders'

const stranger: Refusal = { error: 'invalid', message: 'sender: this may not be asked from here' }

/** Whatever goes wrong is an answer: a page that waits for one must not wait for ever. */
const answered = async <T>(allowed: boolean, work: () => Promise<T>): Promise<T | Refusal> => {
  if (!allowed) return stranger
  try {
    return await work()
  } catch (error) {
    return refusalOf(error)
  }
}

const tellTab = async (tabId: number): Promise<void> => {
  try {
    await sendMessage('clipsChanged', undefined, tabId)
  } catch {
    // No reader in that tab, which is nothing to worry about.
  }
}

/**
 * Tells all readers that the library changed. Which posts they show they know best: a tab's address may say more, or
 * less, than that of the post. Only tabs that the extension may see have an address.
 */
const tellTabs = async (): Promise<void> => {
  const tabs = await browser.tabs.query({})
  await Promise.all(
    tabs.flatMap(({ id, url }) => (id !== undefined && /^https?:/.test(url ?? '') ? tellTab(id) : [])),
  )
}

/** The answer does not wait for it, and does not suffer from it. */
const tellLater = (): void => {
  tellTabs().catch(() => undefined)
}

const move = async (moving: ReturnType<typeof restore>): Promise<{ changed: number }> => {
  const moved = await moving
  if (moved.changed > 0) tellLater()
  return moved
}

/** Answers everything that is asked of the library. Called once, when the background starts. */
export const registerClipHandlers = (): void => {
  onMessage('clipSave', ({ data, sender }) =>
    answered(isOurs(sender), async () => {
      const clip = parseNewClip(data)
      const refused = await refusedInPrivate(sender)
      if (refused) return refused
      const saved = await saveClip(clipDatabase(), clip, new Date())
      if (saved.outcome !== 'unchanged') tellLater()
      return saved
    }),
  )
  onMessage('clipsOnPage', ({ data, sender }) =>
    answered(isOurs(sender), async () => clippedOnPage(clipDatabase(), parseAddress(data))),
  )
  onMessage('clipsTrash', ({ data, sender }) =>
    answered(isOurPage(sender), async () => move(trash(clipDatabase(), parseIds(data), new Date()))),
  )
  onMessage('clipsRestore', ({ data, sender }) =>
    answered(isOurPage(sender), async () => move(restore(clipDatabase(), parseIds(data)))),
  )
  onMessage('clipsImport', ({ data, sender }) =>
    answered(isOurPage(sender), async () => {
      const report = await importLibrary(clipDatabase(), data)
      if (report.imported + report.updated > 0) tellLater()
      return report
    }),
  )
}
