/**
 * The frame that the script's own document stands in, where that has no address: a page's script has made and filled
 * it. Asked of the window, whose names no page can take.
 */
export const owningFrame = (of: Document): Element | null =>
  of === document && location.protocol === 'about:' ? frameElement : null

/**
 * The page that tells host, address and post of a document: the page around it, where a script of that page fills a
 * frame without an address. Frames with an address, of whatever site, are pages of their own.
 */
export const owningPage = (of: Document): Document => owningFrame(of)?.ownerDocument ?? of
