import type { NotedPlace } from '@/utils/dom/keep-place'
import { outwards } from '@/utils/dom/outwards'
import { atOnce } from '@/utils/thread/in-slices'
import type { CommentHook } from './enhancement'
import { enhancements } from './registry'
import type { ThreadPage } from './thread-page'

/** So many frames, at most, what the reader sees is kept where it is while a long thread around it is rearranged. */
const framesToOpen = 60

/** What is done to the page itself, beside what enhancements do. */
export type OpeningWith = {
  /** Ids of enhancements that were switched off. */
  off: readonly string[]
  /** What the reader saw before anything was changed. */
  place: NotedPlace
  /** Shows what stands around the comments: whatever is asked of how the page looks has been asked by then. */
  show(): void
  /**
   * Keeps the browser from laying out what is out of sight. Not before comments are dressed, or begin to move: where
   * one has been laid out and is so no more, Chromium's renderer ends with an error when its words change and a screen
   * reader is there.
   */
  leaveOut(): void
}

/** Has the enhancements of a page started, and gives each comment what it gets from them. */
export const createDressing = (page: ThreadPage, dressed: Set<number>, signal: AbortSignal) => {
  const hooks: CommentHook[] = []
  const start = function* (off: readonly string[]): Generator<void> {
    // In a long thread each of these takes as long as a slice may.
    page.thread.peek()
    yield
    page.arrangement.peek()
    yield
    for (const enhancement of enhancements) {
      if (off.includes(enhancement.id) && !enhancement.essential) continue
      const hook = enhancement.start(page, signal)
      if (hook) hooks.push(hook)
      yield
    }
  }
  const dress = function* (entries: Iterable<number>): Generator<void> {
    for (const entry of entries) {
      if (dressed.has(entry)) continue
      dressed.add(entry)
      for (const hook of hooks) hook(entry)
      yield
    }
  }
  const open = function* ({ off, place, show, leaveOut }: OpeningWith): Generator<void> {
    yield* start(off)
    show()
    const { work } = page.opening!
    page.opening = null
    let isFirst = true
    for (const steps of work)
      for (const moved of steps) {
        atOnce(dress(moved))
        // What is in view is laid out in any case; the rest changes its place, and is laid out anew.
        leaveOut()
        if (isFirst) place.hold(framesToOpen)
        isFirst = false
        yield
      }
    const seen = page.comments.findIndex(({ parts }) => parts.element === place.seen)
    yield* dress(outwards(Math.max(0, seen), page.comments.length))
    leaveOut()
    place.hold()
  }
  return { open, dress }
}
