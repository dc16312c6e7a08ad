import type { Comment } from './comment'

/** How the parent of a comment is known: the platform said so, a reference resolved, or the wording suggests it. */
export type LinkKind = 'site' | 'explicit' | 'likely'

/** The words that speak for a link. */
export type Evidence = {
  /** What kind of sign it is, e.g. "clock", "name", "quote", "address"; one word for one rule. */
  kind: string
  words: string
  /** Where the words stand in the comment's text, in UTF-16 units; `start === end` where no words of it do. */
  start: number
  end: number
}

/** An edge from a comment to one that it answers. */
export type Link = {
  parentId: string
  kind: LinkKind
  /** 0 to 1; 1 where the platform said so. */
  confidence: number
  evidence: Evidence[]
}

/** A place in a comment's text that points at another comment, or at the post. */
export type Reference = {
  kind: 'clock' | 'name' | 'quote' | 'link'
  words: string
  /** Where the words stand in the comment's text, in UTF-16 units. */
  start: number
  end: number
  /** Ids of the earlier comments that it may mean, most probable first; [] where it points at none of them. */
  targets: string[]
  /** For a quote of the post: where the quoted words stand in the post's text, in UTF-16 units. */
  inPost?: { start: number; end: number }
  /** It points at a comment that is not on this page, while the thread goes on over other pages. */
  isElsewhere?: true
}

/** A person as far as the page tells. */
export type Commenter = {
  /** Stable across the pages of a blog: an account's address, else the name it goes by. */
  key: string
  /** The name shown. */
  name: string
}

/**
 * What the words of a thread tell beyond the platform's own nesting. Lists are in the order in which the comments
 * were given, one element a comment; comments that come later are added at their ends.
 */
export type Conversation = {
  /** The parent of each comment; null at top level. */
  links: (Link | null)[]
  /** What else a comment answers, beside its parent. */
  alsoAnswers: (readonly Link[])[]
  /** In the order of the text; they do not overlap. */
  references: (readonly Reference[])[]
  /** Who wrote each comment; null where nothing tells anonymous people apart. */
  commenters: (Commenter | null)[]
  /** Where a comment continues one that the platform made its writer split: the id of its first part. */
  partOf: (string | null)[]
}

/** What is known around a thread, for reading its words. */
export type ConversationContext = {
  /** Plain text of the post; '' where it is not known. */
  postText: string
  /** BCP 47 language tags of the page, the most likely first; [] where it says nothing. */
  languages: readonly string[]
  /** The thread goes on over other pages, so that a reference may point at what is not here. */
  hasMore: boolean
  /** The name above the post, so that nobody has to guess to whom all speak; null or absent where it is not known. */
  postAuthor?: string | null
  /** Pairs of ids, `${id} ${parentId}`: the reader said that the first is no answer to the second. */
  refused: ReadonlySet<string>
}

/** Reads a conversation as its comments come in. */
export type Inference = {
  /** Grows in place. */
  conversation: Conversation
  /**
   * Why a comment is taken for an answer, in a few sentences.
   * @param name who wrote what is answered
   * @param clock when, as it is put behind a name: ", 21:31", or ''
   */
  explain(link: Link, name: string, clock: string): string
  /**
   * Reads further comments, in page order, and adds them to the conversation; yields every few comments. One that is
   * known already was filled in since, and is read again.
   * Returns the indexes of earlier comments of which something else is known now.
   */
  read(comments: readonly Comment[]): Generator<void, ReadonlySet<number>>
}
