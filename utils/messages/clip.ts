import type { Author } from '@/utils/thread/comment'
import type { LinkKind } from '@/utils/thread/conversation'

/** So many characters a name, a title, or a time in words has at most. */
export const longestLine = 2_000

export type ClipKind = 'comment' | 'branch' | 'thread' | 'post' | 'selection'

export type ClipSource = {
  /** The adapter's id, e.g. "blogger". */
  platform: string
  siteName: string
  /** Canonical URL of the page, without hash. */
  pageUrl: string
  pageTitle: string
  /** Leads to the comment; for a thread or a post the page's URL. */
  permalink: string
  /** The platform's id of the comment; '' for a thread or a post. */
  nativeId: string
  licence?: string
}

export type ClipAuthor = {
  name: string
  /** The sign-off, where the account is anonymous. */
  claimedName?: string
  profileUrl?: string
  isPostAuthor: boolean
  isAnonymous: boolean
}

/** One comment inside a clip: of a chain of ancestors, a branch or a thread. */
export type ClippedComment = {
  nativeId: string
  author: ClipAuthor
  publishedAt: string | null
  publishedText: string
  permalink: string
  html: string
  text: string
}

/** A comment of a clipped branch or thread; `missing` marks the place of a parent that the page did not show. */
export type ClippedThreadComment = ClippedComment & {
  parentId: string | null
  link: LinkKind | null
  missing?: true
}

export type ClipRevision = { html: string; text: string; contentHash: string; savedAt: string }

/** What a page sends to be kept. Times are ISO 8601; HTML is sanitised already. */
export type NewClip = {
  /** UUID made by the page, so that a retry never makes a second row. */
  id: string
  kind: ClipKind
  source: ClipSource
  author: ClipAuthor
  publishedAt: string | null
  publishedText: string
  html: string
  text: string
  /** For `branch` and `thread`: the comments, flat, parents before replies. */
  comments?: ClippedThreadComment[]
  /** The chain of ancestors, nearest last. */
  context: ClippedComment[]
}

/** The same on its way: `isPart` says that the thread has comments on other pages, too. */
export type SentClip = NewClip & { isPart?: true }

/** A kept clip, as it is stored, exported and imported. */
export type Clip = NewClip & {
  savedAt: string
  updatedAt: string
  /** Null unless the clip is in the trash. */
  deletedAt: string | null
  tags: string[]
  note: string
  starred: boolean
  read: boolean
  /** Earlier contents, oldest first. */
  revisions: ClipRevision[]
  /** SHA-256 of the normalised text, in hex. */
  contentHash: string
}

/** The file that the library exports and imports. */
export type LibraryFile = {
  format: 'understory-library'
  version: 1
  exportedAt: string
  clips: Clip[]
}

/** What became of a clip that was sent to be kept; `id` is the id of the kept one. */
export type SavedClip = { id: string; outcome: 'created' | 'revised' | 'unchanged' | 'restored' }

/** What is kept of one page: for its comments, and under '' for the thread as a whole. */
export type ClippedOnPage = { id: string; kind: ClipKind; nativeId: string }

export const clipAuthor = (author: Author, claimedName?: string): ClipAuthor => ({
  name: author.name ?? '',
  ...(claimedName === undefined ? {} : { claimedName }),
  ...(author.profileUrl === null ? {} : { profileUrl: author.profileUrl }),
  isPostAuthor: author.isPostAuthor,
  isAnonymous: author.isAnonymous,
})
