import { elementsOf } from '@/utils/dom/comment-parts'
import { isOurs } from '@/utils/dom/controls'
import type { ThreadPage } from '@/utils/enhancements/common/thread-page'

/** Waits until the page's script is done with a burst of changes. */
const settleMs = 150

/**
 * Watches the thread's own element for comments that come or go by the page's own doing.
 * @param renewed called once, with whether comments that we had enhanced were taken away
 */
export const watchForNewRendering = (
  { root, comments, document }: ThreadPage,
  signal: AbortSignal,
  renewed: (undone: boolean) => void,
): void => {
  const known = new Set<Node>(comments.flatMap(({ parts }) => elementsOf(parts)))
  let settling: ReturnType<typeof setTimeout> | undefined

  const isComment = (node: Node) =>
    node instanceof HTMLElement &&
    (known.has(node) || node.tagName === comments[0]?.parts.element.tagName) &&
    !isOurs(node)

  const changed = (records: MutationRecord[]): boolean =>
    records.some(
      ({ addedNodes, removedNodes }) =>
        [...addedNodes].some((node) => isComment(node) && !known.has(node)) ||
        [...removedNodes].some((node) => isComment(node) && !node.isConnected),
    )

  const settled = () => {
    const lost = comments.some(({ parts }) => !parts.element.isConnected)
    stop()
    renewed(lost || !root.isConnected)
  }
  const observer = new MutationObserver((records) => {
    const rootLost = !root.isConnected
    if (!rootLost && !changed(records)) return
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
}
