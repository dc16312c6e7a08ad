import TurndownService from 'turndown'
import { sanitiseToFragment } from '@/utils/dom/html'
import type { Clip, ClippedComment, ClippedThreadComment } from '@/utils/messages/clip'
import { shownName, snippetOf } from './clip-row'

/** Deeper replies are quoted no deeper: a page of ">" is not readable. */
const maxQuoteDepth = 8
const contextLength = 400

let service: TurndownService | undefined

/** Made on first use: a service worker may load this module, but has no DOM to use it with. */
const turndown = (): TurndownService => {
  if (service) return service
  service = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-' })
  const itsOwn = service.escape
  // In Markdown a "<" begins live HTML, and "&copy;" is a character: words that look like it stay words.
  service.escape = (text) => itsOwn.call(service, text).replace(/<|&(?=#?\w+;)/g, '\\$&')
  return service
}

const plain = (text: string): string => turndown().escape(text.replace(/\s+/gu, ' ').trim())

/** Brackets and spaces would end the address. */
const link = (words: string, url: string): string =>
  url === ''
    ? words
    : `[${words}](${url.replace(/[\s()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)})`

const bodyOf = ({ html, text }: Pick<ClippedComment, 'html' | 'text'>): string => {
  if (html === '') return text.split(/\n+/).map(plain).join('\n\n')
  // A node, never a string: Turndown would parse a string by itself.
  return turndown().turndown(sanitiseToFragment(html) as unknown as HTMLElement)
}

const quote = (markdown: string, depth = 1): string =>
  depth <= 0
    ? markdown
    : markdown
        .split('\n')
        .map((line) => `${'>'.repeat(depth)} ${line}`.trimEnd())
        .join('\n')

const timeOf = ({
  publishedText,
  publishedAt,
}: Pick<ClippedComment, 'publishedText' | 'publishedAt'>): string =>
  plain(publishedText || (publishedAt ?? ''))

/** "**FranK**, [30 October 2020 at 21:31](https://…)" */
const byline = (
  comment: Pick<ClippedComment, 'author' | 'publishedText' | 'publishedAt' | 'permalink'>,
): string => {
  const name = `**${plain(shownName(comment.author)) || 'Unknown'}**`
  const time = timeOf(comment)
  if (time === '') return link(name, comment.permalink)
  return `${name}, ${link(time, comment.permalink)}`
}

const entry = (comment: ClippedThreadComment, depth: number): string =>
  quote(
    comment.missing ? '*A comment that the page did not show.*' : `${byline(comment)}\n\n${bodyOf(comment)}`,
    Math.min(depth, maxQuoteDepth),
  )

/** Comments with their depth; parents come before replies, and a reply to nothing stands at the top. */
const threadOf = (comments: ClippedThreadComment[]): string[] => {
  const depths = new Map<string, number>()
  return comments.map((comment) => {
    const above = comment.parentId === null ? undefined : depths.get(comment.parentId)
    const depth = above === undefined ? 0 : above + 1
    depths.set(comment.nativeId, depth)
    return entry(comment, depth)
  })
}

/**
 * A clip as Markdown with its attribution: who, when, a link to the source, and what it answers as a quotation.
 * For pages only, since it needs a DOM.
 */
export const clipToMarkdown = (clip: Clip): string => {
  const { source, comments } = clip
  const where = link(plain(source.pageTitle || source.siteName || source.pageUrl), source.pageUrl)
  const site = source.siteName === '' || source.pageTitle === '' ? '' : ` (${plain(source.siteName)})`
  const context = clip.context.map((ancestor) =>
    quote(`${byline(ancestor)}:\n${plain(snippetOf(ancestor.text, contextLength))}`),
  )
  // The words of a branch or a thread are those of its comments.
  const body = comments && comments.length > 0 ? threadOf(comments).join('\n\n<!-- -->\n\n') : bodyOf(clip)
  const head = `${byline({ ...clip, permalink: source.permalink })} · ${where}${site}`
  return `${[head, ...context, body, clip.note && `*Note:* ${plain(clip.note)}`].filter((part) => part !== '').join('\n\n')}\n`
}
