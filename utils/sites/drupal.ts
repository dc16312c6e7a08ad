import {
  attribute,
  classOf,
  closest,
  find,
  findAll,
  firstElement,
  hasClass,
  isWithin,
  matches,
  nameOf,
  nextElement,
  parentNode,
} from '@/utils/dom/unclobbered'
import { assembleThread, createCommentReader } from './common/comment-reader'
import { createTimes, findFirst, withoutNote, writtenName } from './common/drupal-line'
import { httpUrl, lineOf, linkTarget } from './common/page-head'
import type { Hint, ReadComment, SiteAdapter } from './common/site-adapter'
import { threadPages } from './common/thread-pages'
import { withWholeRoot } from './common/whole-root'

/** Pages are counted from zero; where a page has several pagers, each has a number in a list. */
const paging = { mark: /[?&]page=(\d+)(?![\d,%])/, base: 0, holds: 'comments' } as const

/** Drupal 8 and later mark the comment; 6 and 7 put an anchor right before it. */
const marked = '[data-comment-user-id], .js-comment:not(li)'
const anchored = 'a[id^="comment-"] + [class*="comment"]'

export const hint: Hint = (document) => (find(document, marked) ?? find(document, anchored)) !== null

const numberOf = (id: string | null): string | null => /^comment-(\d+)$/.exec(id ?? '')?.[1] ?? null

/** Links and classes of Drupal's own: other platforms, too, have anchors that are called "comment-1". */
const isDrupals = (item: Element): boolean =>
  /\b(?:comment-by-|js-comment)/.test(classOf(item)) ||
  find(item, '.username, .submitted, a[href*="/comment/"], a[href*="comment/reply"]') !== null

const isComment = (element: Element, anchor: string | null): boolean =>
  anchor !== null
    ? classOf(element).includes('comment')
    : attribute(element, 'data-comment-user-id') !== null || hasClass(element, 'js-comment')

const bodyOf = (item: Element): HTMLElement | null => {
  const field = findFirst(
    item,
    '.field-name-comment-body, .field--name-comment-body',
    '[class*="comment-body"]',
    '.text-formatted',
    '.content .content',
    '.comment-content, .comment__content, .comment-text',
    '.content',
  )
  return field && (find(field, '.field-item, .field__item') ?? field)
}

/** The comment that is answered is linked, too, and may stand first. */
const linkTo = (item: Element, number: string): Element | null => {
  const leads = (link: Element) => (attribute(link, 'href') ?? '').endsWith(`#comment-${number}`)
  const first = find(item, 'a.permalink, a[rel~="bookmark"]')
  return first && leads(first) ? first : ([...findAll(item, 'a[href*="#comment-"]')].find(leads) ?? null)
}

/** The line that a name stands in. */
const lineAround = (name: Element): Element | null => {
  let line = parentNode(name)
  while (line && /^(?:A|B|EM|SPAN|STRONG)$/.test(line.nodeName)) line = parentNode(line)
  return line as Element | null
}

type Read = ReturnType<typeof createCommentReader>
type Times = ReturnType<typeof createTimes>

const readItem = (item: HTMLElement, anchor: string | null, read: Read, timeOf: Times): ReadComment => {
  const body = bodyOf(item)
  const outside = (place: HTMLElement | null) => (place && !(body && isWithin(place, body)) ? place : null)
  const named = outside(
    findFirst(
      item,
      '.username, [property~="schema:name"], [property~="foaf:name"]',
      '.submitted a[href*="/user"], .submitted a[rel~="nofollow"]',
      '.comment__author, .comment-author, .commenter-name, .author',
    ),
  )
  const submitted = named ? null : outside(find(item, '.submitted, .comment__submitted'))
  const name = lineOf(named) ?? writtenName(lineOf(submitted) ?? '')
  const about = attribute(item, 'about')
  const number =
    numberOf(anchor) ?? numberOf(item.id) ?? numberOf(`comment-${/#comment-(\d+)$/.exec(about ?? '')?.[1]}`)
  const link = number === null ? null : linkTo(item, number)
  const line = named ? lineAround(named) : submitted
  const isLine = line && line !== item && isWithin(line, item) && !(body && isWithin(body, line))
  const entry = read(
    {
      element: item,
      header: isLine ? (line as HTMLElement) : null,
      body,
      name: named,
      nameText: name && withoutNote(name),
      time: null,
      link,
      id: number === null ? null : `comment-${number}`,
      except: (element) => hasClass(element, 'links') || hasClass(element, 'user-signature'),
      isPostAuthor: /(?:^|\s)(?:comment-)?by-node-author(?=\s|$)/.test(classOf(item)),
      status: /(?:^|\s)(?:comment-|comment--)?unpublished(?=\s|$)/.test(classOf(item))
        ? 'moderation'
        : 'present',
    },
    null,
  )
  const { comment } = entry
  comment.time = timeOf(item, name ?? '')
  comment.permalink = (link && linkTarget(link)) ?? httpUrl(about, item.baseURI) ?? comment.permalink
  return entry
}

/** The comments of one level share what was last read there: the replies to it come beside it. */
type Level = { parent: ReadComment | null; last: ReadComment | null; anchor: string | null }
type Frame = { next: Element | null; level: Level }

const frameOf = (holder: Element, parent: ReadComment | null): Frame => ({
  next: firstElement(holder),
  level: { parent, last: null, anchor: null },
})

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
    const read = createCommentReader(document)
    const timeOf = createTimes(document)
    const comments: ReadComment[] = []
    const nests = find(document, '.comment .indented, .js-comment .indented') !== null
    const stack = [frameOf(holderOf(first), null)]
    for (let passed = 1; stack.length > 0; passed += 1) {
      if (passed % 64 === 0) yield
      const frame = stack.at(-1) as Frame
      const { next: element, level } = frame
      if (!element) {
        stack.pop()
        continue
      }
      frame.next = nextElement(element)
      const anchor = level.anchor
      level.anchor = numberOf(element.id) !== null && nameOf(element) === 'A' ? element.id : null
      if (level.anchor !== null) continue
      if (hasClass(element, 'indented')) {
        const parent = level.last ?? level.parent
        if (parent) parent.parts.replies ??= element as HTMLElement
        stack.push(frameOf(element, parent))
      } else if (isComment(element, anchor)) {
        const entry = readItem(element as HTMLElement, anchor, read, timeOf)
        const { body } = entry.parts
        entry.comment.parentId = level.parent?.comment.id ?? null
        level.last = entry
        comments.push(entry)
        const inner = nests ? find(element, '.indented') : null
        if (inner && !(body && isWithin(inner, body))) {
          entry.parts.replies = inner
          stack.push(frameOf(inner, entry))
        }
      } else if (nameOf(element) !== 'FORM' && find(element, isCommentItem)) {
        stack.push({ next: firstElement(element), level })
      }
    }
    if (!comments.some(({ parts }) => parts.body)) return []
    // The number in the heading counts all pages, and what is not published yet: it promises nothing of this one.
    const pagers = [...findAll(document, '#comments .pager, .comment-wrapper .pager, .comments .pager')]
    const pages = threadPages(document, paging, {
      navigation: pagers.flatMap((pager) => [...findAll(pager, 'a[href]')]),
      comments,
      total: null,
    })
    const thread = assembleThread(document, 'drupal', comments, () => ({ hasMore: pagers.length > 0, pages }))
    return thread ? [withWholeRoot(thread)] : []
  },
}
