import { isWithin } from '@/utils/dom/unclobbered'
import type { ReadThread } from './site-adapter'

/** Blogger serves this many comments at a time, and leaves the rest to be loaded. */
const servedAtOnce = 200

const hasWords = ({ comment, parts }: ReadThread['comments'][number]): boolean =>
  comment.text !== '' || !!parts.body?.firstElementChild

const countDoubt = ({ comments, declaredCount, hasMore }: ReadThread): string | null => {
  if (declaredCount === null) return null
  const read = comments.length
  const deleted = comments.filter(({ comment }) => comment.status === 'deleted').length
  // Some platforms count the places of deleted comments, some do not.
  if (declaredCount <= read && declaredCount >= read - deleted) return null
  if (declaredCount > read && (hasMore || declaredCount > servedAtOnce)) return null
  const said = declaredCount === 1 ? '1 comment' : `${declaredCount.toLocaleString('en')} comments`
  return `The page's heading says ${said}, but ${read.toLocaleString('en')} ${read === 1 ? 'was' : 'were'} read.`
}

const orderDoubt = ({ comments }: ReadThread): string | null => {
  const seen = new Set<string>()
  for (const { comment } of comments) {
    if (seen.has(comment.id)) return `Two comments were read with the same id, ${comment.id}.`
    if (comment.parentId !== null && !seen.has(comment.parentId))
      return `A reply was read before the comment it answers, ${comment.id}.`
    seen.add(comment.id)
  }
  return null
}

/** What looks wrong about a thread as it was read, in one sentence for the reader; null where nothing does. */
export const doubt = (thread: ReadThread): string | null => {
  const { comments, root } = thread
  if (comments.length === 0) return 'A list of comments was seen, but no comment could be read.'
  if (!comments.some(hasWords)) {
    return comments.length === 1
      ? 'A comment was seen, but it has no words that could be read.'
      : `${comments.length.toLocaleString('en')} comments were seen, but none has words that could be read.`
  }
  if (!comments.every(({ comment, parts }) => comment.parentId !== null || isWithin(parts.element, root))) {
    return 'The comments are not in one list.'
  }
  return countDoubt(thread) ?? orderDoubt(thread)
}
