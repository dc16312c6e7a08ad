import type { CommentParts } from '@/utils/dom/comment-parts'
import type { Comment, Post } from '@/utils/thread/comment'
import type { PageLink, ThreadPages } from '@/utils/thread/pages'

/** A comment beside its place on the page. */
export type ReadComment = { comment: Comment; parts: CommentParts }

export type { PageLink, ThreadPages }

/** One thread as an adapter read it. */
export type ReadThread = {
  /** The adapter's id, e.g. "blogger". */
  platform: string
  post: Post
  /**
   * Holds the top-level comments; a rearranged thread is shown inside it. Where a page has several threads, what
   * holds them all, and each comment says in `parts.list` which it belongs to.
   */
  root: HTMLElement
  /** How many comments the page's own heading promises; null where it has no number. */
  declaredCount: number | null
  /** Set where the page holds further comments back behind a control of its own, such as "Load more". */
  hasMore?: true
  /** Set where the thread goes on over several pages, and the page leads to others of them. */
  pages?: ThreadPages
  /** In document order, parents before their replies. */
  comments: ReadComment[]
  /**
   * Reads the comments that the page's own script has added since, at a cost that is proportional to them; in
   * document order. What is no comment, or was read before, is passed over; a comment that the page has filled in since
   * is given again, under its id. It works while the comments are moved into one list. Left out where only a whole new reading can tell; where that is so of these elements alone, gives null.
   * @param added elements that are or hold new comments
   */
  readAdded?: (added: readonly Element[]) => Generator<void, ReadComment[] | null>
  /**
   * For threads that survive only as text: the elements above are not in the document yet.
   * `with` takes the place of `replaces` while the page is enhanced.
   */
  mount?: { replaces: Element; with: HTMLElement }
}

/**
 * Reads one platform's DOM (or text shape). A file in `utils/sites/` exports two things:
 * `hint`, a few selector look-ups that say whether reading is worth a try (it goes into the probe, so it
 * must be tiny and import nothing heavy), and `adapter`.
 */
export type SiteAdapter = {
  id: string
  name: string
  /**
   * How it knows what it reads: by a platform's own markup (the default), by structure that the page declares, or
   * by a guess from what looks alike. Those that know better are asked first.
   */
  knowsBy?: 'declaration' | 'guess'
  /**
   * Reads all threads of the document and never changes it. A generator, so that a long thread can be read
   * in slices: it yields at least after every few dozen comments, and returns [] where there is no thread.
   * Malformed comments are skipped or read with what they have; it throws only where a selector that must
   * match does not.
   */
  read(document: Document): Generator<void, ReadThread[]>
}

/**
 * Says cheaply whether a document may hold a thread of this platform. It is mostly data, since the probe carries the
 * hints of all adapters to every page.
 */
export type Hint = {
  /** Each is looked up by itself; where none finds anything, the page is not this platform's. */
  selectors: readonly string[]
  /** Whether its pages always have a class or an id that holds the word "comment": the probe asks nowhere else. */
  isNamed?: true
  /** Asked where one does, if that says too little. */
  confirm?: (document: Document) => boolean
}
