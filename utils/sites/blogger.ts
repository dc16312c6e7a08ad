import { plainText } from '@/utils/dom/plain-text'
import {
  addressOf,
  attribute,
  closest,
  find,
  findAll,
  firstElement,
  hasClass,
  isWithin,
  nextElement,
  parentNode,
  textOf,
} from '@/utils/dom/unclobbered'
import type { Author, CommentTime } from '@/utils/thread/comment'
import { isAnonymousWord } from './common/anonymous-words'
import { readBloggerPost } from './common/blogger-post'
import { createClock } from './common/clock'
import { onlyNumberIn } from './common/digits'
import { linkTarget, oneLine, pageLanguages } from './common/page-head'
import type { Hint, ReadComment, ReadThread, SiteAdapter } from './common/site-adapter'
import { createUniqueIds, stableHash } from './common/unique-ids'

/** Blogger's holder of threaded comments; gadgets and comment forms are outside of it. */
const items = '#comment-holder li.comment, ol#top-ra li.comment'

export const hint: Hint = (document) => find(document, items) !== null

/** The elements of one comment that are found by walking its children, which is faster than selectors. */
type Found = { block: Element | null; header: Element | null; body: Element | null; replies: Element | null }

const walk = (item: Element): Found => {
  const found: Found = { block: null, header: null, body: null, replies: null }
  for (let child = firstElement(item); child; child = nextElement(child)) {
    if (hasClass(child, 'comment-block')) found.block ??= child
    else if (hasClass(child, 'comment-replies')) found.replies ??= child
  }
  for (let child = found.block && firstElement(found.block); child; child = nextElement(child)) {
    if (hasClass(child, 'comment-header')) found.header ??= child
    else if (hasClass(child, 'comment-content')) found.body ??= child
  }
  // A theme that wraps them in more elements: what is found may be a reply's, then it is not this comment's.
  const deeper = (selector: string): Element | null => {
    const element = find(item, selector)
    return element && closest(element, 'li.comment') === item ? element : null
  }
  found.header ??= deeper('.comment-header')
  found.body ??= deeper('.comment-content')
  found.replies ??= deeper('.comment-replies')
  return found
}

type HeaderParts = { name: Element | null; time: Element | null; isPostAuthor: boolean }

const walkHeader = (header: Element | null): HeaderParts => {
  const parts: HeaderParts = { name: null, time: null, isPostAuthor: false }
  for (let child = header && firstElement(header); child; child = nextElement(child)) {
    if (hasClass(child, 'datetime')) parts.time ??= child
    else if (hasClass(child, 'user')) {
      if (!hasClass(child, 'icon')) parts.name ??= child
      parts.isPostAuthor ||= hasClass(child, 'blog-author')
    }
  }
  if (header) {
    parts.name ??= find(header, 'cite.user, cite')
    parts.time ??= find(header, '.datetime')
  }
  return parts
}

const linkIn = (element: Element | null): Element | null => {
  if (!element) return null
  const first = firstElement(element)
  return first && first.nodeName === 'A' && attribute(first, 'href') !== null ? first : first && find(element, 'a[href]')
}

const authorOf = ({ name: element, isPostAuthor }: HeaderParts): Author => {
  const name = (element && oneLine(textOf(element))) || null
  const link = linkIn(element)
  const profileUrl = link && linkTarget(link)
  return { name, profileUrl, isPostAuthor, isAnonymous: !link && (name === null || isAnonymousWord(name)) }
}

/** From 1999, when Blogger began, to 2100. */
const isPlausible = (instant: number): boolean => instant > 915e9 && instant < 4102e9

const idPattern = /^c\d+$/

/** The platform's id: on the list item as served, on the block where Blogger's script rendered it, else in the link. */
const idOf = (item: Element, block: Element | null, href: string): string => {
  const own = attribute(item, 'id') ?? ''
  if (idPattern.test(own)) return own
  const inner = (block && attribute(block, 'id')) ?? ''
  if (idPattern.test(inner)) return inner
  return /#(c\d+)$/.exec(href)?.[1] ?? (/\S/.test(own) ? own.trim() : `x${stableHash(textOf(item))}`)
}

/** The page's own note that a comment was removed, in place of its body. */
const isDeleted = (body: Element | null, text: string): boolean => {
  const first = body && firstElement(body)
  return !!first && hasClass(first, 'deleted-comment') && oneLine(textOf(first)) === oneLine(text)
}

const createReader = (document: Document) => {
  const readClock = createClock(pageLanguages(document))
  const uniqueId = createUniqueIds()
  const address = addressOf(document).replace(/#.*$/s, '')
  return (item: HTMLElement, parentId: string | null): { entry: ReadComment; replies: Element | null } => {
    const { block, header, body, replies } = walk(item)
    const parts = walkHeader(header)
    const link = linkIn(parts.time)
    const href = (link && attribute(link, 'href')) ?? ''
    const written = /showComment=(\d{12,13})(?!\d)/.exec(href)
    const instant = written && isPlausible(Number(written[1])) ? Number(written[1]) : null
    const shown = parts.time ? oneLine(textOf(parts.time)) : ''
    const time: CommentTime = {
      text: shown,
      instant: instant === null ? null : new Date(instant).toISOString(),
      local: shown === '' ? null : readClock(shown, instant),
    }
    const native = idOf(item, block, href)
    const text = body ? plainText(body) : ''
    // A link that a mirror has rewritten leads nowhere; the comment's own id on this page does.
    const target = link && /[?&]showComment=/.test(href) ? linkTarget(link) : null
    const anchor = /^https?:/.test(address) && idPattern.test(native) ? `${address}#${native}` : null
    return {
      replies,
      entry: {
        comment: {
          id: uniqueId(native),
          parentId,
          author: authorOf(parts),
          time,
          permalink: target ?? anchor,
          text,
          status: isDeleted(body, text) ? 'deleted' : 'present',
        },
        parts: { element: item, header: header as HTMLElement | null, body: body as HTMLElement | null, replies: null },
      },
    }
  }
}

/** The list that holds the top-level comments, as children or inside one wrapper. */
const rootOf = (item: Element): HTMLElement => {
  const parent = parentNode(item) as HTMLElement
  if (parent.nodeName === 'OL') return parent
  const above = parentNode(parent)
  return above && above.nodeName === 'OL' ? (above as HTMLElement) : parent
}

/** Blogger's count stands in the heading above the thread, or, in newer themes, in an attribute of its section. */
const declaredCount = (document: Document, root: Element): number | null => {
  const section = closest(root, '#comments, .comments')
  if (!section) return null
  const counted = attribute(section, 'data-num-comments')
  if (counted !== null && /^\d+$/.test(counted)) return Number(counted)
  for (const heading of findAll(section, 'h2, h3, h4, h5')) {
    if (isWithin(heading, root) || closest(heading, '.comment-form')) continue
    const count = onlyNumberIn(textOf(heading))
    if (count !== null) return count
  }
  return null
}

const hasMore = (root: Element): boolean => {
  const thread = closest(root, '.comment-thread')
  const control = thread && find(thread, '.loadmore:not(.hidden):not(.loaded)')
  return !!control && !/display\s*:\s*none/.test(attribute(control, 'style') ?? '')
}

export const adapter: SiteAdapter = {
  id: 'blogger',
  name: 'Blogger',
  *read(document): Generator<void, ReadThread[]> {
    const found = findAll<HTMLElement>(document, items)
    const first = found[0]
    if (!first) return []
    const root = rootOf(first)
    const read = createReader(document)
    const comments: ReadComment[] = []
    /** The comments around the one that is read, outermost first. */
    const around: { entry: ReadComment; replies: Element | null }[] = []
    for (let index = 0; index < found.length; index += 1) {
      const item = found[index] as HTMLElement
      while (around.length > 0 && !isWithin(item, around.at(-1)!.entry.parts.element)) around.pop()
      const parent = around.at(-1)
      if (parent) {
        // Markup that a commenter wrote is part of a body, whatever it looks like.
        const { body, header } = parent.entry.parts
        if ((body && isWithin(item, body)) || (header && isWithin(item, header))) continue
        if (parent.replies && isWithin(item, parent.replies)) {
          parent.entry.parts.replies = parent.replies as HTMLElement
        }
      } else if (!isWithin(item, root)) continue
      const result = read(item, parent?.entry.comment.id ?? null)
      comments.push(result.entry)
      around.push(result)
      if (index % 32 === 31) yield
    }
    if (!comments.some(({ parts }) => parts.header ?? parts.body)) return []
    const thread: ReadThread = {
      platform: 'blogger',
      post: readBloggerPost(document),
      root,
      declaredCount: declaredCount(document, root),
      comments,
    }
    return [hasMore(root) ? { ...thread, hasMore: true } : thread]
  },
}
