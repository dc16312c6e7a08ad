import { type Groups, groupSize, isGroup } from './groups'
import { offDocument } from './off-document'
import { outwards } from './outwards'

/** A comment: its elements, which stay together, and the list that it is shown in. */
export type Placed = { elements: readonly Element[]; list: Element }

/** Shows comments in another order and remembers, by an empty comment node each, where their elements came from. */
export type Mover = {
  /**
   * Puts the comments, in this order, into their lists, after the place of the last of them: where each had an element
   * around it, the page's script may look for these.
   * @param groups what to put them into there; by default the lists themselves
   */
  place(comments: readonly Placed[], groups?: Groups): void
  /**
   * The same step by step on the page, and says with each step which comments, by their index, have been moved.
   * @param seen what the reader sees: what is around it comes first and stays there, and what is further up and down
   *   follows; null for the start of the list
   */
  placing(comments: readonly Placed[], groups?: Groups, seen?: Element | null): Generator<readonly number[]>
  /** Puts one more comment right before another one, or at the end of its list. */
  insert(comment: Placed, before: Element | null): void
  /** Puts everything back to where it came from. */
  restore(): void
}

type Movable = ParentNode & Node & { moveBefore?: (node: Node, child: Node | null) => void }

/** `moveBefore` keeps focus, frames and animations alive; where it is missing or refuses, the old way does. */
const put = (parent: Movable, node: Node, wanted: Node | null): void => {
  const before = wanted?.parentNode === parent ? wanted : null
  if (parent.moveBefore && parent.isConnected && node.isConnected) parent.moveBefore(node, before)
  else parent.insertBefore(node, before)
}

/** The child of a list that an element is, or is in. */
const childOf = (list: Element, element: Element | null): Element | null => {
  let up = element
  while (up && up.parentElement !== list) up = up.parentElement
  return up
}

/** The first and the last child of a list that are, or hold, some of these elements; a heading or a form is around them. */
const endsOf = (list: Element, elements: ReadonlySet<Element>) => {
  const children = [...list.children]
  const holds = (child: Element) =>
    elements.has(child) || isGroup(child) || [...elements].some((element) => child.contains(element))
  return { first: children.find(holds) ?? null, last: children.findLast(holds) ?? null }
}

/** The group that is seen is laid out as a whole: it reaches so many comments up from the one seen, and so many down. */
const seenUp = 12
const seenDown = 20

/**
 * Where so many comments are cut into groups, each at an even number, so that stripes go on.
 * @param seenAt which one the reader sees; null where all are placed before anything is seen
 */
const cutsOf = (count: number, seenAt: number | null): number[] => {
  const even = (place: number) => place - (place % 2)
  const start = even(Math.max(0, (seenAt ?? 0) - seenUp))
  const next = seenAt === null ? groupSize : even(seenAt + seenDown)
  const cuts = new Set([0])
  for (let cut = start % groupSize; cut <= start; cut += groupSize) cuts.add(cut)
  for (let cut = next; cut < count; cut += groupSize) cuts.add(cut)
  return [...cuts]
}

/** From an element that is shown elsewhere to its marker, where the page has it, and back. */
const counterparts = new WeakMap<Node, Node>()

/** What is where the page has an element: its marker while it is shown elsewhere, else itself. */
export const homeOf = (element: Node): Node => counterparts.get(element) ?? element

/** The element that the page has at a node; null for one that is just shown there. */
export const elementAt = (node: Node): Element | null => {
  const other = counterparts.get(node)
  const element = other ?? node
  return element instanceof Element ? element : null
}

/** @param root holds all the lists that elements are placed in */
export const createMover = (root: HTMLElement): Mover => {
  const document = root.ownerDocument
  const markers = new Map<Element, Comment>()
  /** By list: what comes right after the comments that are placed there. */
  const ends = new Map<Element, Comment>()
  const remember = (element: Element) => {
    if (markers.has(element)) return
    const marker = document.createComment('')
    element.before(marker)
    markers.set(element, marker)
    counterparts.set(element, marker).set(marker, element)
  }
  /** What the page has taken away is not ours to bring back. While things move, the root may be out of the document. */
  const isThere = ({ elements }: Placed): boolean => root.contains(elements[0]!)
  let shown: Groups | undefined

  const placing: Mover['placing'] = function* (comments, groups, seen) {
    const last = shown
    shown = groups
    const lists = Map.groupBy(comments.keys(), (index) => comments[index]!.list)
    for (const [list, all] of lists) {
      const seenAt = all.findIndex((index) => comments[index]!.elements.some((element) => element === seen))
      const elements = new Set(all.map((index) => comments[index]!.elements[0]!))
      ends.get(list)?.remove()
      const end = document.createComment('')
      ends.set(list, end)
      const { first: firstChild, last: lastChild } = endsOf(list, elements)
      const after = lastChild?.nextSibling ?? null
      list.insertBefore(end, seen === undefined ? after : (childOf(list, seen) ?? firstChild))
      const cuts = cutsOf(all.length, seen === undefined ? null : Math.max(0, seenAt))
      const first = cuts.findLastIndex((cut) => cut <= Math.max(0, seenAt))
      /** What the comments begin with that have been placed: those above them go there. */
      let top: Node = end
      for (const at of outwards(first, cuts.length)) {
        const moved = all.slice(cuts[at], cuts[at + 1]).filter((index) => isThere(comments[index]!))
        const before = at < first ? top : end
        const isSeen = seen !== undefined && at === first
        const place = groups?.create(list, moved.length, { at, of: cuts.length, isSeen })
        if (place) put(list, place.group, before)
        for (const element of moved.flatMap((index) => comments[index]!.elements)) {
          remember(element)
          if (place) put(place.group, element, place.end)
          else put(list, element, before)
        }
        if (at <= first) top = place?.group ?? comments[moved[0]!]?.elements[0] ?? top
        yield moved
      }
      // The page may have taken it away meanwhile.
      if (after && after.parentNode !== list) continue
      const left: ChildNode[] = []
      for (let node = end.nextSibling; node && node !== after; node = node.nextSibling) left.push(node)
      if (left.some((node) => node instanceof Element)) for (const node of left) put(list, node, top)
    }
    last?.remove()
    groups?.finish()
  }
  return {
    placing,
    place: (comments, groups) =>
      offDocument(root, () => {
        for (const _ of placing(comments, groups));
      }),
    insert: (comment, before) => {
      if (!isThere(comment)) return
      const { elements, list } = comment
      const parent = shown?.groupFor(list, before) ?? list
      for (const element of elements) {
        remember(element)
        put(parent, element, before ?? (parent === list ? (ends.get(list) ?? null) : null))
      }
    },
    restore: () =>
      offDocument(root, () => {
        for (const [element, marker] of markers) {
          if (marker.parentNode && root.contains(element)) put(marker.parentNode, element, marker)
          marker.remove()
          counterparts.delete(element)
        }
        markers.clear()
        for (const end of ends.values()) end.remove()
        ends.clear()
        shown?.remove()
        shown = undefined
      }),
  }
}
