import { owningFrame } from '@/utils/dom/owning-page'
import { addressOf, attribute } from '@/utils/dom/unclobbered'
import type { Post } from '@/utils/thread/comment'
import { licenceIn } from './licence'
import { canonicalUrl, declaredArticle, isoTime, lineOf, metaContent, pageTitle } from './page-head'
import { createPageScope, type PageScope } from './page-scope'

/** "A title | A site" without the site, whose name titles begin or end with. */
const withoutSite = (title: string, site: string): string => {
  const rest = title.replace(site, '').replace(/^[\s:|»«·–—-]+|[\s:|»«·–—-]+$/g, '')
  return title.length > site.length && title.includes(site) && rest !== '' ? rest : title
}

/**
 * The post of any page, from what most pages declare: Open Graph, JSON-LD, the first heading, the title. What stands in
 * a frame without an address is of the post around it.
 */
export const readPost = (within: PageScope): Post => {
  const frame = owningFrame(within.document)
  const scope = frame ? createPageScope(frame.ownerDocument, frame) : within
  const url = canonicalUrl(scope)
  const article = declaredArticle(scope)
  const siteName = metaContent(scope, 'og:site_name') ?? new URL(addressOf(scope.document)).hostname
  const marked = scope.find('time[itemprop="datePublished"], time[pubdate], time.published, time.entry-date')
  const title =
    metaContent(scope, 'og:title') ??
    lineOf(scope.find('h1.entry-title, .post-title, [itemprop="headline"]') ?? scope.find('h1')) ??
    pageTitle(scope) ??
    ''
  return {
    title: withoutSite(title, siteName),
    url,
    siteName,
    author: article.author ?? metaContent(scope, 'author'),
    publishedAt:
      isoTime(metaContent(scope, 'article:published_time', 'datePublished')) ??
      isoTime(article.published) ??
      isoTime(marked && attribute(marked, 'datetime')),
    licence: licenceIn(scope, url, 'figure, figcaption, .comment') ?? article.licence,
  }
}
