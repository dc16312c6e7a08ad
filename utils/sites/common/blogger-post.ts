import { attribute, closest, textOf } from '@/utils/dom/unclobbered'
import type { Post } from '@/utils/thread/comment'
import { createClock, readDate } from './clock'
import { onlyNumberIn } from './digits'
import { licenceIn } from './licence'
import {
  canonicalUrl,
  declaredArticle,
  isoTime,
  lineOf,
  metaContent,
  pageLanguages,
  pageTitle,
} from './page-head'
import { createPageScope, type PageScope } from './page-scope'

/** The blog's name, as its page says it. */
export const siteNameOf = (scope: PageScope, title: string, url: string): string => {
  const declared =
    metaContent(scope, 'og:site_name') ?? lineOf(scope.find('.Header h1, .Header .title, #header h1'))
  if (declared) return declared
  // Blogger's own titles are "Blog: Post"; other themes write "Post | Blog".
  const whole = pageTitle(scope) ?? ''
  const rest = whole.includes(title)
    ? whole.replace(title, '').replace(/^[\s:|»«·–—-]+|[\s:|»«·–—-]+$/g, '')
    : ''
  return rest || new URL(url).hostname
}

/** ISO 8601: an instant, or a local date-time where the page has no zone. */
export const publishedAt = (scope: PageScope, declared: string | null): string | null => {
  const marked = scope.find('abbr.published[title], time.published[datetime], time[itemprop="datePublished"]')
  const written = marked && (attribute(marked, 'datetime') ?? attribute(marked, 'title'))
  const iso =
    isoTime(written) ??
    isoTime(metaContent(scope, 'datePublished', 'article:published_time')) ??
    isoTime(declared)
  if (iso) return iso
  const languages = pageLanguages(scope.document)
  const date = lineOf(scope.find('.date-header') ?? scope.find('.post-timestamp'))
  const clock = lineOf(scope.find('.post-timestamp .published, .timestamp-link'))
  // Where the day stands above the post and only the clock below it, both together are the time.
  const readClock = createClock(languages)
  const day = date && readDate(date, languages)
  // Where the day stands above the post and only the clock below it, both together are the time.
  if (day) return readClock(`${date} ${clock ?? ''}`, null) ?? `${day}T00:00`
  return clock && readClock(clock, null)
}

/** The post of a Blogger page, in the markup of its old and new themes. */
export const readBloggerPost = (scope: PageScope): Post => {
  const url = canonicalUrl(scope)
  const article = declaredArticle(scope)
  const title =
    lineOf(scope.find('.post-title.entry-title')) ??
    metaContent(scope, 'og:title') ??
    lineOf(scope.find('.post .post-title, .entry-title')) ??
    pageTitle(scope) ??
    ''
  return {
    title,
    url,
    siteName: siteNameOf(scope, title, url),
    author: lineOf(scope.find('.post-author .fn, .post .fn')) ?? article.author,
    publishedAt: publishedAt(scope, article.published),
    licence: licenceIn(scope, url, 'figure, .post-body, .comment') ?? article.licence,
  }
}

/** Blogger's count stands in the heading above the thread, or, in newer themes, in an attribute of its section. */
export const bloggerCount = (document: Document, root: Element): number | null => {
  const section = closest(root, '#comments, .comments')
  if (!section) return null
  const counted = attribute(section, 'data-num-comments')
  if (counted !== null && /^\d+$/.test(counted)) return Number(counted)
  for (const heading of createPageScope(document, root, section).findAll('h2, h3, h4, h5')) {
    const count = closest(heading, '.comment-form') ? null : onlyNumberIn(textOf(heading))
    if (count !== null) return count
  }
  return null
}
