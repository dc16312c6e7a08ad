import { elementsOf } from '@/utils/dom/comment-parts'
import { elementAt, homeOf } from '@/utils/dom/move'
import type { EnhancedPage } from '@/utils/enhancements/common/enhance'
import type { ReadComment, ReadThread } from '@/utils/sites/common/site-adapter'
import { inSlices } from '@/utils/thread/in-slices'
import { readHere } from './read-here'

const commentMark = 'data-understory-comment'

/** The first comment that the page has at a node, or within it, by id. */
const firstComment = (node: Node): string | null => {
  const element = elementAt(node)
  let found = element?.getAttribute(commentMark) ?? null
  for (let part = element && node.firstChild; part && found === null; part = part.nextSibling)
    found = firstComment(part)
  return found
}

/** The comment that comes next on the page, in its own order, by id; null where none does. */
const nextComment = (element: Element, root: Element): string | null => {
  for (let at: Node | null = element; at && at !== root; at = at.parentNode) {
    at = homeOf(at)
    for (let next = at.nextSibling; next; next = next.nextSibling) {
      const found = firstComment(next)
      if (found !== null) return found
    }
  }
  return null
}

/** Reading a whole page again and again for nothing is spared: each time it waits longer. */
const mostFutile = 5

/**
 * Takes in the comments that the page's script adds to a thread, one burst after the other.
 * @param renew called where the thread is no longer the one that was read
 * @returns what to call with the elements that were added
 */
export const createGrowing = (
  document: Document,
  thread: ReadThread,
  { page, grow }: EnhancedPage,
  signal: AbortSignal,
  renew: (isUndone: boolean) => void,
): ((added: readonly Element[]) => Promise<void>) => {
  let futile = 0
  /** The reading that knows of all comments there are. */
  let latest = thread

  const isFlat = () => page.root.hasAttribute('data-understory-flat')

  /** Where an adapter cannot tell from what was added, the page is read once more and compared. */
  const readAgain = async (): Promise<ReadComment[] | null> => {
    const [found] = (await readHere(document, signal)).threads
    if (found?.platform !== thread.platform || found.root !== thread.root) return null
    const known = found.comments.filter(({ comment, parts }) => {
      const entry = page.entryOf.get(comment.id)
      return entry !== undefined && page.comments[entry]!.parts.element === parts.element
    })
    const added = found.comments.filter(({ comment }) => !page.entryOf.has(comment.id))
    const isSame = known.length === page.comments.length
    if (!isSame || known.length + added.length !== found.comments.length) return null
    // What the earlier reading has not read itself it would not know again.
    if (added.length > 0) latest = found
    return added
  }

  const take = async (elements: readonly Element[]): Promise<void> => {
    const { readAdded } = latest
    let added = readAdded ? await inSlices(readAdded(elements), signal) : null
    // What the adapter does not give again is no comment that was filled in: the page has undone what we had put there.
    const isKept = (element: Element) =>
      !element.hasAttribute(commentMark) || added?.some(({ parts }) => parts.element === element)
    if (!elements.every(isKept)) return renew(true)
    if (!added) {
      if (futile++ >= mostFutile) return
      // In another order than the page's own, a reading would mistake who answers whom.
      added = isFlat() ? null : await readAgain()
      if (added?.length) futile = 0
    }
    if (!added) renew(false)
    else if (added.length > 0)
      await grow(
        added,
        added.map(({ parts }) => {
          const next = nextComment(elementsOf(parts).at(-1)!, page.root)
          return page.entryOf.get(next ?? '') ?? null
        }),
      )
  }

  let last: Promise<void> = Promise.resolve()
  return (elements) => {
    last = last
      .then(() => take(elements))
      .catch((error) => {
        if (!signal.aborted) console.error(error)
      })
    return last
  }
}
