import { plainText } from '@/utils/dom/plain-text'
import {
  attribute,
  classOf,
  closest,
  find,
  findAll,
  includesClass,
  isWithin,
  nameOf,
} from '@/utils/dom/unclobbered'
import { itemsAdded } from './common/added-items'
import { assembleThread, createCommentReader } from './common/comment-reader'
import { onlyNumberIn } from './common/digits'
import { createNesting } from './common/nesting'
import { lineOf, oneLine } from './common/page-head'
import type { Hint, ReadComment, ReadThread, SiteAdapter } from './common/site-adapter'
import { threadPages } from './common/thread-pages'

const paging = { mark: /\/comments\/page\/(\d+)\/?/, holds: 'comments' } as const

/** Typepad's ids begin with "6a"; Movable Type, where its templates come from, has numbers. */
const typepad = '.comment[id^="comment-6a"]'
const movableType = '.comments-content .comment[id^="comment-"]'

export const hint: Hint = { selectors: [typepad, movableType], isNamed: true }

const idPattern = /^comment-(?:6a[0-9a-f]{10,}|\d+)$/
const bylines = '.byline .author,.byline .fn,.comment-header .author,.comment-header .fn,.commenter'

const isItem = (element: Element): boolean =>
  idPattern.test(attribute(element, 'id') ?? '') &&
  // WordPress numbers depths, and has ids of this form, too.
  !/(?:^|\s)depth-\d/.test(classOf(element))

/** The last link of the line below a comment is its date, and leads to it. */
const timeIn = (line: Element): Element | null => {
  const marked = find(line, 'abbr[title],time[datetime]')
  if (marked) return marked
  const links = findAll(line, 'a[href*="#comment-"],a[href*="#c"],.datetime,.date')
  return links[links.length - 1] ?? null
}

/**
 * "Posted by: Ann | 09/25/2013 at 01:20 PM", in any language: what stands between the colon and the date. Movable Type
 * may have "Ann:" in the head.
 */
const nameIn = (line: Element, time: Element | null): string | null => {
  const isTime = (inner: Element): boolean => !!time && (inner === time || isWithin(time, inner))
  const text = oneLine(plainText(line, isTime))
  const isHead = includesClass(classOf(line), 'comment-header')
  // A name may hold a colon or a bar of its own: only the first and the last are the template's.
  return (
    text
      .replace(isHead && /[:：]$/.test(text) ? /\s*[:：]$/ : /^[^:：|]{0,40}[:：]\s*/, '')
      .replace(/\s*[|,·]\s*$/, '')
      .trim() || null
  )
}

const found = (element: HTMLElement) => {
  const own = (selector: string): HTMLElement | null => {
    const inner = find(element, selector)
    return inner && closest(inner, '.comment') === element ? inner : null
  }
  const line = own('.comment-header') ?? own('.comment-footer')
  const footer = own('.comment-footer')
  const time = (line && timeIn(line)) ?? (footer && timeIn(footer))
  const byline = own(bylines)
  const head = line ?? footer
  const profile = [...findAll(byline ?? head ?? element, 'a[href]')].find(
    (link) => link !== time && !(time && (isWithin(time, link) || isWithin(link, time))),
  )
  const link = time && (nameOf(time) === 'A' ? time : closest(time, 'a[href]'))
  return {
    element,
    header: head,
    body: own('.comment-content') ?? own('.comment-body'),
    name: head || byline ? (profile ?? null) : null,
    nameText: byline ? lineOf(byline) : head && nameIn(head, time),
    time,
    link,
    isPostAuthor: /(?:^|\s)comment-by-(?:owner|author)(?=\s|$)/.test(classOf(element)),
    // Templates may print trackbacks among the comments.
    isPing: /(?:^|\s)(?:trackback|pingback|comment-type-ping)(?=\s|$)/.test(classOf(element)),
  }
}

export const adapter: SiteAdapter = {
  id: 'typepad',
  name: 'Typepad',
  *read(document): Generator<void, ReadThread[]> {
    const items = `${typepad},${movableType}`
    const read = createCommentReader(document)
    const nesting = createNesting()
    const ids = new Set<string>()
    /** "replied to comment from Ann": Movable Type lists replies with the others, and says what they answer. */
    const answersOf = (header: Element | null, own: string): string | undefined => {
      for (const link of header ? findAll(header, 'a[href*="#comment-"]') : []) {
        const id = attribute(link, 'href')?.split('#')[1] ?? ''
        if (id !== own && ids.has(id)) return id
      }
    }
    const readItems = function* (
      all: ArrayLike<HTMLElement>,
      root: Element | null,
    ): Generator<void, ReadComment[] | null> {
      const comments: ReadComment[] = []
      for (let index = 0; index < all.length; index += 1) {
        if (index % 8 === 7) yield
        const element = all[index] as HTMLElement
        if (nesting.has(element) || !isItem(element)) continue
        if (root && !isWithin(element, root)) return null
        const parts = found(element)
        if (!parts.body) continue
        const comment = read(parts, nesting.around(element)?.comment.id ?? null)
        const { id, parentId } = comment.comment
        const answersId = answersOf(parts.header, id)
        if (answersId && answersId !== parentId) comment.comment.answersId = answersId
        ids.add(id)
        comments.push(comment)
        nesting.add(comment)
      }
      return comments
    }
    const comments = (yield* readItems(findAll<HTMLElement>(document, items), null)) ?? []
    yield
    const thread = assembleThread(document, 'typepad', comments, (scope) => {
      const declaredCount = onlyNumberIn(lineOf(scope.find('.comments-header')) ?? '')
      const navigation = [...findAll(document, 'a[href*="/comments/page/"]')].filter(
        (link) => !closest(link, '.comment'),
      )
      const pages = threadPages(document, paging, { navigation, comments, total: declaredCount })
      return { declaredCount, hasMore: navigation.length > 0, pages }
    })
    if (!thread) return []
    const { root } = thread
    return [{ ...thread, readAdded: (added) => readItems(itemsAdded(added, items), root) }]
  },
}
