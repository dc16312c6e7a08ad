import { elementsOf } from '@/utils/dom/comment-parts'
import type { Trace } from '@/utils/dom/trace'
import type { ThreadPage } from './thread-page'

/** Lights up some comments, and lets those go dark that were lit before. */
export const createLight = ({ comments }: ThreadPage, trace: Trace) => {
  let lit: readonly Element[] = []
  return (entries: Iterable<number>): void => {
    const next = [...entries].flatMap((entry) => elementsOf(comments[entry]!.parts))
    for (const element of lit)
      if (!next.includes(element as HTMLElement)) trace.attribute(element, 'data-understory-lit', null)
    for (const element of next) trace.attribute(element, 'data-understory-lit', '')
    lit = next
  }
}
