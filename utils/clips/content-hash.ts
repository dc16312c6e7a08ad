import type { Clip, ClipRevision, NewClip } from '@/utils/messages/clip'

/** White space folded to single spaces. The test is there because most texts need no replacing, which is slow. */
export const foldSpace = (text: string): string =>
  (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/gu, ' ') : text).trim()

/** Text as it counts for "has it changed?": canonical Unicode, white space folded. */
const normalise = (text: string): string => foldSpace(text.normalize('NFC'))

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The words that the hash covers. Comments count by id, so that another arrangement is no other content. */
const hashedText = ({ text, comments }: Pick<NewClip, 'text' | 'comments'>): string => {
  if (!comments) return normalise(text)
  const entries = comments.map((comment) => `${comment.nativeId}\u001f${normalise(comment.text)}`)
  return [normalise(text), ...entries.sort()].join('\u001e')
}

/** SHA-256 of the normalised text, in hex. Never call it inside a transaction: that would end it. */
export const contentHash = async (clip: Pick<NewClip, 'text' | 'comments'>): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(hashedText(clip))))

/** The revisions of one clip hold at most this many characters; beyond, the oldest go. */
const maxRevisionCharacters = 32 * 2 ** 20

/** Drops the oldest revisions of a clip that has been changed beyond measure. */
export const boundRevisions = (revisions: ClipRevision[]): ClipRevision[] => {
  let left = maxRevisionCharacters
  const first = revisions.findLastIndex(({ html, text }) => {
    left -= html.length + text.length
    return left < 0
  })
  return first < 0 ? revisions : revisions.slice(first + 1)
}

/**
 * What an earlier content becomes when a later one takes its place. Of a thread only the comments that are gone
 * or changed are kept: a thread that grows every day would otherwise hold a copy of itself for every day.
 */
export const revisionOf = (
  earlier: Omit<Clip, 'deletedAt'>,
  later: Pick<NewClip, 'comments'>,
): ClipRevision => {
  const kept = new Map(later.comments?.map(({ nativeId, text }) => [nativeId, normalise(text)]))
  const lost = (earlier.comments ?? []).filter(
    ({ nativeId, text }) => text !== '' && kept.get(nativeId) !== normalise(text),
  )
  const told = lost.map(({ author, publishedText, text }) => `${author.name}, ${publishedText}\n${text}`)
  // The text of a branch or a thread is that of its comments, once more.
  const own = earlier.comments && earlier.comments.length > 0 ? '' : earlier.text
  return {
    html: earlier.html,
    text: [own, ...told].filter((part) => part !== '').join('\n\n'),
    contentHash: earlier.contentHash,
    savedAt: earlier.updatedAt,
  }
}
