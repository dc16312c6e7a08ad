import { nextElement, previousElement } from '@/utils/dom/unclobbered'

/** One comment, linked to the nearest above it that is less deep and to the one that comes after it. */
type Row = { depth: number; id: string | null; above: Row | null; next: Row | null }

/**
 * Finds the parents of comments that stand in flat rows and only say how deep they are.
 * The parent is the last row above that is less deep; where levels are missing, the nearest there is.
 */
export const createDepthParents = () => {
  const rows = new Map<Node, Row>()
  let last: Row = { depth: Number.NEGATIVE_INFINITY, id: null, above: null, next: null }
  const top = last
  /** The nearest sibling that is a row which was read. */
  const beside = (element: Element, step: (at: Element) => Element | null): Row | null => {
    let at = step(element)
    while (at && !rows.has(at)) at = step(at)
    return (at && rows.get(at)) ?? null
  }
  return {
    has: (element: Node): boolean => rows.has(element),
    /** Takes in the row that follows the one before: in the page's order, unless `startAdding` went elsewhere. */
    parentOf: (element: Node, depth: number, id: string): string | null => {
      let above: Row = last
      while (above.depth >= depth && above.above) above = above.above
      const row: Row = { depth, id, above, next: last.next }
      rows.set(element, row)
      last.next = row
      last = row
      return above.id
    },
    /** Makes ready for rows that the page's script put among the others since. */
    startAdding: (): ((element: Element) => boolean) => {
      let isGoing = false
      /**
       * The next row is this one. False where the rows around it were not read one after the other: then they were
       * rearranged, and nothing tells what a new one among them answers.
       */
      return (element) => {
        const before = beside(element, previousElement) ?? top
        if (isGoing && before === last) return true
        last = before
        isGoing = before.next === beside(element, nextElement)
        return isGoing
      }
    },
  }
}
