import { attribute, firstNode, nameOf, nextNode, textOf } from '@/utils/dom/unclobbered'
import { linkTarget } from './page-head'
import type { ReadComment, ReadThread } from './site-adapter'

/** An anchor of a comment on this or another page, as platforms and plug-ins write them. */
const anchor = /#(?:(?:li-|div-)?comment-|c|w(?:c|pd)-comm-)(\d+)(?:_\d+)?$/
const numberIn = (id: string): string | null => /^(?:comment-|c|w(?:c|pd)-comm-)?(\d+)$/.exec(id)?.[1] ?? null
const mostChars = 60

/** The first word of a text or of a name, behind an "@". */
const firstWord = (text: string): string => /^[\s@]*([^\s@,:;.!]*)/.exec(text)?.[1] ?? ''

/** The link that words begin with, an "@" before it or none. */
const openingLink = (body: Element): Element | null => {
  let at: Node | null = firstNode(body)
  for (let steps = 0; at && steps < 8; steps += 1) {
    const name = nameOf(at)
    if (name === 'A') return at as Element
    const isOpened = /^(?:P|SPAN|B|STRONG|EM|I|DIV)$/.test(name)
    if (!isOpened && (name !== '#text' || !/^[\s@]*$/.test(textOf(at)))) return null
    at = isOpened ? firstNode(at) : nextNode(at)
  }
  return null
}

const hostOf = (url: string | null): string | null => (url === null ? null : new URL(url).host)

/** The number of the comment that a comment's first link leads to; another blog's have numbers of their own. */
const linkedNumber = ({ comment, parts }: ReadComment): string | null => {
  const link = parts.body && openingLink(parts.body)
  const href = link && attribute(link, 'href')
  const found = href && anchor.exec(href)
  if (!found || textOf(link).trim().length >= mostChars) return null
  const isHere = href.startsWith('#') || hostOf(linkTarget(link)) === hostOf(comment.permalink)
  return isHere ? (found[1] as string) : null
}

/**
 * Comments that begin with a name that is a link to an earlier one answer that: reply buttons of blogs that have no
 * replies write "<a href="#comment-7">@Ann</a>", and so do those of blogs that nest no deeper. What the page shows them
 * under stays.
 */
export function* withLinkedAnswers(thread: ReadThread): Generator<void, ReadThread> {
  const ids = new Map<string, string>()
  /** First words of names: whoever begins with none of them begins with no such link, and need not be looked at. */
  const names = new Set<string>()
  const link = function* (comments: readonly ReadComment[]): Generator<void> {
    for (const [index, one] of comments.entries()) {
      if (index % 256 === 255) yield
      const { comment } = one
      const { text, author } = comment
      const mayLink = text.startsWith('@') || names.has(firstWord(text.slice(0, mostChars)))
      const number = mayLink ? linkedNumber(one) : null
      const answered = number === null ? undefined : ids.get(number)
      if (answered !== undefined && answered !== comment.parentId) comment.answersId ??= answered
      if (author.name !== null) names.add(firstWord(author.name))
      const own = numberIn(comment.id)
      if (own !== null) ids.set(own, comment.id)
    }
  }
  yield* link(thread.comments)
  const { readAdded } = thread
  if (!readAdded) return thread
  return {
    ...thread,
    *readAdded(added) {
      const found = yield* readAdded(added)
      if (found) yield* link(found)
      return found
    },
  }
}
