import { find, findAll, firstElement, matches, nextElement, parentNode } from '@/utils/dom/unclobbered'

/** A page without its thread: looking for a title must not look through ten thousand comments. */
export type PageScope = {
  document: Document
  /** The first match outside of the thread, in document order. */
  find(selector: string): HTMLElement | null
  findAll(selector: string): HTMLElement[]
}

/** The elements beside the path that leads from `top` down to `hole`, in document order: all but the hole. */
const piecesAround = (top: Element, hole: Element): Element[] => {
  const before: Element[] = []
  const after: Element[] = []
  for (let inner: Element = hole; inner !== top; ) {
    const outer = parentNode(inner) as Element | null
    if (!outer) break
    const earlier: Element[] = []
    const later: Element[] = []
    let pieces = earlier
    for (let child = firstElement(outer); child; child = nextElement(child)) {
      if (child === inner) pieces = later
      else pieces.push(child)
    }
    before.unshift(...earlier)
    after.push(...later)
    inner = outer
  }
  return [...before, ...after]
}

/** @param within the part of the page to look in; all of it, where it is left out */
export const createPageScope = (document: Document, hole: Element, within?: Element): PageScope => {
  const pieces = piecesAround(within ?? (find(document, 'html') as Element), hole)
  const findInAll = (selector: string): HTMLElement[] =>
    pieces.flatMap((piece) => [
      ...(matches(piece, selector) ? [piece as HTMLElement] : []),
      ...findAll(piece, selector),
    ])
  const findFirst = (selector: string): HTMLElement | null => {
    for (const piece of pieces) {
      const found = matches(piece, selector) ? (piece as HTMLElement) : find(piece, selector)
      if (found) return found
    }
    return null
  }
  return { document, find: findFirst, findAll: findInAll }
}
