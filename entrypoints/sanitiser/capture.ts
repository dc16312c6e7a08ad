import { v4 as uuid } from 'uuid'
import type { CommentParts } from '@/utils/dom/comment-parts'
import {
  type ClippedComment,
  type ClippedThreadComment,
  clipAuthor,
  longestLine,
  type NewClip,
  type SentClip,
} from '@/utils/messages/clip'
import type { ReadComment, ReadThread } from '@/utils/sites/common/site-adapter'
import { ancestorsOf, type Thread } from '@/utils/thread/build-thread'
import type { Conversation } from '@/utils/thread/conversation'

/**
 * What a clip is taken from. `shown` is the nesting of the conversation, where what answers any part of a comment in
 * several parts is beneath the first; `parts` is as in `ThreadPage`; `isPart` says that there are other pages of it.
 */
export type ClipOrigin = {
  read: Pick<ReadThread, 'platform' | 'post'> & { comments: readonly ReadComment[] }
  conversation: Conversation
  shown: Thread
  parts: ReadonlyMap<number, readonly number[]>
  isPart: boolean
}

/**
 * Clean HTML of an element's content.
 * @param except what within it is left out
 * @param nodes what is taken in place of its content
 */
export type Sanitise = (
  element: Element,
  except?: CommentParts['except'],
  nodes?: readonly Element[],
) => string

const htmlOf = ({ body, words, except }: CommentParts, sanitise: Sanitise): string => {
  const element = words?.[0] ?? body
  return element ? sanitise(element, except, words) : ''
}

/** Some blogs take a whole post for its title: it can be kept all the same. */
const oneLine = (words: string): string =>
  words.length > longestLine ? `${words.slice(0, longestLine - 1)}…` : words

/** @param licence of what is clipped, where it has one of its own */
const source = (
  { read: { platform, post } }: ClipOrigin,
  licence: string | null = post.licence,
): Omit<NewClip['source'], 'permalink' | 'nativeId'> => ({
  platform,
  siteName: oneLine(post.siteName),
  pageUrl: post.url,
  pageTitle: oneLine(post.title),
  ...(licence === null ? {} : { licence }),
})

const firstOf = ({ parts }: ClipOrigin, entry: number): number => parts.get(entry)?.[0] ?? entry

/** A comment in several parts is one: the first says who and when, and all of them what. */
const clipped = (origin: ClipOrigin, entry: number, sanitise: Sanitise): ClippedComment => {
  const { read, conversation, parts } = origin
  const { comment } = read.comments[entry]!
  const all = parts.get(entry) ?? [entry]
  const whole = all.map((part) => read.comments[part]!)
  // Whoever signs a long text does so at its end.
  const signed = all.map((part) => conversation.commenters[part]?.name).find((name) => name !== undefined)
  const claimed = comment.author.isAnonymous ? signed : undefined
  return {
    nativeId: comment.id,
    author: clipAuthor(comment.author, claimed),
    // "3 hours ago" is kept as it was said, not as an instant that nobody wrote.
    publishedAt: comment.time.estimated ? null : (comment.time.instant ?? comment.time.local),
    publishedText: comment.time.text,
    permalink: comment.permalink ?? read.post.url,
    html: whole.map((part) => htmlOf(part.parts, sanitise)).join('<br>'),
    text: whole.map((part) => part.comment.text).join('\n'),
  }
}

/** One comment with the chain of comments that it answers. */
export const captureComment = (origin: ClipOrigin, asked: number, sanitise: Sanitise): NewClip => {
  const entry = firstOf(origin, asked)
  const { nativeId, permalink, ...content } = clipped(origin, entry, sanitise)
  const above = ancestorsOf(origin.shown, origin.shown.nodeOf[entry]!)
  return {
    id: uuid(),
    kind: 'comment',
    source: { ...source(origin, origin.read.comments[entry]!.comment.licence), permalink, nativeId },
    ...content,
    context: above.filter((node) => node.entry >= 0).map((node) => clipped(origin, node.entry, sanitise)),
  }
}

/** The whole thread as one clip: its text says what is inside, its comments are all there. */
export const captureThread = (origin: ClipOrigin, sanitise: Sanitise): SentClip => {
  const { read, shown, conversation } = origin
  const whole = shown.nodes.filter(({ entry }) => entry < 0 || firstOf(origin, entry) === entry)
  const comments = whole.map((node): ClippedThreadComment => {
    const parentId = shown.nodes[node.parent]?.id ?? null
    if (node.entry >= 0)
      return {
        ...clipped(origin, node.entry, sanitise),
        parentId,
        link: parentId === null ? null : (conversation.links[node.entry]?.kind ?? 'site'),
      }
    return {
      nativeId: node.id,
      author: { name: '', isPostAuthor: false, isAnonymous: true },
      publishedAt: null,
      publishedText: '',
      permalink: read.post.url,
      html: '',
      text: '',
      parentId,
      link: null,
      missing: true,
    }
  })
  return {
    id: uuid(),
    kind: 'thread',
    source: { ...source(origin), permalink: read.post.url, nativeId: '' },
    author: { name: read.post.author ?? '', isPostAuthor: true, isAnonymous: false },
    publishedAt: read.post.publishedAt,
    publishedText: '',
    html: '',
    text: comments.map(({ text }) => text).join('\n\n'),
    comments,
    context: [],
    ...(origin.isPart ? { isPart: true } : {}),
  }
}
