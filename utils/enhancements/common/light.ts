import type { Trace } from '@/utils/dom/trace'
import type { ThreadPage } from './thread-page'

/** Lights up some comments, and lets those go dark that were lit before. What is seen is around the words. */
export const createLight = ({ comments }: ThreadPage, trace: Trace) => {
  let lit = new Set<number>()
  const show = (entry: number, isLit: boolean) => {
    const { element, body, words } = comments[entry]!.parts
    trace.attribute(element, 'data-understory-lit', isLit ? '' : null)
    for (const part of words ?? [body ?? element])
      trace.attribute(part, 'data-understory-lit', isLit ? 'words' : null)
  }
  return (entries: Iterable<number>): void => {
    const next = new Set(entries)
    for (const entry of lit) if (!next.has(entry)) show(entry, false)
    for (const entry of next) if (!lit.has(entry)) show(entry, true)
    lit = next
  }
}
