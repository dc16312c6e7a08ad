import { doubt } from './doubt'
import { withLinkedAnswers } from './linked-answers'
import { mayReadInSteps } from './may-read'
import type { AdapterModule } from './registry'
import type { ReadThread } from './site-adapter'

/** What was read of a page, and what looks wrong about it, in sentences for the reader. */
export type PageReading = { threads: ReadThread[]; doubts: string[] }

/**
 * Reads a page with the one adapter that claims it: the first that finds comments.
 * @param modules whom to ask, in this order
 */
export function* readPage(
  document: Document,
  modules: readonly AdapterModule[],
): Generator<void, PageReading> {
  const failures: string[] = []
  for (const { adapter, hint } of modules) {
    if (!(yield* mayReadInSteps(hint, document))) continue
    try {
      const found = yield* adapter.read(document)
      if (found.length === 0) continue
      yield
      const threads: ReadThread[] = []
      for (const thread of found) threads.push(yield* withLinkedAnswers(thread))
      yield
      return { threads, doubts: threads.flatMap((thread) => doubt(thread) ?? []) }
    } catch (error) {
      // A page that one adapter stumbles over may still be another's.
      failures.push(
        `${adapter.name} comments could not be read: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }
  return { threads: [], doubts: failures }
}
