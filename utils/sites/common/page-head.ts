import { addressOf, attribute, find, textOf } from '@/utils/dom/unclobbered'
import type { PageScope } from './page-scope'

/** Words on one line, without white space at either end. */
export const oneLine = (text: string): string =>
  /[^\S ]| {2}|^ | $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text

export const lineOf = (element: Element | null): string | null =>
  (element && oneLine(textOf(element))) || null

/** An absolute http(s) URL, or null. */
export const httpUrl = (address: string | null | undefined, base: string): string | null => {
  if (!address) return null
  try {
    const url = new URL(address, base)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
  } catch {
    return null
  }
}

const isPlainUrl = (address: string): boolean =>
  /^https?:\/\/[\w.-]+(?::\d+)?\/[\w./~%?&=#+:,;@!$*()-]*$/.test(address)

/** Where a link leads, as an absolute http(s) URL. Most need no parsing. */
export const linkTarget = (link: Element, written = attribute(link, 'href')): string | null => {
  if (!written) return null
  if (isPlainUrl(written)) return written
  const { href } = link as HTMLAnchorElement
  return isPlainUrl(href) ? href : httpUrl(href, 'about:blank')
}

/** The content of the first `<meta>` that a page declares under one of these names. */
export const metaContent = (scope: PageScope, ...names: string[]): string | null => {
  for (const name of names) {
    const meta = scope.find(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)
    const content = meta && attribute(meta, 'content')
    if (content?.trim()) return oneLine(content)
  }
  return null
}

/** What in a query does not tell posts apart: where the reader came from, how it is to look, and which page of it. */
const idle =
  /^(?:$|(?:utm_\w+|\w*clid|ref|from|nc|m|nojs|amp|share|replytocom|unapproved|moderation-hash|view|style|format|sort|order|mode|expand\w*|lang|hl|print|showComment|thread)(?:=|$)|(?:page|cpage|paged|commentPage|debut_\w+|offset|start)=\d*$)/i

/** Of a query, what may say which post it is: "?p=12", "?article12". Pages that are files have none that does. */
const postQuery = ({ pathname, search }: URL): string =>
  /\.s?html?$/i.test(pathname)
    ? ''
    : search
        .slice(1)
        .split('&')
        .filter((part) => !idle.test(part))
        .join('&')

/**
 * The address of the post that a page shows: without hash, and the same on all pages of its thread. A declared
 * canonical one counts only where its path is the page's own: themes that declare the blog's front page on every post
 * would mix up all its threads.
 */
export const canonicalUrl = (scope: PageScope): string => {
  const page = new URL(addressOf(scope.document))
  const link = scope.find('link[rel~="canonical" i]')
  const declared = link && httpUrl(attribute(link, 'href'), page.href)
  const url = declared && new URL(declared).pathname === page.pathname ? new URL(declared) : page
  url.hash = ''
  url.search = postQuery(url)
  // WordPress and Typepad number the pages of a thread in the path.
  url.pathname = url.pathname
    .replace(/\/comment-page-\d+\/?$/, '/')
    .replace(/\/comments\/page\/\d+\/?$/, '.html')
  return url.href
}

export const pageTitle = (scope: PageScope): string | null => lineOf(scope.find('head > title'))

export const pageLanguages = (document: Document): string[] => {
  const root = find(document, 'html')
  const language = root && (attribute(root, 'lang') ?? attribute(root, 'xml:lang'))
  return language ? [language] : []
}

type Article = { datePublished?: unknown; author?: unknown; license?: unknown; '@type'?: unknown }

/** What JSON-LD says of a licence: an address, a name, or an object with either. */
const declaredLicence = (value: unknown): string | null => {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value]
  if (typeof first === 'string') return oneLine(first) || null
  const { '@id': id, url, name } = (first ?? {}) as Record<string, unknown>
  const said = [url, id, name].find((words) => typeof words === 'string' && words.trim() !== '')
  return said === undefined ? null : oneLine(said as string)
}

/** What a page says of its article in JSON-LD; {} where it says nothing that can be read. */
export const declaredArticle = (
  scope: PageScope,
): { published: string | null; author: string | null; licence: string | null } => {
  const words = (value: unknown): string | null =>
    typeof value === 'string' && value.trim() ? oneLine(value) : null
  for (const script of scope.findAll('script[type="application/ld+json"]')) {
    try {
      const data: unknown = JSON.parse(textOf(script))
      // Many blogs put everything into one graph.
      const items = (Array.isArray(data) ? data : [data]).flatMap(
        (item: { '@graph'?: unknown } | null) => item?.['@graph'] ?? item,
      ) as (Article | null)[]
      const article = items.find(
        (item) => typeof item?.['@type'] === 'string' && /(?:Article|BlogPosting)$/.test(item['@type']),
      )
      if (!article) continue
      const author = (Array.isArray(article.author) ? article.author[0] : article.author) as
        | { name?: unknown }
        | null
        | undefined
      return {
        published: words(article.datePublished),
        author: words(author?.name),
        licence: declaredLicence(article.license),
      }
    } catch {
      // Themes write JSON by hand, and not always well.
    }
  }
  return { published: null, author: null, licence: null }
}

/** ISO 8601 as a page writes it, as an instant where it has a zone, else as local date-time; null where it is none. */
export const isoTime = (written: string | null): string | null => {
  const parts =
    /^\s*(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?\s*$/i.exec(
      written ?? '',
    )
  if (!parts) return null
  const [whole, date, time, zone] = parts
  const instant = new Date(zone ? whole.trim() : `${date}T${time}Z`)
  if (Number.isNaN(instant.getTime())) return null
  return zone ? instant.toISOString() : `${date}T${time}`
}
