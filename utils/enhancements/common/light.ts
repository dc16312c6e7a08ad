import { createTrace, type Trace } from '@/utils/dom/trace'
import type { ThreadPage } from './thread-page'

/** By page: how many have lit a comment up, by its entry. */
const lamps = new WeakMap<ThreadPage, { trace: Trace; lit: Map<number, number> }>()

/**
 * Lights up some comments, and lets those go dark that were lit before; one that others have lit up stays lit.
 * What is seen is around the words.
 */
export const createLight = (page: ThreadPage, signal: AbortSignal) => {
  const { trace, lit } = lamps.get(page) ?? { trace: createTrace(signal), lit: new Map<number, number>() }
  lamps.set(page, { trace, lit })
  let own = new Set<number>()
  const count = (entry: number, change: 1 | -1) => {
    const now = (lit.get(entry) ?? 0) + change
    lit.set(entry, now)
    const { element, body, words } = page.comments[entry]!.parts
    trace.attribute(element, 'data-understory-lit', now ? '' : null)
    for (const part of words ?? [body ?? element])
      trace.attribute(part, 'data-understory-lit', now ? 'words' : null)
  }
  return (entries: Iterable<number>): void => {
    const next = new Set(entries)
    for (const entry of own) if (!next.has(entry)) count(entry, -1)
    for (const entry of next) if (!own.has(entry)) count(entry, 1)
    own = next
  }
}
