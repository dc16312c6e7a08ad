import type { Clip, ClipAuthor } from '@/utils/messages/clip'
import { foldSpace } from './content-hash'
import { type ClipRow, livingPosition } from './database'

const snippetLength = 240
/** What a clip answers is only hinted at. */
const contextLength = 120

/** The beginning of a text in one line, cut between words. */
export const snippetOf = (text: string, length = snippetLength): string => {
  // A comment of a megabyte is not folded for the sake of its first sentence.
  const line = foldSpace(text.slice(0, length * 4))
  if (line.length <= length) return line
  const cut = line.slice(0, length)
  const space = cut.lastIndexOf(' ')
  const whole = space > length / 2 ? cut.slice(0, space) : cut
  // Half of a surrogate pair is no character.
  return `${whole.replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** What a list calls an author: the sign-off of an anonymous comment says more than "Anonymous". */
export const shownName = ({ name, claimedName }: ClipAuthor): string => claimedName ?? name

const personKey = ({ name, claimedName, profileUrl, isAnonymous }: ClipAuthor): string | null =>
  profileUrl ?? claimedName ?? (isAnonymous || name === '' ? null : name)

/** The light row of a clip, all but where its body and its words are. */
export const rowOf = (clip: Clip, key: string): Omit<ClipRow, 'pack' | 'chunk'> => {
  const comments = clip.comments?.filter(({ missing }) => !missing) ?? []
  const people = new Set(comments.map(({ author }) => personKey(author)).filter((person) => person !== null))
  const parent = clip.context.at(-1)
  return {
    id: clip.id,
    key,
    ...(clip.deletedAt === null ? { livingAt: livingPosition(clip) } : {}),
    savedAt: clip.savedAt,
    deletedAt: clip.deletedAt,
    kind: clip.kind,
    nativeId: clip.source.nativeId,
    authorName: shownName(clip.author),
    title: clip.source.pageTitle,
    siteName: clip.source.siteName,
    pageUrl: clip.source.pageUrl,
    permalink: clip.source.permalink,
    publishedAt: clip.publishedAt,
    publishedText: clip.publishedText,
    snippet: snippetOf(clip.text || (comments[0]?.text ?? '')),
    contextAuthor: parent ? shownName(parent.author) : '',
    contextSnippet: parent ? snippetOf(parent.text, contextLength) : '',
    commentCount: comments.length,
    peopleCount: people.size,
    starred: clip.starred,
  }
}
