import { classOf, nameOf, parentNode } from '@/utils/dom/unclobbered'
import type { Item } from './wordpress-items'

export const isList = (node: Node): boolean => /^(?:OL|UL|DL|TBODY)$/.test(nameOf(node))

/** Where an element is: in which comment, whether a list lies between, and which list or box is outermost. */
type Place = { owner: Item | null; crossed: boolean }

export const createPlaces = (document: Document, byElement: Map<Node, Item>) => {
  const known = new Map<Node, Place>()
  /** What was found on the way to a comment's mark lies in the comment, once that is known to be wider. */
  const claim = (item: Item, mark: Element): void => {
    for (const own of item.all) byElement.set(own, item)
    for (let at: Node | null = mark; at && at !== item.element; at = parentNode(at)) {
      known.delete(at)
      byElement.set(at, item)
    }
  }
  const placeOf = (element: Element): Place => {
    const path: Node[] = []
    let at: Node | null = parentNode(element)
    while (at && at !== document && !known.has(at) && !byElement.has(at)) {
      path.push(at)
      at = parentNode(at)
    }
    const owner = at ? byElement.get(at) : undefined
    let place: Place = owner
      ? { owner, crossed: false }
      : ((at && known.get(at)) ?? { owner: null, crossed: false })
    for (const node of path.reverse()) {
      if (isList(node) || /(?:^|\s)children(?=\s|$)/.test(classOf(node as Element)))
        place = { owner: place.owner, crossed: true }
      known.set(node, place)
    }
    return place
  }
  return { placeOf, claim }
}
