import type { TextPlace } from '@/utils/dom/text-places'
import type { Trace } from '@/utils/dom/trace'

/**
 * Puts an element of ours around a stretch of a text node. The text node stays in the document and gets its words
 * back when the page is given back; the words read the same meanwhile.
 * No text node is left without words: where it is out of sight in a long thread, Chromium's renderer ends with an
 * error as soon as a screen reader asks for it.
 */
export const wrapWords = ({ node, from, to }: TextPlace, wrapper: HTMLElement, trace: Trace): void => {
  const { data } = node
  if (from === 0 && to === data.length) {
    trace.insert(wrapper, (own) => node.before(own))
    wrapper.append(node)
    trace.onUndo(() => {
      if (node.parentNode === wrapper) wrapper.before(node)
    })
    return
  }
  wrapper.textContent = data.slice(from, to)
  trace.insert(wrapper, (own) => (from === 0 ? node.before(own) : node.after(own)))
  const after = data.slice(to)
  node.data = from === 0 ? after : data.slice(0, from)
  if (from > 0 && after !== '') {
    const rest = node.ownerDocument.createTextNode(after)
    trace.insert(rest, (own) => wrapper.after(own))
  }
  const written = node.data
  trace.onUndo(() => {
    // What the page's own script wrote there since is its own.
    if (node.data === written) node.data = data
  })
}
