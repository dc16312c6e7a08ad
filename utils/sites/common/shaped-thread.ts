import { attribute, closest, find, findAll, isWithin, matches, parentNode } from '@/utils/dom/unclobbered'
import { itemsAdded } from './added-items'
import { assembleThread, createCommentReader } from './comment-reader'
import { createNesting } from './nesting'
import type { PageScope } from './page-scope'
import type { ReadComment, ReadThread, ThreadPages } from './site-adapter'

/** How a platform marks its comments, in selectors. What they find counts only outside of nested comments. */
export type Shape = {
  platform: string
  /** Every comment, or something in every comment that `itemOf` goes up from. */
  items: string
  itemOf?: (mark: HTMLElement) => Element | null
  /** The line that names the author; what is around the name, where it is left out. */
  header?: string
  body: string
  name: string
  nameOf?: (name: Element) => string | null
  time?: string
  /** The displayed time as words, where its element says more. */
  timeOf?: (time: Element) => string
  /** Leads to the comment. */
  link?: string
  idOf?: (item: HTMLElement, own: (selector: string) => HTMLElement | null) => string | null
  /** Id of the comment that a reply says it answers, where it stands in a list with others; counts where that was read. */
  answers?: (own: (selector: string) => HTMLElement | null) => string | null | undefined
  /** Is there where the post's author speaks. */
  postAuthor?: string
  /** Marks the comment, or something in it, where it was deleted. */
  deleted?: string
  /** A comment that was deleted keeps its place, but nothing in it says so: it has no body. */
  losesBody?: true
  /** What the words are where the comment was deleted, and nobody else would write. */
  deletedWords?: RegExp
  licenceOf?: (item: HTMLElement, own: (selector: string) => HTMLElement | null) => string | null
  /** Within the body and not the commenter's words: the class without its dot. */
  except?: string
  /** Around replies. */
  replies?: string
  /** Around the comments of one thread, where a page may have several. */
  list?: string
  /** A comment without a body means that something else is marked like comments here. */
  isStrict?: true
  more?: (
    scope: PageScope,
    comments: readonly ReadComment[],
  ) => { declaredCount?: number | null; hasMore?: boolean; pages?: ThreadPages | null }
}

/** What is around a name, as long as it is not the comment itself. */
const headerOf = (name: HTMLElement | null, item: Element): HTMLElement | null => {
  const around = name && (parentNode(name) as HTMLElement)
  return around === item ? name : around
}

/** Reads comments that are nested by containment, or not at all. */
export function* readShaped(document: Document, shape: Shape): Generator<void, ReadThread[]> {
  const { itemOf } = shape
  const marks = findAll(document, shape.items)
  yield
  const items = new Set<Node>()
  const ownerOf = (element: Element): Element | null => {
    let at: Node | null = element
    while (at && !items.has(at)) at = parentNode(at)
    return at as Element | null
  }
  /** A link to the comment, not to its author. */
  const linkIn = (item: Element, name: Element | null): Element | null => {
    for (const link of shape.link ? findAll(item, shape.link) : [])
      if (!(name && isWithin(link, name))) return ownerOf(link) === item ? link : null
    return null
  }
  const read = createCommentReader(document)
  const nesting = createNesting()
  const ids = new Set<string>()
  /** Null where a mark is in no thread that was read, or the marks are something else's. */
  const readItems = function* (
    marks: ArrayLike<HTMLElement>,
    root: Element | null,
  ): Generator<void, ReadComment[] | null> {
    const comments: ReadComment[] = []
    const found = new Set<HTMLElement>()
    for (const mark of Array.from(marks)) {
      const item = itemOf ? (itemOf(mark) as HTMLElement | null) : mark
      if (item && !nesting.has(item)) found.add(item)
    }
    for (const item of found) items.add(item)
    yield
    let passed = 0
    for (const item of found) {
      if (root && !isWithin(item, root)) return null
      passed += 1
      if (passed % 8 === 0) yield
      const own = (selector: string | undefined): HTMLElement | null => {
        const found = selector ? find(item, selector) : null
        return found && ownerOf(found) === item ? found : null
      }
      const parent = nesting.around(item)
      // What a commenter wrote is part of a body, whatever it looks like.
      if (parent?.parts.body && isWithin(item, parent.parts.body)) continue
      const body = own(shape.body)
      const isMarked = !!shape.deleted && (matches(item, shape.deleted) || own(shape.deleted) !== null)
      const deleted = isMarked || (!body && !!shape.losesBody)
      if (!body && !deleted) {
        if (shape.isStrict) return null
        continue
      }
      const name = own(shape.name)
      const time = own(shape.time)
      const list = shape.list && closest(item, shape.list)
      const comment = read(
        {
          element: item,
          header: shape.header ? own(shape.header) : headerOf(name, item),
          body,
          name,
          nameText: name && shape.nameOf ? shape.nameOf(name) : null,
          time,
          ...(time && shape.timeOf ? { timeText: shape.timeOf(time) } : {}),
          link: linkIn(item, name),
          id: shape.idOf ? shape.idOf(item, own) : attribute(item, 'id'),
          isPostAuthor: own(shape.postAuthor) !== null,
          ...(shape.except ? { except: shape.except } : {}),
          ...(shape.licenceOf ? { licence: shape.licenceOf(item, own) } : {}),
          ...(deleted ? { status: 'deleted' as const } : {}),
          ...(list ? { list: list as HTMLElement } : {}),
        },
        parent?.comment.id ?? null,
      )
      const answered = parent && shape.answers?.(own)
      if (answered && ids.has(answered)) comment.comment.answersId = answered
      ids.add(comment.comment.id)
      if (parent && !parent.parts.replies && shape.replies) {
        const replies = closest(parentNode(item) as Element, shape.replies)
        if (replies && replies !== parent.parts.element && isWithin(replies, parent.parts.element))
          parent.parts.replies = replies as HTMLElement
      }
      if (shape.deletedWords?.test(comment.comment.text)) comment.comment.status = 'deleted'
      comments.push(comment)
      nesting.add(comment)
    }
    return comments
  }
  const comments = yield* readItems(marks, null)
  if (!comments) return []
  yield
  const thread = assembleThread(
    document,
    shape.platform,
    comments,
    (scope) => shape.more?.(scope, comments) ?? {},
  )
  if (!thread) return []
  const { root } = thread
  const readAdded = (added: readonly Element[]) => readItems(itemsAdded(added, shape.items), root)
  return [{ ...thread, readAdded }]
}
