import type { CommentParts } from '@/utils/dom/comment-parts'
import { type Except, plainText } from '@/utils/dom/plain-text'
import {
  addressOf,
  attribute,
  find,
  hasClass,
  isWithin,
  matches,
  parentNode,
  textOf,
} from '@/utils/dom/unclobbered'
import type { Comment, CommentStatus, CommentTime } from '@/utils/thread/comment'
import { isAnonymousWord } from './anonymous-words'
import { createClock } from './clock'
import { isoTime, lineOf, linkTarget, oneLine, pageLanguages } from './page-head'
import { createPageScope, type PageScope } from './page-scope'
import { readPost } from './read-post'
import { createEstimate } from './relative-time'
import type { ReadComment, ReadThread, ThreadPages } from './site-adapter'
import { createUniqueIds, stableHash } from './unique-ids'

/** The elements of one comment, as an adapter found them; what they say is read from them. */
export type FoundComment = {
  element: HTMLElement
  header: HTMLElement | null
  body: HTMLElement | null
  /** Names the author; a link in it or around it leads to the profile. */
  name: Element | null
  /** Shows the time; an attribute of it may hold it for machines. */
  time: Element | null
  /** The displayed time as words, where the element that shows it says more. */
  timeText?: string
  /** Words that say more of when than the text that stands for the time: a clock beside a day. */
  clockText?: string
  /** Leads to this comment. */
  link?: Element | null
  /** The platform's own id; where it has none, the element's. */
  id?: string | null
  /** The name as words, where the element that names the author says more. */
  nameText?: string | null
  /** The words, where no element holds just them. */
  text?: string
  /** Elements within the body that are not the commenter's words: their class, or what says so of each. */
  except?: Except
  isPostAuthor?: boolean
  status?: CommentStatus
  isPing?: boolean
  licence?: string | null
  /** The elements that are the words, where the body holds more than them. */
  words?: readonly HTMLElement[]
  list?: HTMLElement
  all?: readonly HTMLElement[]
}

/** "2014-02-07 10:53:03Z, License: …" as StackExchange writes it, "2019-07-17T20:09:45Z" as others do. */
const machineTime = (element: Element): string | null => {
  for (const name of ['datetime', 'title', 'data-time', 'content', 'data-datetime']) {
    const written = attribute(element, name)
    const parts =
      written &&
      /^\s*(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|UTC|[+-]\d{2}:?\d{2})?/i.exec(
        written,
      )
    if (parts) return `${parts[1]}T${parts[2]}${(parts[3] ?? '').toUpperCase().replace('UTC', 'Z')}`
  }
  return null
}

const isLocal = (iso: string | null): boolean => !!iso && !iso.endsWith('Z')

/** What says of an element whether it is left out of the words; the class of such elements does, too. */
const asPredicate = (except: Except): ((element: Element) => boolean) =>
  typeof except === 'string' ? (element) => hasClass(element, except) : except

/**
 * Reads comments from their elements, one after the other, each with an id of its own.
 * @param estimate gives times that are known by words only an instant; without it they have none
 */
export const createExactReader = (
  document: Document,
  estimate: (time: CommentTime) => CommentTime = (time) => time,
) => {
  const readClock = createClock(pageLanguages(document))
  const uniqueId = createUniqueIds()
  const address = addressOf(document).replace(/#.*$/s, '')

  const timeOf = (element: Element | null, shown?: string, clock?: string): CommentTime => {
    if (!element) return { text: '', instant: null, local: null }
    const text = oneLine(shown ?? textOf(element))
    const inner = machineTime(element) ?? machineTime(find(element, 'time, [title]') ?? element)
    const declared = isoTime(inner)
    const instant = isLocal(declared) ? null : declared
    // A machine-readable time with an offset holds the blog's own clock.
    const own = inner && (isLocal(declared) || /[+-]\d{2}:?\d{2}$/.test(inner)) ? inner.slice(0, 16) : null
    const milliseconds = instant ? Date.parse(instant) : null
    const title = attribute(element, 'title')
    const local =
      (text === '' ? null : readClock(clock ? `${text} ${clock}` : text, milliseconds)) ??
      own ??
      (title && !inner ? readClock(title, milliseconds) : null)
    return estimate({ text, instant, local })
  }

  const profileOf = (name: Element | null): string | null => {
    if (!name) return null
    const link = matches(name, 'a') ? name : (find(name, 'a[href]') ?? parentNode(name))
    return link && (link as Element).nodeName === 'A' ? linkTarget(link as Element) : null
  }

  return (found: FoundComment, parentId: string | null): ReadComment => {
    const { element, header, body, name, link, list, all } = found
    const own = attribute(element, 'id')?.trim() || null
    const words = found.text ?? (body ? plainText(body, found.except) : '')
    const target = link ? linkTarget(link) : null
    const anchor = own && /^https?:/.test(address) ? `${address}#${encodeURIComponent(own)}` : null
    const shown = found.nameText ?? lineOf(name)
    const profileUrl = profileOf(name)
    const time = timeOf(found.time, found.timeText, found.clockText)
    const id = found.id ?? own
    const comment: Comment = {
      id: uniqueId(id && /\S/.test(id) ? id : `x${stableHash(`${shown} ${time.text} ${words}`)}`),
      parentId,
      author: {
        name: shown,
        profileUrl,
        isPostAuthor: found.isPostAuthor ?? false,
        isAnonymous: profileUrl === null && (shown === null || isAnonymousWord(shown)),
      },
      time,
      permalink: target ?? anchor,
      text: words,
      status: found.status ?? 'present',
    }
    if (found.isPing) comment.isPing = true
    if (found.licence) comment.licence = found.licence
    const parts: CommentParts = { element, header, body, replies: null }
    if (found.words) parts.words = found.words
    if (found.except) parts.except = asPredicate(found.except)
    if (all) parts.all = all
    if (list) parts.list = list
    return { comment, parts }
  }
}

/** The same for platforms that say "3 hours ago". */
export const createCommentReader = (document: Document) =>
  createExactReader(document, createEstimate(pageLanguages(document)))

/** The nearest element that holds both. */
export const commonAncestor = (first: Node, second: Node): HTMLElement => {
  let holder: Node = first
  while (!isWithin(second, holder)) {
    const above = parentNode(holder)
    if (!above) break
    holder = above
  }
  return holder as HTMLElement
}

/** The element that holds the top-level comments, or all lists of them. */
export const rootOf = (comments: readonly ReadComment[]): HTMLElement | null => {
  let root: HTMLElement | null = null
  for (const { comment, parts } of comments) {
    if (comment.parentId !== null) continue
    const holder = parentNode(parts.element)
    if (!holder) return null
    root = root ? commonAncestor(root, holder) : (holder as HTMLElement)
  }
  return root
}

/** A thread of what was read; null where no comment has words. */
export const assembleThread = (
  document: Document,
  platform: string,
  comments: ReadComment[],
  more: (scope: PageScope) => {
    declaredCount?: number | null
    hasMore?: boolean
    pages?: ThreadPages | null
  } = () => ({}),
): ReadThread | null => {
  const root = rootOf(comments)
  if (root?.nodeType !== 1 || !comments.some(({ comment }) => comment.text !== '')) return null
  const scope = createPageScope(document, root)
  const { declaredCount = null, hasMore, pages } = more(scope)
  return {
    platform,
    post: readPost(scope),
    root,
    declaredCount,
    ...(hasMore || pages ? { hasMore: true as const } : {}),
    ...(pages ? { pages } : {}),
    comments,
  }
}
