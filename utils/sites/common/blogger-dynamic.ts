import { addressOf, attribute, closest, find, findAll } from '@/utils/dom/unclobbered'
import type { Post } from '@/utils/thread/comment'
import { publishedAt, siteNameOf } from './blogger-post'
import { licenceIn } from './licence'
import { canonicalUrl, lineOf, linkTarget, pageTitle } from './page-head'
import { createPageScope, type PageScope } from './page-scope'

/**
 * Blogger's dynamic views (classic, flipcard, magazine, mosaic, sidebar, snapshot, timeslide) put the comments of
 * each post that was opened into a box like this, below its article.
 */
const box = '.blogger-comments[data-itemid]'
export const inDynamicView = `${box} li.comment`

/** An overlay that gives way to the next stays in the document until it has faded. */
const isLeaving = (element: Element): boolean =>
  closest(element, '.closing, .overview-panel:not(.current)') !== null

/** The reader opens and shuts the comments of a post by its heading. */
const isShut = (element: Element): boolean => /display\s*:\s*none/.test(attribute(element, 'style') ?? '')

/** The comments of one post: of the first that is open, else of the first that was loaded. */
export const findDynamicItems = (document: Document): ArrayLike<HTMLElement> => {
  const boxes = [...findAll(document, box)].filter((one) => find(one, 'li.comment'))
  const staying = boxes.filter((one) => !isLeaving(one))
  const chosen = staying.find((one) => !isShut(one)) ?? staying[0] ?? boxes[0]
  return chosen ? findAll(chosen, 'li.comment') : []
}

/**
 * The address is the blog's own until the view has changed it, and follows the reader down a page of posts, so the
 * post's link says better which it is; the blog may still be shown under another name, such as its mirror's.
 */
const postUrl = (page: PageScope, inArticle: PageScope): string => {
  const link = inArticle.find('a.ribbon.date, .entry-title a[rel~="bookmark"]')
  const permalink = link && linkTarget(link)
  if (!permalink) return canonicalUrl(page)
  const shown = new URL(addressOf(page.document))
  const { pathname } = new URL(permalink)
  return pathname === shown.pathname ? canonicalUrl(page) : new URL(pathname, shown.origin).href
}

/** The post that a thread of a dynamic view stands under; null where the thread is in none. */
export const readDynamicPost = (page: PageScope, root: Element): Post | null => {
  const article = closest(root, box) && closest(root, '.article')
  if (!article) return null
  // The head of the page, and other articles, may be about another post than the one that is open.
  const inArticle = createPageScope(page.document, root, article)
  const url = postUrl(page, inArticle)
  const title = lineOf(inArticle.find('.entry-title')) ?? pageTitle(page) ?? ''
  return {
    title,
    url,
    siteName: siteNameOf(page, title, url),
    author: lineOf(inArticle.find('.publish-info .fn')),
    publishedAt: publishedAt(inArticle, null),
    licence: licenceIn(page, url, 'figure, .article-content, .comment'),
  }
}

/**
 * How many comments the article's heading promises. It was counted when the article was fetched, and the comments only
 * when the reader opened them, so there may be more by then.
 */
export const dynamicCount = (document: Document, root: Element, read: number): number | null => {
  const section = closest(root, box) && closest(root, '.comments')
  if (!section) return null
  const counted = lineOf(createPageScope(document, root, section).find('.comments-count .bubble-content'))
  const count = counted !== null && /^\d+$/.test(counted) ? Number(counted) : null
  return count !== null && count >= read ? count : null
}
