import { elementsOf } from '@/utils/dom/comment-parts'
import { isOurs } from '@/utils/dom/controls'
import type { ThreadPage } from '@/utils/enhancements/common/thread-page'

/** Waits until the page's script is done with a burst of changes. */
const settleMs = 150

/**
 * Watches the thread's own element for comments that come or go by the page's own doing.
 * @param renewed called once, with whether comments or what we added to them were taken away
 */
export const watchForNewRendering = (
  { root, comments, document, toolbar }: ThreadPage,
  signal: AbortSignal,
  renewed: (undone: boolean) => void,
): void => {
  const known = new Set<Node>(comments.flatMap(({ parts }) => elementsOf(parts)))
  let settling: ReturnType<typeof setTimeout> | undefined

  const isComment = (node: Node) =>
    node instanceof HTMLElement && (known.has(node) || node.tagName === comments[0]?.parts.element.tagName)
  const added = (node: Node) => !isOurs(node) && isComment(node) && !known.has(node)
  /** Our own moves end where they began, in the document. */
  const taken = (node: Node) => !node.isConnected && (isOurs(node) || isComment(node))

  let undone = false
  const settled = () => {
    stop()
    renewed(undone)
  }
  const observer = new MutationObserver((records) => {
    const lost = !root.isConnected || records.some(({ removedNodes }) => [...removedNodes].some(taken))
    if (!lost && !records.some(({ addedNodes }) => [...addedNodes].some(added))) return
    undone ||= lost
    clearTimeout(settling)
    settling = setTimeout(settled, settleMs)
  })
  const stop = () => {
    observer.disconnect()
    clearTimeout(settling)
  }
  observer.observe(root, { childList: true, subtree: true })
  // A script that renders the list again often replaces the list itself.
  for (let up: Element | null = root.parentElement; up && up !== document.body; up = up.parentElement)
    observer.observe(up, { childList: true })
  signal.addEventListener('abort', stop)
  // A script that undoes everything at once has done so before anybody watched.
  if (!toolbar.element.isConnected) {
    undone = true
    settling = setTimeout(settled, settleMs)
  }
}
