import type { Groups } from './groups'
import { offDocument } from './off-document'

/** A comment: its elements, which stay together, and the list that it is shown in. */
export type Placed = { elements: readonly Element[]; list: Element }

/** Shows comments in another order and remembers, by an empty comment node each, where their elements came from. */
export type Mover = {
  /**
   * Puts the comments, in this order, at the end of their lists.
   * @param groups what to put them into there; by default the lists themselves
   */
  place(comments: readonly Placed[], groups?: Groups): void
  /** Puts one more comment right before another one, or at the end of its list. */
  insert(comment: Placed, before: Element | null): void
  /** Puts everything back to where it came from. */
  restore(): void
}

type Movable = ParentNode & Node & { moveBefore?: (node: Node, child: Node | null) => void }

/** `moveBefore` keeps focus, frames and animations alive; where it is missing or refuses, the old way does. */
const put = (parent: Movable, node: Node, before: Node | null): void => {
  if (parent.moveBefore && parent.isConnected && node.isConnected) parent.moveBefore(node, before)
  else parent.insertBefore(node, before)
}

/** @param root holds all the lists that elements are placed in */
export const createMover = (root: HTMLElement): Mover => {
  const markers = new Map<Element, Comment>()
  const remember = (element: Element) => {
    if (markers.has(element)) return
    const marker = root.ownerDocument.createComment('')
    element.before(marker)
    markers.set(element, marker)
  }
  let shown: Groups | undefined
  return {
    place: (comments, groups) =>
      offDocument(root, () => {
        for (const { elements } of comments) for (const element of elements) remember(element)
        for (const { elements, list } of comments) {
          const parent = groups?.next(list) ?? list
          for (const element of elements) put(parent, element, null)
        }
        shown?.remove()
        groups?.show()
        shown = groups
      }),
    insert: ({ elements, list }, before) => {
      const parent = shown?.groupFor(list, before) ?? list
      for (const element of elements) {
        remember(element)
        put(parent, element, before?.parentNode === parent ? before : null)
      }
    },
    restore: () =>
      offDocument(root, () => {
        for (const [element, marker] of markers) {
          if (marker.parentNode) put(marker.parentNode, element, marker)
          marker.remove()
        }
        markers.clear()
        shown?.remove()
        shown = undefined
      }),
  }
}
