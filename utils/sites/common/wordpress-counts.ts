import { closest, parentNode, textOf } from '@/utils/dom/unclobbered'
import { onlyNumberIn } from './digits'
import { createPageScope } from './page-scope'
import type { Item } from './wordpress-items'

const sections = '#comments,.comments-area,#comments-area,.comments-wrap,.comments,.wp-block-comments'
const headings =
  'h1,h2,h3,h4,h5,.comments-title,#comments-title,.comments-headline,#comments_intro,.comments__headline,.comments-heading,.comment-count'
const pages =
  'a[href*="comment-page-"],a[href*="cpage="],.comment-navigation a,.comments-pagination a,.wp-block-comments-pagination a,[class*="load-more-comments"],[class*="comments-load"],[class*="comment-loadmore"]'

/** Titles in a heading may hold numbers of their own: "3 thoughts on “10 days of rain”". */
const withoutTitle = (heading: string): string =>
  heading
    .replace(/[“„«「『"‘‚].*[”“»」』"’‘]/su, '')
    .replace(/\s+(?:on|to|zu|sur|su|a|en|para|em)\s+.*$/isu, (rest) =>
      /^\s*\D/.test(rest) && /\d/.test(heading.slice(0, heading.length - rest.length)) ? '' : rest,
    )

/** What the page says of how many comments there are, and whether it has more on other pages. */
export const countsOf = (
  document: Document,
  root: Element,
  items: readonly Item[],
  read: number,
): { declaredCount: number | null; hasMore: boolean } => {
  const section = closest(root, sections)
  const around = section && section !== root ? section : (parentNode(root) as Element | null)
  if (around?.nodeType !== 1) return { declaredCount: null, hasMore: false }
  const scope = createPageScope(document, root, around)
  const hasMore = scope.findAll(pages).some((link) => !closest(link, 'li.comment,.widget'))
  let declaredCount: number | null = null
  // Old themes name the heading itself, and have no section.
  for (const heading of scope.findAll(section ? headings : 'h2#comments,h3#comments,h4#comments')) {
    const isBefore = (heading.compareDocumentPosition(root) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    declaredCount =
      isBefore && !closest(heading, 'form,#respond') ? onlyNumberIn(withoutTitle(textOf(heading))) : null
    if (declaredCount !== null) break
  }
  if (declaredCount === null) return { declaredCount, hasMore }
  // WordPress counts pingbacks, which themes leave out of the list or put into one of their own, and some themes do not.
  const pings = items.filter(({ isPing }) => isPing).length
  const isElsewhere =
    declaredCount > read ? declaredCount <= Math.max(items.length, 2 * read) : declaredCount === read - pings
  return { declaredCount: declaredCount !== read && isElsewhere && !hasMore ? null : declaredCount, hasMore }
}
