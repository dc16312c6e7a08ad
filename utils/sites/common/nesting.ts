import { parentNode } from '@/utils/dom/unclobbered'
import type { ReadComment } from './site-adapter'

/** Finds the comment that another one is in, where a platform nests by containment. */
export const createNesting = () => {
  const byElement = new Map<Node, ReadComment>()
  /** Each list is looked up once: the comments in it share what is around them. */
  const byHolder = new Map<Node, ReadComment | null>()
  return {
    /** Whether the comment of this element was read. */
    has: (element: Node): boolean => byElement.has(element),
    add: (comment: ReadComment): void => {
      byElement.set(comment.parts.element, comment)
    },
    /** The nearest comment around an element, of those that were read. */
    around: (element: Node): ReadComment | null => {
      const holder = parentNode(element)
      if (!holder) return null
      const known = byElement.get(holder) ?? byHolder.get(holder)
      if (known !== undefined) return known
      let at: Node | null = holder
      while (at && !byElement.has(at)) at = parentNode(at)
      const around = (at && byElement.get(at)) ?? null
      byHolder.set(holder, around)
      return around
    },
  }
}
