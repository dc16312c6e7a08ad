/** Who wrote a comment, as far as the page tells. */
export type Author = {
  /** The account's name as shown; null where the page shows none. */
  name: string | null
  /** Absolute http(s) URL of the account's profile. */
  profileUrl: string | null
  /** The platform marks this author as the author of the post. */
  isPostAuthor: boolean
  /** The name is the platform's own word for nobody, e.g. "Anonymous". */
  isAnonymous: boolean
}

/** When a comment was posted. The two clocks differ: people refer to the one that is displayed. */
export type CommentTime = {
  /** The page's own words, e.g. "30 October 2020 at 21:31"; '' where it shows none. */
  text: string
  /** ISO 8601 instant in UTC, e.g. "2020-10-30T21:31:04.000Z"; null where unknown. */
  instant: string | null
  /**
   * The instant was worked out from words such as "3 hours ago" and the time of reading: good enough to sort by,
   * never to be written as if it were exact.
   */
  estimated?: true
  /** The displayed clock as ISO 8601 local date-time, e.g. "2020-10-30T21:31"; null where it cannot be read. */
  local: string | null
}

/** What the platform says of the comment itself: deleted ones keep their place, partial ones have no body here. */
export type CommentStatus = 'present' | 'deleted' | 'partial' | 'moderation'

/** One entry of a thread: plain data, nothing of the page's DOM. */
export type Comment = {
  /** The platform's own id, else a stable hash; unique within the page. */
  id: string
  /** Id of the comment that the platform shows this one under; null at top level. */
  parentId: string | null
  /** Id of the earlier comment that it answers, where the platform says so but shows both in one list. */
  answersId?: string
  author: Author
  time: CommentTime
  /** Absolute http(s) URL that leads to this comment. */
  permalink: string | null
  /** Plain text of the body, paragraphs and line breaks as "\n". */
  text: string
  status: CommentStatus
  /** A pingback or trackback: another blog's software wrote it. */
  isPing?: true
  /** URL or name of the licence of this very comment, where the page declares one. */
  licence?: string
}

/** The blog article above the thread. */
export type Post = {
  title: string
  /** Canonical absolute URL without hash; the address under which visits and clips are remembered. */
  url: string
  siteName: string
  author: string | null
  /** ISO 8601 instant or local date-time; null where unknown. */
  publishedAt: string | null
  /** URL or name of the licence, where the page declares one. */
  licence: string | null
}
