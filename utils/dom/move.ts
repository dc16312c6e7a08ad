import { offDocument } from './off-document'

export type Placed = { element: Element; list: Element }

/** Shows elements in another order and remembers, by an empty comment node each, where they came from. */
export type Mover = {
  /** Puts the elements, in this order, at the end of their lists. */
  place(elements: readonly Placed[]): void
  /** Puts one more element right before another one, or at the end of its list. */
  insert(placed: Placed, before: Element | null): void
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
  return {
    place: (elements) =>
      offDocument(root, () => {
        for (const { element } of elements) remember(element)
        for (const { element, list } of elements) put(list, element, null)
      }),
    insert: ({ element, list }, before) => {
      remember(element)
      put(list, element, before?.parentNode === list ? before : null)
    },
    restore: () =>
      offDocument(root, () => {
        for (const [element, marker] of markers) {
          if (marker.parentNode) put(marker.parentNode, element, marker)
          marker.remove()
        }
        markers.clear()
      }),
  }
}
