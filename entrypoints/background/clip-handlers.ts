import { browser } from '@/utils/browser'
import { parseAddress, parseIds, parseNewClip } from '@/utils/clips/clip-schema'
import { clipDatabase } from '@/utils/clips/database'
import { importLibrary } from '@/utils/clips/import-library'
import { pageKey } from '@/utils/clips/natural-key'
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
 * Tells the readers of some pages that the library changed. Only tabs that the extension may see have an address.
 * @param pageUrls the pages; without, every page
 */
const tellTabs = async (pageUrls?: string[]): Promise<void> => {
  const keys = pageUrls && new Set(pageUrls.map(pageKey))
  const tabs = await browser.tabs.query({})
  const shows = (url: string | undefined) =>
    url !== undefined && /^https?:/.test(url) && (keys === undefined || keys.has(pageKey(url)))
  await Promise.all(tabs.flatMap(({ id, url }) => (id !== undefined && shows(url) ? tellTab(id) : [])))
}

/** The answer does not wait for it, and does not suffer from it. */
const tellLater = (pageUrls?: string[]): void => {
  tellTabs(pageUrls).catch(() => undefined)
}

const move = async (moving: ReturnType<typeof restore>): Promise<{ changed: number }> => {
  const { changed, pageUrls } = await moving
  if (changed > 0) tellLater(pageUrls)
  return { changed }
}

/** Answers everything that is asked of the library. Called once, when the background starts. */
export const registerClipHandlers = (): void => {
  onMessage('clipSave', ({ data, sender }) =>
    answered(isOurs(sender), async () => {
      const clip = parseNewClip(data)
      const refused = await refusedInPrivate(sender)
      if (refused) return refused
      const saved = await saveClip(clipDatabase(), clip, new Date())
      if (saved.outcome !== 'unchanged') tellLater([clip.source.pageUrl])
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
