import {
  attribute,
  classOf,
  closest,
  find,
  findAll,
  firstElement,
  hasClass,
  holdsAny,
  isWithin,
  matches,
  nameOf,
  nextElement,
  parentNode,
  previousElement,
} from '@/utils/dom/unclobbered'
import { itemsAdded } from './common/added-items'
import { assembleThread } from './common/comment-reader'
import { createItemReader, numberOf } from './common/drupal-comment'
import type { Hint, ReadComment, SiteAdapter } from './common/site-adapter'
import { threadPages } from './common/thread-pages'
import { withWholeRoot } from './common/whole-root'

/** Pages are counted from zero; where a page has several pagers, each has a number in a list. */
const paging = { mark: /[?&]page=(\d+)(?![\d,%])/, base: 0, holds: 'comments' } as const

/** Drupal 8 and later mark the comment; 6 and 7 put an anchor right before it. */
const marked = '[data-comment-user-id], .js-comment:not(li)'
const anchored = 'a[id^="comment-"] + [class*="comment"]'

/** Most pages have no such anchor; to look for what comes after one takes four times as long. */
const anchor = 'a[id^="comment-"]'

const surely = ['.js-comment:not(li)', 'article[data-comment-user-id]', 'div[data-comment-user-id]']

export const hint: Hint = {
  selectors: [...surely, anchor],
  isNamed: true,
  confirm: (document) => holdsAny(document, [...surely, anchored]),
}

/** Links and classes of Drupal's own: other platforms, too, have anchors that are called "comment-1". */
const isDrupals = (item: Element): boolean =>
  classOf(item).includes('comment-by-') ||
  attribute(item, 'data-comment-user-id') !== null ||
  find(
    item,
    '[data-comment-timestamp], .username, .submitted, .comment__submitted, a[href*="/comment/"], a[href*="comment/reply"]',
  ) !== null

const isComment = (element: Element, anchor: string | null): boolean =>
  anchor !== null
    ? classOf(element).includes('comment')
    : attribute(element, 'data-comment-user-id') !== null || hasClass(element, 'js-comment')

const levelBelow = (parent: ReadComment | null): Level => ({ parent, last: null, anchor: null })

/** The comments of one level share what was last read there: the replies to it come beside it. */
type Level = { parent: ReadComment | null; last: ReadComment | null; anchor: string | null }
type Frame = { next: Element | null; level: Level; isOne?: true }

const anchorIn = (element: Element | null): string | null =>
  element && numberOf(element.id) !== null && nameOf(element) === 'A' ? element.id : null

const isCommentItem = `${marked}, ${anchored}`

/** The element that holds the top level: around the comment, or around what a theme wraps each comment in. */
const holderOf = (first: Element): Element => {
  const parent = parentNode(first) as Element
  const section = closest(parent, '#comments, .comment-wrapper, .comments, .field--type-comment')
  if (!section || section === parent) return parent
  for (let child = firstElement(parent); child; child = nextElement(child)) {
    if (child !== first && (hasClass(child, 'indented') || matches(child, isCommentItem))) return parent
  }
  return section
}

export const adapter: SiteAdapter = {
  id: 'drupal',
  name: 'Drupal',
  *read(document) {
    const first = [...findAll(document, isCommentItem)].find(
      // Lists of recent comments show them in the markup of a thread.
      (item) => !closest(item, '.views-row, .sidebar') && isDrupals(item),
    )
    if (!first) return []
    yield
    const readItem = createItemReader(document)
    const nests = find(document, '.comment .indented, .js-comment .indented') !== null
    const known = new Map<Node, ReadComment>()
    /** What comments of each holder answer. */
    const parents = new Map<Node, ReadComment | null>()
    const frameOf = (holder: Element, level: Level): Frame => {
      parents.set(holder, level.parent)
      return { next: firstElement(holder), level }
    }
    const readFrames = function* (stack: Frame[]): Generator<void, ReadComment[]> {
      const comments: ReadComment[] = []
      for (let passed = 1; stack.length > 0; passed += 1) {
        if (passed % 8 === 0) yield
        const frame = stack.at(-1) as Frame
        const { next: element, level } = frame
        if (!element) {
          stack.pop()
          continue
        }
        frame.next = frame.isOne ? null : nextElement(element)
        const anchor = level.anchor
        level.anchor = anchorIn(element)
        if (level.anchor !== null || known.has(element)) continue
        if (hasClass(element, 'indented')) {
          const parent = level.last ?? level.parent
          if (parent) parent.parts.replies ??= element as HTMLElement
          stack.push(frameOf(element, levelBelow(parent)))
        } else if (isComment(element, anchor)) {
          const entry = readItem(element as HTMLElement, anchor)
          const { body } = entry.parts
          entry.comment.parentId = level.parent?.comment.id ?? null
          level.last = entry
          known.set(element, entry)
          comments.push(entry)
          const inner = nests ? find(element, '.indented') : null
          if (inner && !(body && isWithin(inner, body))) {
            entry.parts.replies = inner
            stack.push(frameOf(inner, levelBelow(entry)))
          }
        } else if (nameOf(element) !== 'FORM' && find(element, isCommentItem)) {
          stack.push(frameOf(element, level))
        }
      }
      return comments
    }
    const comments = yield* readFrames([frameOf(holderOf(first), levelBelow(null))])
    if (!comments.some(({ parts }) => parts.body)) return []
    // The number in the heading counts all pages, and what is not published yet: it promises nothing of this one.
    const pagers = [...findAll(document, '#comments .pager, .comment-wrapper .pager, .comments .pager')]
    const pages = threadPages(document, paging, {
      navigation: pagers.flatMap((pager) => [...findAll(pager, 'a[href]')]),
      comments,
      total: null,
    })
    const thread = assembleThread(document, 'drupal', comments, () => ({ hasMore: pagers.length > 0, pages }))
    if (!thread) return []
    const readAdded = function* (added: readonly Element[]): Generator<void, ReadComment[] | null> {
      const news: ReadComment[] = []
      for (const item of itemsAdded(added, isCommentItem)) {
        if (known.has(item)) continue
        /** What was added together with it, in something that holds others. */
        let whole: Element = item
        let holder = parentNode(whole)
        while (holder && !parents.has(holder) && !known.has(holder)) {
          whole = holder as Element
          holder = parentNode(whole)
        }
        const parent = holder && parents.get(holder)
        const before = previousElement(whole)
        const last = (before && known.get(before)) ?? null
        if (parent === undefined || (hasClass(whole, 'indented') && !last)) return null
        const frame: Frame = { next: whole, level: { parent, last, anchor: anchorIn(before) }, isOne: true }
        news.push(...(yield* readFrames([frame])))
      }
      return news
    }
    return [withWholeRoot({ ...thread, readAdded })]
  },
}
