import type { TextPlace } from '@/utils/dom/text-places'
import type { Trace } from '@/utils/dom/trace'

/**
 * Puts an element of ours around a stretch of a text node. The text node stays in the document and gets its words
 * back when the page is given back; the words read the same meanwhile.
 */
export const wrapWords = ({ node, from, to }: TextPlace, wrapper: HTMLElement, trace: Trace): void => {
  const { data } = node
  const after = data.slice(to)
  wrapper.textContent = data.slice(from, to)
  node.data = data.slice(0, from)
  trace.insert(wrapper, (own) => node.after(own))
  const rest = node.ownerDocument.createTextNode(after)
  if (after !== '') trace.insert(rest, (own) => wrapper.after(own))
  const written = node.data
  trace.onUndo(() => {
    // What the page's own script wrote there since is its own.
    if (node.data === written) node.data = data
  })
}
