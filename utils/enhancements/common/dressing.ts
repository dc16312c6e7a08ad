import type { NotedPlace } from '@/utils/dom/keep-place'
import { outwards } from '@/utils/dom/outwards'
import { atOnce } from '@/utils/thread/in-slices'
import type { CommentHook } from './enhancement'
import { enhancements } from './registry'
import type { Sight } from './sight'
import type { ThreadPage } from './thread-page'

/** So many frames, at most, what the reader sees is kept where it is while a long thread around it is rearranged. */
const framesToOpen = 60

/** A comment and what is around it are hardly lower than this, in px. */
const leastHeight = 80

/** Has the enhancements of a page started, and gives each comment what it gets from them. */
export const createDressing = (page: ThreadPage, dressed: Set<number>, sight: Sight, signal: AbortSignal) => {
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
      sight.dress(entry)
      for (const hook of hooks) hook(entry)
      yield
    }
  }
  /**
   * The comments that are complete at their first sight: those in view where one of them is at its upper edge, and as
   * many above it, which are laid out as well and would push it down later.
   */
  const nearTo = (entry: number): Set<number> => {
    const { placements, placeOf } = page.arrangement.peek()
    const at = placeOf[entry]!
    const count = Math.ceil((page.document.defaultView?.innerHeight ?? 0) / leastHeight)
    return new Set(placements.slice(Math.max(0, at - count), at + count).map((placement) => placement.entry))
  }
  /**
   * @param off ids of enhancements that were switched off
   * @param place what the reader saw before anything was changed
   */
  const open = function* (off: readonly string[], place: NotedPlace): Generator<void> {
    yield* start(off)
    // Whatever is asked of how the page looks has been asked by now.
    const { work } = page.opening!
    const seen = Math.max(
      0,
      page.comments.findIndex(({ parts }) => parts.element === place.seen),
    )
    sight.begin(nearTo(seen))
    page.toolbar.show()
    page.opening = null
    let isFirst = true
    for (const steps of work)
      for (const moved of steps) {
        atOnce(dress(moved))
        // What is in view is laid out in any case; the rest changes its place, and is laid out anew.
        sight.leaveOut()
        if (isFirst) place.hold(framesToOpen)
        isFirst = false
        yield
        // The place of a reader who goes about cannot be held: all that is still to move does so before the next frame.
        if (place.hasMovedOn()) place.keep(() => Array.from(steps))
      }
    yield* dress(outwards(seen, page.comments.length))
    sight.leaveOut()
    if (place.hasMovedOn()) place.keep(sight.finish)
    else sight.finish()
    place.hold()
  }
  return { open, dress }
}
