import { keepPlace } from '@/utils/dom/keep-place'
import { homeOf } from '@/utils/dom/move'
import type { Trace } from '@/utils/dom/trace'
import type { LoadedComment, PageComment, ThreadPage } from './thread-page'

type Put = {
  added: PageComment[]
  /** For each, the entry that it stands right before; null at the end. */
  before: (number | null)[]
}

/** An element of the same kind, empty: a page that was fetched gives nothing but its tags and class names. */
const copyOf = (document: Document, pattern: Element | null, fallback: string): HTMLElement => {
  const copy = document.createElement(pattern?.localName ?? fallback)
  if (pattern?.className) copy.className = String(pattern.getAttribute('class') ?? '')
  return copy
}

/** Puts comments of other pages of the thread into this one, marked as loaded, and takes them out with the rest. */
export const createLoadedComments = (page: ThreadPage, trace: Trace) => {
  const { document, root, comments, entryOf } = page
  /** What was there at first: pages before it go above, pages after it below. */
  const firstOwn = comments[0]!.parts.element
  const list = comments[0]!.parts.list ?? homeOf(firstOwn).parentElement ?? root
  let above: Element | null = null

  const build = ({ comment, body, pattern }: LoadedComment): PageComment => {
    const element = copyOf(document, pattern.element, firstOwn.localName)
    element.setAttribute('data-understory-loaded', '')
    if (!document.getElementById(comment.id)) element.id = comment.id
    const header = copyOf(document, pattern.header, 'div')
    const name = document.createElement(comment.author.profileUrl ? 'a' : 'b')
    if (comment.author.profileUrl) name.setAttribute('href', comment.author.profileUrl)
    name.textContent = comment.author.name ?? ''
    const when = document.createElement(comment.permalink ? 'a' : 'span')
    if (comment.permalink) when.setAttribute('href', comment.permalink)
    when.textContent = comment.time.text
    header.append(name, ' ', when)
    const words = copyOf(document, pattern.body === pattern.element ? null : pattern.body, 'div')
    words.append(body)
    element.append(header, words)
    return {
      comment,
      parts: { element, header, body: words, replies: null, ...(comments[0]!.parts.list ? { list } : {}) },
    }
  }

  return (loaded: readonly LoadedComment[], isBefore: boolean): Put => {
    const fresh = loaded.filter(({ comment }) => !entryOf.has(comment.id))
    const built = new Map<string, { made: PageComment; pattern: LoadedComment['pattern'] }>()
    const tops: HTMLElement[] = []
    const added: PageComment[] = []
    for (const one of fresh) {
      const { parentId } = one.comment
      const parent = parentId === null ? undefined : built.get(parentId)
      const comment = { ...one.comment, parentId: parent ? parentId : null }
      const made = build({ ...one, comment })
      built.set(comment.id, { made, pattern: one.pattern })
      added.push(made)
      if (!parent) {
        tops.push(made.parts.element)
        continue
      }
      const { parts } = parent.made
      if (!parts.replies) {
        parts.replies = copyOf(document, parent.pattern.replies, list.localName === 'ol' ? 'ol' : 'div')
        parts.element.append(parts.replies)
      }
      parts.replies.append(made.parts.element)
    }
    const anchor = isBefore ? (above ?? firstOwn) : null
    // While comments are shown in another order, the page's own is that of their markers.
    const home = anchor && homeOf(anchor)
    // The reader's eye stays where it was, although there is more above it now.
    keepPlace(root, () => {
      for (const top of tops)
        trace.insert(top, (node) =>
          isBefore
            ? list.insertBefore(node, home?.parentNode === list ? home : list.firstChild)
            : list.append(node),
        )
    })
    if (isBefore && tops[0]) above = tops[0]
    const next = anchor ? (entryOf.get(anchor.getAttribute('data-understory-comment') ?? '') ?? null) : null
    return { added, before: added.map(() => next) }
  }
}
