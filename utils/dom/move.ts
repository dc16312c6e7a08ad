import { offDocument } from './off-document'

/** Shows elements in another order and remembers, by an empty comment node each, where they came from. */
export type Mover = {
  /** Puts the elements, in this order, at the end of their lists. */
  place(elements: readonly { element: Element; list: Element }[]): void
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
  return {
    place: (elements) =>
      offDocument(root, () => {
        for (const { element } of elements) {
          if (markers.has(element)) continue
          const marker = root.ownerDocument.createComment('')
          element.before(marker)
          markers.set(element, marker)
        }
        for (const { element, list } of elements) put(list, element, null)
      }),
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
