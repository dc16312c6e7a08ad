import {
  attribute,
  closest,
  find,
  findAll,
  firstElement,
  isWithin,
  lastElement,
  nextElement,
  parentNode,
  previousElement,
  textOf,
} from '@/utils/dom/unclobbered'
import { onlyNumberIn } from './digits'
import { createPageScope, type PageScope } from './page-scope'
import type { ReadComment, ThreadPages } from './site-adapter'
import { type Paging, threadPages } from './thread-pages'
import type { Item } from './wordpress-items'

const sections = '#comments,.comments-area,#comments-area,.comments-wrap,.comments,.wp-block-comments'
const headings =
  'h1,h2,h3,h4,h5,.comments-title,#comments-title,.comments-headline,#comments_intro,.comments__headline,.comments-heading,.comment-count'
const navigations =
  'a[href*="comment-page-"],a[href*="cpage="],.comment-navigation a,.comments-pagination a,.wp-block-comments-pagination a,[class*="load-more-comments"],.wc-load-more-submit,.wpd-load-more-submit,[class*="comments-load"],[class*="comment-loadmore"]'

/** The post's own address shows the first page, or the last: blogs choose. */
const paging: Paging = { mark: /\/comment-page-(\d+)\/?|[?&]cpage=(\d+)/, isOpen: true }
const navigation = 'a[href*="comment-page-"],a[href*="cpage="],.page-numbers.current'

/**
 * A blog without threads, as its form tells that no comment can be answered, has the same number of comments on each
 * page, a round one as far as nothing was left out of the list; another one the same number of threads.
 */
const pagingOf = (document: Document, scope: PageScope, comments: readonly ReadComment[]): Paging => {
  const isFlat =
    comments.length % 5 === 0 &&
    comments.every(({ comment }) => comment.parentId === null) &&
    find(document, '#commentform') !== null &&
    find(document, '.comment-reply-link, .comment-reply-login, a[href*="replytocom="]') === null
  return {
    ...paging,
    holds: isFlat ? 'comments' : 'threads',
    ...(scope.find('.page-numbers.current') ? { showsLast: true } : {}),
  }
}

/** Titles in a heading may hold numbers of their own: "3 thoughts on “10 days of rain”". */
const withoutTitle = (heading: string): string =>
  heading
    .replace(/[“„«「『"‘‚].*[”“»」』"’‘]/su, '')
    .replace(/\s+(?:on|to|zu|sur|su|a|en|para|em)\s+.*$/isu, (rest) =>
      /^\s*\D/.test(rest) && /\d/.test(heading.slice(0, heading.length - rest.length)) ? '' : rest,
    )

/** What stands in the list itself, before its first comment or behind the last: some plug-ins put the page numbers there. */
const endsOf = (root: Element, comments: readonly ReadComment[]): Element[] => {
  const first = comments[0]!.parts
  const last = comments.at(-1)!.parts
  const begin = first.all?.[0] ?? first.element
  const end = last.all?.at(-1) ?? last.element
  const ends: Element[] = []
  for (let at = firstElement(root); at && !isWithin(begin, at) && ends.length < 4; at = nextElement(at))
    ends.push(at)
  for (let at = lastElement(root); at && !isWithin(end, at) && ends.length < 8; at = previousElement(at))
    ends.push(at)
  return ends
}

/** What the page says of how many comments there are, and whether it has more on other pages. */
export const countsOf = (
  document: Document,
  root: Element,
  items: readonly Item[],
  comments: readonly ReadComment[],
): { declaredCount: number | null; hasMore: boolean; pages?: ThreadPages | null } => {
  const read = comments.length
  const section = closest(root, sections)
  const around = section && section !== root ? section : (parentNode(root) as Element | null)
  if (around?.nodeType !== 1) return { declaredCount: null, hasMore: false }
  const scope = createPageScope(document, root, around)
  const isOwn = (link: Element): boolean => !closest(link, 'li.comment,.widget')
  const ends = endsOf(root, comments)
  const linksOf = (selector: string): HTMLElement[] =>
    [...scope.findAll(selector), ...ends.flatMap((end) => [...findAll(end, selector)])].filter(isOwn)
  const hasMore = linksOf(navigations).length > 0
  let declaredCount: number | null = null
  // Old themes name the heading itself, and have no section.
  for (const heading of scope.findAll(section ? headings : 'h2#comments,h3#comments,h4#comments')) {
    const isBefore = (heading.compareDocumentPosition(root) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    declaredCount =
      isBefore && !closest(heading, 'form,#respond') ? onlyNumberIn(withoutTitle(textOf(heading))) : null
    if (declaredCount !== null) break
  }
  const pages = threadPages(document, pagingOf(document, scope, comments), {
    // A link to a single comment leads to the page that it is on.
    navigation: linksOf(navigation).filter((link) => !/#comment-\d/.test(attribute(link, 'href') ?? '')),
    comments,
    total: declaredCount,
  })
  if (declaredCount === null || pages) return { declaredCount, hasMore, pages }
  // WordPress counts pingbacks, which themes leave out of the list or put into one of their own, and some themes do not.
  const pings = items.filter(({ isPing }) => isPing).length
  const isElsewhere =
    declaredCount > read ? declaredCount <= Math.max(items.length, 2 * read) : declaredCount === read - pings
  return { declaredCount: declaredCount !== read && isElsewhere && !hasMore ? null : declaredCount, hasMore }
}
