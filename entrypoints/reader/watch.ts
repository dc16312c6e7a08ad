import { elementsOf } from '@/utils/dom/comment-parts'
import { isOurs } from '@/utils/dom/controls'
import type { ThreadPage } from '@/utils/enhancements/common/thread-page'

/** Waits until the page's script is done with a burst of changes. */
const settleMs = 150

/** What the page's own script did to a thread. */
export type PageChange =
  /** It put these elements in, which are or hold something like comments, or are comments with another inside. */
  | { kind: 'added'; elements: Element[] }
  /** It took a few comments away. */
  | { kind: 'fewer' }
  /** It rendered the thread anew, or took away what we had added. */
  | { kind: 'undone' }

/**
 * Watches the thread's own element for comments that come or go by the page's own doing; never the whole page.
 * After what was lost nothing further is told.
 * @param earlier what was noted since the thread was read
 */
export const watchThread = (
  { root, comments, entryOf, document, toolbar, watchers }: ThreadPage,
  earlier: readonly MutationRecord[],
  signal: AbortSignal,
  changed: (change: PageChange) => void,
): void => {
  const { length: there } = comments
  /** Elements of comments that their id does not find: others beside it, and those that are marked only later. */
  const others = new Set<Node>()
  let counted = 0
  const isKnown = (node: Element) => {
    for (; counted < comments.length; counted++) {
      const { parts } = comments[counted]!
      if (parts.all || counted >= there) for (const element of elementsOf(parts)) others.add(element)
    }
    const entry = entryOf.get(node.getAttribute('data-understory-comment') ?? '')
    return others.has(node) || (entry !== undefined && comments[entry]!.parts.element === node)
  }
  const tags = elementsOf(comments[0]!.parts).map(({ tagName }) => tagName)
  const mayHoldComments = (node: Node): node is Element =>
    node instanceof Element &&
    // Most of what comes in is what we put beside a comment.
    !isOurs(node) &&
    tags.some((tag) => node.tagName === tag || node.getElementsByTagName(tag).length > 0) &&
    node.isConnected &&
    // The thread itself leaves the document for a moment while we rearrange it.
    !node.contains(root) &&
    !node.hasAttribute('data-understory-loaded') &&
    !isKnown(node)

  let settling: ReturnType<typeof setTimeout> | undefined
  let added = new Set<Element>()
  let lost = 0
  let undone = false

  const settled = () => {
    settling = undefined
    if (undone || lost > comments.length / 2) {
      stop()
      changed({ kind: 'undone' })
    } else if (lost > 0) {
      stop()
      changed({ kind: 'fewer' })
    } else {
      const elements = [...added].filter((element) => element.isConnected)
      added = new Set()
      if (elements.length > 0) changed({ kind: 'added', elements })
    }
  }
  const settle = () => {
    settling ??= setTimeout(settled, settleMs)
  }
  /** Our own moves end where they began, in the document. */
  const take = ({ target, addedNodes, removedNodes }: MutationRecord) => {
    for (const node of removedNodes) {
      if (node.isConnected || !(node instanceof Element)) continue
      const gone = node.querySelectorAll('[data-understory-comment]').length + (isKnown(node) ? 1 : 0)
      lost += gone
      if (gone === 0 && (isOurs(node) || node.querySelector('[data-understory-ui]'))) {
        // With words of the page around what was ours, the page has put others in their place.
        const around = isOurs(node) ? null : (target as Element).closest('[data-understory-comment]')
        if (around) added.add(around)
        else undone = true
        settle()
      } else if (lost > 0) settle()
    }
    for (const node of addedNodes) {
      if (!mayHoldComments(node)) continue
      added.add(node)
      settle()
    }
  }
  const takeAll = (records: readonly MutationRecord[]) => {
    for (const record of records) take(record)
    if (root.isConnected) return
    undone = true
    settle()
  }
  const observer = new MutationObserver(takeAll)
  const pause = () => {
    takeAll(observer.takeRecords())
    observer.disconnect()
  }
  const resume = () => {
    observer.observe(root, { childList: true, subtree: true })
    // A script that renders the list again often replaces the list itself.
    for (let up: Element | null = root.parentElement; up && up !== document.body; up = up.parentElement)
      observer.observe(up, { childList: true })
  }
  const own = { pause, resume }
  const stop = () => {
    watchers.delete(own)
    observer.disconnect()
    clearTimeout(settling)
  }
  resume()
  watchers.add(own)
  signal.addEventListener('abort', stop)
  for (const record of earlier) take(record)
  // A script that undoes everything at once has done so before anybody watched.
  if (!toolbar.element.isConnected) {
    undone = true
    settle()
  }
}
