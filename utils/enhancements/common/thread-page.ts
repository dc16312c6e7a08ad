import type { ReadonlySignal, Signal } from '@preact/signals-core'
import type { CommentParts } from '@/utils/dom/comment-parts'
import type { NotedPlace } from '@/utils/dom/keep-place'
import type { Arrangement, ArrangementName } from '@/utils/thread/arrange'
import type { Thread } from '@/utils/thread/build-thread'
import type { Comment } from '@/utils/thread/comment'
import type { Conversation, Inference } from '@/utils/thread/conversation'
import type { ThreadPages } from '@/utils/thread/pages'
import type { Watcher } from './quietly'
import type { Toolbar } from './toolbar'

/** A comment beside its place on the page. */
export type PageComment = { comment: Comment; parts: CommentParts }

/** One of the answers that there are to a question, and what becomes of the clip with it. */
export type ClipChoice = { words: string; choose(): Promise<ClipAnswer> }

/**
 * What became of a request to clip; `why` is one sentence for the reader. With `choices` it is a question that has
 * to be answered first.
 */
export type ClipAnswer = { kept: true } | { kept: false; why: string; choices?: readonly ClipChoice[] }

/** A comment of another page of the thread: what it says, clean, and how that page marks it up. */
export type LoadedComment = {
  comment: Comment
  body: DocumentFragment
  /** Elements of a document that is not shown: their tags and classes make the comment look like the others. */
  pattern: Pick<CommentParts, 'element' | 'header' | 'body' | 'replies'>
}

export type LoadedPage = { comments: LoadedComment[] } | { why: string }

/** What enhancements may ask of the world outside the page. */
export type PageServices = {
  /** Keeps a comment, by its entry; answers when it is safe on disk. */
  clipComment(entry: number): Promise<ClipAnswer>
  clipThread(): Promise<ClipAnswer>
  /** Ids of the branches that were folded when the page was last left. */
  recallFolds(): string[]
  rememberFolds(ids: string[]): void
  /** Pairs of ids, `${id} ${parentId}`: the reader said that the first is no answer to the second. */
  recallRefused(): string[]
  rememberRefused(pairs: string[]): void
  /** The arrangement last chosen on this site. */
  recallArrangement(): ArrangementName
  rememberArrangement(name: ArrangementName): void
  /** ISO instant of the visit before this one; null on a first visit. */
  lastVisit(): Promise<string | null>
  /** Fetches another page of the thread, because the reader asked for it; `why` is one sentence for the reader. */
  loadPage(url: string): Promise<LoadedPage>
  /** Gives the page back. */
  turnOff(): void
}

/** What came in last: the thread itself at first, then what the page adds to it. */
export type Growth = {
  /** Comments from this index on are new. */
  from: number
  /** Earlier comments of which their words tell something else now. */
  reread: ReadonlySet<number>
  /** Keys of the commenters who wrote more or fewer of the comments than was known before. */
  people: ReadonlySet<string>
}

/** A recognised thread and what is known of it: all that an enhancement gets to work with. */
export type ThreadPage = {
  document: Document
  /** Holds the top-level comments. */
  root: HTMLElement
  /**
   * In page order, followed by those that came in later; an `entry` is an index into this list and never changes.
   * This and all that is known of the comments grows in place; `growth` says when.
   */
  comments: readonly PageComment[]
  entryOf: ReadonlyMap<string, number>
  conversation: Conversation
  explain: Inference['explain']
  /** Of comments in several parts only, by each part: the entries of all parts, in order. */
  parts: ReadonlyMap<number, readonly number[]>
  /** Takes an answer off what it is said to answer, and remembers that; returns what puts it back. */
  refuse(entry: number, parentId: string): () => void
  /** What each commenter wrote, by key. */
  entriesOf: ReadonlyMap<string, readonly number[]>
  growth: ReadonlySignal<Growth>
  /** Comments that have, or are just getting, what they get from enhancements. */
  dressed: ReadonlySet<number>
  /** How many these are when all have it; those that the reader sees come first. */
  enhanced: ReadonlySignal<number>
  /** The platform's own nesting. */
  thread: ReadonlySignal<Thread>
  /** The words of the post and what holds them; null where they are not known. */
  postBody: { element: HTMLElement; text: string } | null
  /** The other pages that the thread goes on over; null where there is one. */
  pages: ThreadPages | null
  /**
   * Takes in comments that were put into the page since: reads their words and enhances them, in slices.
   * @param before for each, the entry that it stands right before on the page; null at the end
   */
  grow(added: readonly PageComment[], before: readonly (number | null)[]): Promise<void>
  arrangementName: Signal<ArrangementName>
  arrangement: ReadonlySignal<Arrangement>
  /** Ids of the comments whose branches are folded. */
  folded: Signal<ReadonlySet<string>>
  /** Ids of the comments that are in the library; '' stands for the whole thread. */
  clipped: Signal<ReadonlySet<string>>
  /** Ids of the comments posted since the last visit. */
  fresh: Signal<ReadonlySet<string>>
  /** What is out of sight is not laid out, so that heights are guessed. */
  isLong: boolean
  toolbar: Toolbar
  /** Where marks (who, when, new) and actions of a comment go: the end of its header. */
  line(entry: number): CommentLine
  services: PageServices
  /** Who watches the thread for what the page's own script does to it; see `quietly`. */
  watchers: Set<Watcher>
  /**
   * While enhancements start: what the reader saw of the thread, null where it was not a comment, and whether they have
   * gone on since. Who has all comments to change puts steps into `work` that say which ones, by entry, have been
   * changed and are to be dressed next.
   */
  opening: { place: Pick<NotedPlace, 'seen' | 'hasMovedOn'>; work: Generator<readonly number[]>[] } | null
}

export type CommentLine = { marks: HTMLElement; actions: HTMLElement }
