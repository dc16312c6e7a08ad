import type { ThreadPage } from './thread-page'

/** In one list, the lines beside a comment are those of the branches that it is in, outermost first. */
const branchAt = (
  { entryOf, arrangement }: ThreadPage,
  element: Element,
  fromEdge: number,
): number | undefined => {
  const id = element.getAttribute('data-understory-comment')
  const entry = id === null ? undefined : entryOf.get(id)
  const style = getComputedStyle(element)
  const width = Number.parseFloat(style.getPropertyValue('--us-indent'))
  if (entry === undefined || !(fromEdge < Number.parseFloat(style.paddingInlineStart))) return undefined
  const { placements, placeOf } = arrangement.peek()
  const wanted = Math.floor(fromEdge / width)
  let up = placements[placeOf[entry]!]
  // What answers a comment that is missing stands one level in, below nothing.
  while (up && up.depth > wanted) up = placements[placeOf[up.parent]!]
  return up?.entry
}

/**
 * The comment whose branch the line under a pointer stands for. The line is drawn beside the element that holds the
 * replies; a click there hits that element.
 * @param entryOfBranch by such elements, the comment that is answered
 */
export const lineAt = (
  page: ThreadPage,
  entryOfBranch: ReadonlyMap<Element, number>,
  { target, clientX }: MouseEvent,
): number | undefined => {
  if (!(target instanceof Element)) return undefined
  const { left, right } = target.getBoundingClientRect()
  if (target.hasAttribute('data-understory-level')) {
    const isRightToLeft = getComputedStyle(target).direction === 'rtl'
    return branchAt(page, target, isRightToLeft ? right - clientX : clientX - left)
  }
  return clientX < left || clientX > right ? entryOfBranch.get(target) : undefined
}
