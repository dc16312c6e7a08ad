import { plainText } from '@/utils/dom/plain-text'
import {
  addressOf,
  attribute,
  classOf,
  closest,
  find,
  firstElement,
  hasClass,
  includesClass,
  nextElement,
  textOf,
} from '@/utils/dom/unclobbered'
import type { Author, CommentTime } from '@/utils/thread/comment'
import { isAnonymousWord } from './anonymous-words'
import { createClock } from './clock'
import { isoInstant } from './iso-time'
import { linkTarget, oneLine, pageLanguages } from './page-head'
import type { ReadComment } from './site-adapter'
import { createUniqueIds, stableHash } from './unique-ids'

/**
 * The elements of one comment, found by walking its children, which is faster than selectors. What is not needed
 * is not touched: in a thread of ten thousand, half of the time goes into the first touch of each node.
 */
type Found = { block: Element | null; header: Element | null; body: Element | null }

const walk = (item: Element): Found => {
  let block = item.firstElementChild
  while (block && !hasClass(block, 'comment-block')) block = nextElement(block)
  let header: Element | null = null
  let body: Element | null = null
  for (let child = block && firstElement(block); child && !(header && body); child = nextElement(child)) {
    const classes = classOf(child)
    if (includesClass(classes, 'comment-header')) header ??= child
    else if (includesClass(classes, 'comment-content')) body ??= child
  }
  // A theme that wraps them in more elements: what is found may be a reply's, then it is not this comment's.
  const deeper = (selector: string): Element | null => {
    const element = find(item, selector)
    return element && closest(element, 'li.comment') === item ? element : null
  }
  return { block, header: header ?? deeper('.comment-header'), body: body ?? deeper('.comment-content') }
}

type HeaderParts = { name: Element | null; time: Element | null; isPostAuthor: boolean }

const walkHeader = (header: Element | null): HeaderParts => {
  const parts: HeaderParts = { name: null, time: null, isPostAuthor: false }
  for (let child = header && firstElement(header); child; child = nextElement(child)) {
    const classes = classOf(child)
    if (includesClass(classes, 'datetime')) parts.time ??= child
    else if (includesClass(classes, 'user')) {
      if (!includesClass(classes, 'icon')) parts.name ??= child
      parts.isPostAuthor ||= includesClass(classes, 'blog-author')
    }
  }
  if (header) {
    parts.name ??= find(header, 'cite.user, cite')
    parts.time ??= find(header, '.datetime')
  }
  return parts
}

const linkIn = (element: Element | null): Element | null => {
  const first = element && firstElement(element)
  if (!first) return null
  return first.nodeName === 'A' ? first : find(element, 'a[href]')
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
  const own = item.id
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

/** Reads one `li.comment` of Blogger's after the other, with whatever each has. */
export const createBloggerReader = (document: Document) => {
  const readClock = createClock(pageLanguages(document))
  const uniqueId = createUniqueIds()
  const address = addressOf(document).replace(/#.*$/s, '')
  return (item: HTMLElement, parentId: string | null): ReadComment => {
    const { block, header, body } = walk(item)
    const parts = walkHeader(header)
    const link = linkIn(parts.time)
    const href = (link && attribute(link, 'href')) ?? ''
    const written = /showComment=(\d{12,13})(?!\d)/.exec(href)
    const instant = written && isPlausible(Number(written[1])) ? Number(written[1]) : null
    const shown = parts.time ? oneLine(textOf(parts.time)) : ''
    const time: CommentTime = {
      text: shown,
      instant: instant === null ? null : isoInstant(instant),
      local: shown === '' ? null : readClock(shown, instant),
    }
    const native = idOf(item, block, href)
    const text = body ? plainText(body) : ''
    // A link that a mirror has rewritten leads nowhere; the comment's own id on this page does.
    const target = link && /[?&]showComment=/.test(href) ? linkTarget(link, href) : null
    const anchor = /^https?:/.test(address) && idPattern.test(native) ? `${address}#${native}` : null
    return {
      comment: {
        id: uniqueId(native),
        parentId,
        author: authorOf(parts),
        time,
        permalink: target ?? anchor,
        text,
        status: isDeleted(body, text) ? 'deleted' : 'present',
      },
      parts: {
        element: item,
        header: header as HTMLElement | null,
        body: body as HTMLElement | null,
        replies: null,
      },
    }
  }
}
