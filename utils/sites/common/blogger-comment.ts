import { plainText } from '@/utils/dom/plain-text'
import {
  addressOf,
  attribute,
  closest,
  find,
  firstElement,
  hasClass,
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

/** The comment's own element, not that of a reply within it. */
const findOwn = (item: Element, selector: string): Element | null => {
  const found = find(item, selector)
  return found && closest(found, 'li.comment') === item ? found : null
}

type Found = { header: Element | null; body: Element | null }

/**
 * Few look-ups that go straight to what is needed: in a thread of ten thousand, most of the time goes into the
 * first touch of each element.
 */
const findParts = (item: Element): Found => {
  const header = findOwn(item, '.comment-header')
  const beside = header && nextElement(header)
  const body = beside && hasClass(beside, 'comment-content') ? beside : findOwn(item, '.comment-content')
  return { header, body }
}

const linkIn = (element: Element | null): Element | null => {
  const first = element && firstElement(element)
  if (!first) return null
  return first.nodeName === 'A' ? first : find(element, 'a[href]')
}

const authorOf = (header: Element | null): Author => {
  const element = header && find(header, 'cite')
  const isPostAuthor = !!header && find(header, '.blog-author') !== null
  const name = (element && oneLine(textOf(element))) || null
  const link = linkIn(element)
  const profileUrl = link && linkTarget(link)
  return { name, profileUrl, isPostAuthor, isAnonymous: !link && (name === null || isAnonymousWord(name)) }
}

/** The instant in a link's "showComment=1604093464000", between 1999, when Blogger began, and 2100. */
export const instantIn = (href: string): number | null => {
  const at = href.indexOf('showComment=')
  const digits = at < 0 ? '' : (/^\d{12,13}(?!\d)/.exec(href.slice(at + 12, at + 26))?.[0] ?? '')
  const instant = Number(digits)
  return instant > 915e9 && instant < 4102e9 ? instant : null
}

const idPattern = /^c\d+$/

/** The platform's id: on the list item as served, on the block where Blogger's script rendered it, else in the link. */
const idOf = (item: Element, href: string): string => {
  const own = item.id
  if (idPattern.test(own)) return own
  const block = findOwn(item, '.comment-block')
  const inner = (block && attribute(block, 'id')) ?? ''
  if (idPattern.test(inner)) return inner
  return /#(c\d+)$/.exec(href)?.[1] ?? (/\S/.test(own) ? own.trim() : `x${stableHash(textOf(item))}`)
}

/** The page's own note that a comment was removed, in place of its body. */
export const isDeleted = (body: Element | null, text: string): boolean => {
  const first = body && firstElement(body)
  return !!first && hasClass(first, 'deleted-comment') && oneLine(textOf(first)) === oneLine(text)
}

/** Reads one `li.comment` of Blogger's after the other, with whatever each has. */
export const createBloggerReader = (document: Document) => {
  const readClock = createClock(pageLanguages(document))
  const uniqueId = createUniqueIds()
  const address = addressOf(document).replace(/#.*$/s, '')
  const ownLink = `${address.replace(/\?.*$/s, '')}?showComment=`
  /** Most lead to this very page, and need not be looked at further. */
  const permalinkOf = (link: Element, href: string): string | null => {
    if (href.startsWith(ownLink) && /^[\w#=]*$/.test(href.slice(ownLink.length))) return href
    return /[?&]showComment=/.test(href) ? linkTarget(link, href) : null
  }
  return (item: HTMLElement, parentId: string | null): ReadComment => {
    const { header, body } = findParts(item)
    const link = header && find(header, '.datetime a')
    const href = (link && attribute(link, 'href')) ?? ''
    const instant = instantIn(href)
    const shownBy = link ?? (header && find(header, '.datetime'))
    const shown = shownBy ? oneLine(textOf(shownBy)) : ''
    const time: CommentTime = {
      text: shown,
      instant: instant === null ? null : isoInstant(instant),
      local: shown === '' ? null : readClock(shown, instant),
    }
    const native = idOf(item, href)
    const text = body ? plainText(body) : ''
    // A link that a mirror has rewritten leads nowhere; the comment's own id on this page does.
    const target = link && permalinkOf(link, href)
    const anchor = /^https?:/.test(address) && idPattern.test(native) ? `${address}#${native}` : null
    return {
      comment: {
        id: uniqueId(native),
        parentId,
        author: authorOf(header),
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
