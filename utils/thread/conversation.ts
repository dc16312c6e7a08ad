/** How the parent of a comment is known: the platform said so, a reference resolved, or the wording suggests it. */
export type LinkKind = 'site' | 'explicit' | 'likely'

/** The words that speak for a link, and where they stand in the comment's text. */
export type Evidence = { kind: string; words: string; start: number; end: number }

/** Parent edge of a comment. */
export type Link = {
  parentId: string
  kind: LinkKind
  /** 0 to 1; 1 where the platform said so. */
  confidence: number
  evidence: Evidence[]
}

/** A person as far as the page tells. */
export type Commenter = {
  /** Stable across the pages of a blog: an account's address, else the name it goes by. */
  key: string
  /** The name shown. */
  name: string
}

/** What the words of a thread tell beyond the platform's own nesting. Lists are in page order. */
export type Conversation = {
  /** The parent of each comment; null at top level. */
  links: (Link | null)[]
  /** Who wrote each comment; null where nothing tells anonymous people apart. */
  commenters: (Commenter | null)[]
}
