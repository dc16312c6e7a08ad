import { attribute, closest, find, findAll } from '@/utils/dom/unclobbered'
import type { Post } from '@/utils/thread/comment'
import { createClock, readDate } from './clock'
import { canonicalUrl, declaredArticle, httpUrl, isoTime, lineOf, metaContent, pageLanguages, pageTitle } from './page-head'

const siteNameOf = (document: Document, title: string, url: string): string => {
  const declared = metaContent(document, 'og:site_name') ?? lineOf(find(document, '.Header h1, .Header .title, #header h1'))
  if (declared) return declared
  // Blogger's own titles are "Blog: Post"; other themes write "Post | Blog".
  const whole = pageTitle(document) ?? ''
  const rest = whole.includes(title) ? whole.replace(title, '').replace(/^[\s:|»«·–—-]+|[\s:|»«·–—-]+$/g, '') : ''
  return rest || new URL(url).hostname
}

const publishedAt = (document: Document, declared: string | null): string | null => {
  const marked = find(document, 'abbr.published[title], time.published[datetime], time[itemprop="datePublished"]')
  const written = marked && (attribute(marked, 'datetime') ?? attribute(marked, 'title'))
  const iso = isoTime(written) ?? isoTime(metaContent(document, 'datePublished', 'article:published_time')) ?? isoTime(declared)
  if (iso) return iso
  const languages = pageLanguages(document)
  const date = lineOf(find(document, '.date-header'))
  const clock = lineOf(find(document, '.post-timestamp .published, .timestamp-link'))
  // Where the day stands above the post and only the clock below it, both together are the time.
  const readClock = createClock(languages)
  const day = date && readDate(date, languages)
  if (!day) return clock && readClock(clock, null)
  const time = clock && readClock(clock, Date.parse(`${day}T12:00Z`))
  return time?.startsWith(day) ? time : `${day}T00:00`
}

/** A licence of the page, not of a picture in the post nor of a commenter's link. */
const licenceOf = (document: Document, base: string): string | null => {
  for (const link of findAll(document, 'link[rel~="license" i], a[rel~="license" i]')) {
    const url = closest(link, '.post-body, .comment') ? null : httpUrl(attribute(link, 'href'), base)
    if (url) return url
  }
  return null
}

/** The post of a Blogger page, in the markup of its old and new themes. */
export const readBloggerPost = (document: Document): Post => {
  const url = canonicalUrl(document)
  const article = declaredArticle(document)
  const title =
    lineOf(find(document, '.post-title.entry-title')) ??
    metaContent(document, 'og:title') ??
    lineOf(find(document, '.post .post-title, .entry-title')) ??
    pageTitle(document) ??
    ''
  return {
    title,
    url,
    siteName: siteNameOf(document, title, url),
    author: lineOf(find(document, '.post-author .fn, .post .fn')) ?? article.author,
    publishedAt: publishedAt(document, article.published),
    licence: licenceOf(document, url) ?? article.licence,
  }
}
