/** A stretch of one text node, in UTF-16 units. */
export type TextPlace = { node: Text; from: number; to: number }

const silent = /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|TEXTAREA|SELECT|IFRAME|OBJECT)$/

// The post may be in the page around the thread's frame, where `Element` is another one.
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE

const isSpace = (unit: string): boolean => /\s/.test(unit)

/**
 * Finds words of an element's plain text in its text nodes. Plain text has other white space than the page, and none
 * of what is left out, but the same letters in the same order: these are counted.
 * @param isLeftOut says of an element within that its words are not in `text`
 * @returns for a stretch of `text`, the text nodes that hold it; [] where the page says something else
 */
export const createTextPlaces = (
  roots: readonly Element[],
  text: string,
  isLeftOut: (element: Element) => boolean,
): ((start: number, end: number) => TextPlace[]) => {
  const nodes: Text[] = []
  for (const root of roots) {
    const walker = root.ownerDocument.createTreeWalker(
      root,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
      (node) =>
        isElement(node) && (silent.test(node.tagName) || isLeftOut(node))
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_ACCEPT,
    )
    while (walker.nextNode()) if (!isElement(walker.currentNode)) nodes.push(walker.currentNode as Text)
  }

  return (start, end) => {
    let letter = 0
    for (let k = 0; k < start; k++) if (!isSpace(text[k]!)) letter++
    const wanted = text.slice(start, end).replace(/\s+/g, '')
    const last = letter + wanted.length
    const places: TextPlace[] = []
    let found = ''
    let seen = 0
    for (const node of nodes) {
      const { data } = node
      let from = -1
      let to = -1
      for (let k = 0; k < data.length && seen < last; k++) {
        if (isSpace(data[k]!)) continue
        if (seen >= letter) {
          if (from < 0) from = k
          to = k + 1
          found += data[k]
        }
        seen++
      }
      if (from >= 0) places.push({ node, from, to })
      if (seen >= last) break
    }
    return found === wanted ? places : []
  }
}
