import { owningFrame } from './owning-page'

// Not the height of the root element: without a doctype that is the height of the whole page.
const heightOf = (view: Window | null): number => view?.innerHeight ?? 0

/** A page's script makes the frame that it fills as high as what it holds: the page around it scrolls. */
const around = (document: Document): Window | null => owningFrame(document)?.ownerDocument.defaultView ?? null

/** Where the top of a document is in the window that scrolls it, in px. */
const topOf = (document: Document): number => {
  const frame = owningFrame(document)
  return frame ? frame.getBoundingClientRect().top + frame.clientTop : 0
}

/** What the reader sees of a document: from where to where in its own window, in px. */
export const seenPart = (document: Document): { top: number; bottom: number } => {
  const height = heightOf(document.defaultView)
  const outer = around(document)
  const top = topOf(document)
  return { top: Math.max(0, -top), bottom: outer ? Math.min(height, heightOf(outer) - top) : height }
}

/** Where an element is, in px from the upper edge of the window that scrolls it. */
export const placeOf = (element: Element): number =>
  element.getBoundingClientRect().top + topOf(element.ownerDocument)

/** Scrolls the window that scrolls an element, without delay. */
export const scrollBy = ({ ownerDocument }: Element, top: number): void =>
  (around(ownerDocument) ?? ownerDocument.defaultView)?.scrollBy({ top, behavior: 'instant' })
