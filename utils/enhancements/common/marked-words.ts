import type { TextPlace } from '@/utils/dom/text-places'
import type { Trace } from '@/utils/dom/trace'

/**
 * Puts an element of ours around a stretch of a text node. The text node stays in the document and gets its words
 * back when the page is given back; the words read the same meanwhile.
 */
export const wrapWords = ({ node, from, to }: TextPlace, wrapper: HTMLElement, trace: Trace): void => {
  const { data } = node
  const [before, words, after] = [data.slice(0, from), data.slice(from, to), data.slice(to)]
  wrapper.textContent = words
  node.data = before
  const rest = node.ownerDocument.createTextNode(after)
  node.after(wrapper, ...(after === '' ? [] : [rest]))
  trace.onUndo(() => {
    const isAsWritten =
      node.nextSibling === wrapper &&
      node.data === before &&
      wrapper.textContent === words &&
      (after === '' || (wrapper.nextSibling === rest && rest.data === after))
    // What the page's own script, or a translator, wrote there since is its own: only the element is taken away.
    if (!isAsWritten) return wrapper.replaceWith(...wrapper.childNodes)
    wrapper.remove()
    rest.remove()
    node.data = data
  })
}
