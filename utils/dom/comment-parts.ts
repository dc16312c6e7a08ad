/** Where one comment is on the page. Enhancements work with these and never look for a platform's classes. */
export type CommentParts = {
  /** The whole comment; where the platform nests, its replies are inside. */
  element: HTMLElement
  /** The line that names the author: marks and controls go to its end. */
  header: HTMLElement | null
  /** Holds the words of the comment, and nothing else unless `words` or `except` say so. */
  body: HTMLElement | null
  /** Where no element holds just the words: those that are them, side by side, in document order. */
  words?: readonly HTMLElement[]
  /** Says of an element within the body, or within the words, that it is not the commenter's: buttons, signatures. */
  except?: (element: Element) => boolean
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
