import { elementsOf } from '@/utils/dom/comment-parts'
import type { Trace } from '@/utils/dom/trace'
import type { PageComment } from './thread-page'

/** From this many comments on, the browser is told not to lay out what is out of sight. */
const longFrom = 200

/** The stylesheet of long threads leaves out all top-level comments but these before any script runs. */
const laidOutEarly = 19

/** Browsers lay out a table as a whole: no row of it can be left out, unless it is shown as a block. */
const isOfRows = (root: Element): boolean =>
  /^table/.test(root.ownerDocument.defaultView?.getComputedStyle(root).display ?? '')

/** Whether the browser leaves out what is out of sight already: what changes there is not laid out, then. */
export const isLeftOut = (root: Element, comment: Element | undefined): boolean => {
  let top = comment
  while (top?.parentElement && top.parentElement !== root) top = top.parentElement
  return !!top && root.ownerDocument.defaultView?.getComputedStyle(top).contentVisibility === 'auto'
}

/** What of a thread is shown when; only in a long one is there anything to it. */
export type Sight = {
  /** What is out of sight is not laid out, so that heights are guessed. */
  isLong: boolean
  /**
   * Called before comments are dressed. What they get in a long thread is not shown from here on: with each frame the
   * browser would lay out and style the whole list anew.
   * @param near those that show at once what they get, because the reader sees them
   */
  begin(near: ReadonlySet<number>): void
  /** A comment is about to be dressed. */
  dress(entry: number): void
  /**
   * Keeps the browser from laying out what is out of sight. Not before comments are dressed, or begin to move: where
   * one has been laid out and is so no more, Chromium's renderer ends with an error when its words change and a screen
   * reader is there.
   */
  leaveOut(): void
  /** All are dressed: shows what they have. */
  finish(): void
}

/**
 * @param comments those of the page; more may be added at their end
 * @param entryOf from ids to entries
 * @param scheme the colours that suit what the comments stand on
 */
export const createSight = (
  root: HTMLElement,
  comments: readonly PageComment[],
  entryOf: ReadonlyMap<string, number>,
  scheme: string,
  trace: Trace,
): Sight => {
  const isLong = comments.length >= longFrom && !isOfRows(root)
  let near: ReadonlySet<number> = new Set()
  const isEarly = isLong && isLeftOut(root, comments.at(-1)?.parts.element)
  let hasLeftOut = false
  /** No other comment is left out with it in it. */
  const isTop = ({ comment, parts }: PageComment) => {
    const parent = comments[entryOf.get(comment.parentId ?? '') ?? -1]
    return !parent?.parts.element.contains(parts.element)
  }
  const leaveOutOne = ({ parts }: PageComment) => {
    for (const element of elementsOf(parts)) trace.attribute(element, 'data-understory-unseen', '')
  }
  return {
    isLong,
    begin: (seen) => {
      near = seen
      trace.attribute(root, 'data-understory-scheme', scheme)
      if (isLong) trace.attribute(root, 'data-understory-dressing', '')
    },
    dress: (entry) => {
      if (!isLong) return
      const one = comments[entry]!
      if (near.has(entry))
        for (const element of elementsOf(one.parts)) trace.attribute(element, 'data-understory-near', '')
      if (hasLeftOut && isTop(one)) leaveOutOne(one)
    },
    leaveOut: () => {
      if (!isLong || hasLeftOut) return
      hasLeftOut = true
      trace.attribute(root, 'data-understory-long', '')
      const tops = comments.filter(isTop)
      for (const one of isEarly ? tops.slice(0, laidOutEarly) : tops) leaveOutOne(one)
    },
    finish: () => {
      trace.attribute(root, 'data-understory-dressing', null)
    },
  }
}
