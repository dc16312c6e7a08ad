import { letGo } from '@/utils/dom/keep-place'
import { createTrace, type Trace } from '@/utils/dom/trace'
import type { ThreadPage } from './thread-page'

/** Opens every folded branch that hides a comment. */
export const reveal = ({ comments, arrangement, folded }: ThreadPage, entry: number): void => {
  const { placements, placeOf } = arrangement.peek()
  const open = new Set(folded.peek())
  for (let up = placements[placeOf[entry]!]!.parent; up >= 0; up = placements[placeOf[up]!]!.parent)
    open.delete(comments[up]!.comment.id)
  if (open.size !== folded.peek().size) folded.value = open
}

/** Only one comment at a time is marked as the one that was gone to. */
const goneTo = new WeakMap<ThreadPage, { trace: Trace; element: Element | null }>()

/** Goes to a comment: opens what hides it, scrolls there, marks it and moves the focus for those who listen. */
export const goTo = (page: ThreadPage, entry: number, signal: AbortSignal): void => {
  letGo()
  reveal(page, entry)
  const last = goneTo.get(page) ?? { trace: createTrace(signal), element: null }
  goneTo.set(page, last)
  const { element } = page.comments[entry]!.parts
  if (last.element) last.trace.attribute(last.element, 'data-understory-target', null)
  last.trace.attribute(element, 'data-understory-target', '')
  last.element = element
  if (!element.hasAttribute('tabindex')) last.trace.attribute(element, 'tabindex', '-1')
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'start', behavior: 'instant' })
}

/** Goes to a comment as a link does: "back" returns. Not by a link's own way: the page may have a `base`. */
export const followTo = (page: ThreadPage, entry: number, signal: AbortSignal): void => {
  page.document.location.hash = encodeURIComponent(page.comments[entry]!.comment.id)
  goTo(page, entry, signal)
}
