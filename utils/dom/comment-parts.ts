/** Where one comment is on the page. Enhancements work with these and never look for a platform's classes. */
export type CommentParts = {
  /** The whole comment; where the platform nests, its replies are inside. */
  element: HTMLElement
  /** The line that names the author: marks and controls go to its end. */
  header: HTMLElement | null
  /** Holds the words of the comment and nothing else. */
  body: HTMLElement | null
  /** Holds the replies, where the platform nests them and gives them an element of their own. */
  replies: HTMLElement | null
  /**
   * Where a comment is made of several elements side by side (`dt` and `dd`, table rows): all of them, `element`
   * included, in document order.
   */
  all?: readonly HTMLElement[]
  /** Where a page has several threads: the element that holds the top-level comments of this one's. */
  list?: HTMLElement
}

/** Everything that moves and hides with a comment. */
export const elementsOf = ({ element, all }: CommentParts): readonly HTMLElement[] => all ?? [element]
