import { sendMessage } from '@/utils/messages/protocol'
import { adapterParts, broughtAdapters } from '@/utils/sites/common/brought'
import { builtIn } from '@/utils/sites/common/built-in'
import { type PageReading, readPage } from '@/utils/sites/common/read-page'
import type { AdapterModule } from '@/utils/sites/common/registry'
import { inSlices } from '@/utils/thread/in-slices'
import { noteChanges } from './note-changes'

/** Whom to ask, one after the other; what is not here yet is brought. */
async function* adapters(): AsyncGenerator<readonly AdapterModule[]> {
  yield builtIn
  for (const part of adapterParts) {
    if (!broughtAdapters(part)) await sendMessage('partInject', part)
    yield broughtAdapters(part) ?? []
  }
}

/** Reads the page with the first adapter that claims it; a page that a platform's adapter stumbles over is not guessed. */
export const readHere = async (document: Document, signal: AbortSignal): Promise<PageReading> => {
  const doubts: string[] = []
  for await (const modules of adapters()) {
    const reading = await inSlices(readPage(document, modules), signal)
    if (reading.threads.length > 0) return reading
    doubts.push(...reading.doubts)
    if (doubts.length > 0 && modules !== builtIn) break
  }
  return { threads: [], doubts }
}

/** What the page's script changes in a thread while it is read would be missed; once more is enough for most. */
export const readWhole = async (document: Document, signal: AbortSignal): Promise<PageReading> => {
  // Where the thread is will be known in the end only.
  const changesMeanwhile = noteChanges(document, signal)
  const reading = await readHere(document, signal).finally(changesMeanwhile)
  const isStale = changesMeanwhile().some(({ target }) =>
    reading.threads.some(({ root }) => root.contains(target)),
  )
  return isStale ? readHere(document, signal) : reading
}
