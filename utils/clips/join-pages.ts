import type { ClippedThreadComment, NewClip, SentClip } from '@/utils/messages/clip'
import { fits } from './clip-schema'
import { type ClipDatabase, readClip } from './database'
import { idsOfKeys } from './natural-keys'

type Comments = readonly ClippedThreadComment[]

const firstTime = (comments: Comments): string =>
  comments.reduce((first, { publishedAt }) => (publishedAt && publishedAt < first ? publishedAt : first), '~')

/**
 * The comments of two pages of one thread, each once: as the later clip has them, where both have them, and a
 * comment rather than its empty place. The page with the earliest comment comes first.
 */
const joinComments = (earlier: Comments, later: Comments): ClippedThreadComment[] => {
  const whole = new Map<string, ClippedThreadComment>()
  const pages = firstTime(later) < firstTime(earlier) ? [later, earlier] : [earlier, later]
  for (const comment of pages.flat()) whole.set(comment.nativeId, comment)
  for (const comment of [...earlier, ...later]) if (!comment.missing) whole.set(comment.nativeId, comment)
  return [...whole.values()]
}

/**
 * A thread that goes on over several pages is clipped page by page, and is one clip: with the comments of the pages
 * that are in it already. Reads the library, so it comes before the transaction that writes.
 * @param clip as the page sent it
 * @param key its natural key
 */
export const withOtherPages = async (
  db: ClipDatabase,
  { isPart, ...clip }: SentClip,
  key: string,
): Promise<NewClip> => {
  if (!isPart || !clip.comments) return clip
  const known = (await idsOfKeys(db, [key])).get(key)
  const earlier = known === undefined ? undefined : await readClip(db, known)
  if (!earlier?.comments) return clip
  const comments = joinComments(earlier.comments, clip.comments)
  const whole = { ...clip, comments, text: comments.map(({ text }) => text).join('\n\n') }
  return fits(whole) ? whole : clip
}
