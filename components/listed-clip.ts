import type { ClipRow } from '@/utils/clips/database'
import type { ClipKind } from '@/utils/messages/clip'

/** What the list shows of a clip: plain text, all of it the page's own words. */
export type ListedClip = Pick<
  ClipRow,
  | 'id'
  | 'kind'
  | 'authorName'
  | 'title'
  | 'permalink'
  | 'savedAt'
  | 'publishedText'
  | 'snippet'
  | 'contextAuthor'
  | 'contextSnippet'
  | 'commentCount'
  | 'peopleCount'
>

/** What can be done with a clip of the list. */
export type ClipActions = {
  open(clip: ListedClip): void
  copy(clip: ListedClip): void
  /** Moves to the trash, or back from there. */
  remove(clip: ListedClip): void
  /** Shows it as a whole, where there is no room beside the list. */
  read?(clip: ListedClip): void
}

/** Only the web is opened: never `javascript:`, `file:` or another extension. */
export const webAddress = (address: string): string | null =>
  URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) ? address : null

const kindWords: Record<ClipKind, string> = {
  comment: '',
  branch: 'Branch',
  thread: 'Whole thread',
  post: 'Post',
  selection: 'Passage',
}

/** Who stands at the head of the row; a thread has no author but the page. */
export const headName = ({ kind, authorName }: Pick<ListedClip, 'kind' | 'authorName'>): string =>
  kind === 'thread' || kind === 'branch' ? kindWords[kind] : authorName || 'Somebody'
