import { elementsOf } from '@/utils/dom/comment-parts'
import { createGroups, type Groups, mayGroup } from '@/utils/dom/groups'
import { createMover, type Placed } from '@/utils/dom/move'
import type { Trace } from '@/utils/dom/trace'
import type { Arrangement } from '@/utils/thread/arrange'
import { deepestLevel } from './levels'
import { quietly } from './quietly'
import { isLeftOut } from './sight'
import type { ThreadPage } from './thread-page'

/** So many are looked at to know about how high comments are. */
const someComments = 10

/** What is asked of a page before it is changed. */
type Look = {
  /** What the theme leaves above and below a comment, as CSS lengths: lines beside comments reach over it, no further. */
  gaps: [above: string, below: string]
  /** Groups for a long list; none where the theme would dress what is in them otherwise. */
  groups: Groups | undefined
}

/** A thread as one list: in which order, and how far each comment is indented. */
export type OneList = {
  /** Shows all comments as arranged, at once. */
  show(arrangement: Arrangement): void
  /**
   * Shows them step by step, from what the reader sees to both sides, and says which ones with each step. The page is
   * asked how it looks right away. A step that comes after something else has been shown does nothing.
   */
  showing(arrangement: Arrangement): Generator<readonly number[]>
  /** Puts comments that came in to where they belong in the list as it is shown. */
  insert(added: readonly number[], arrangement: Arrangement): void
  /** A comment has replies in the list, and none where the platform shows them. */
  empty(entry: number): void
  /** Puts all comments back to where the platform has them. */
  takeBack(): void
}

const entriesIn = ({ placements }: Arrangement): number[] => placements.map(({ entry }) => entry)

export const createOneList = (page: ThreadPage, trace: Trace): OneList => {
  const { document, root, comments } = page
  const mover = createMover(root)
  const hadStyle = root.hasAttribute('style')
  trace.onUndo(() => {
    mover.restore()
    markList(null)
  })

  const placed = (entry: number): Placed => {
    const { parts } = comments[entry]!
    return { elements: elementsOf(parts), list: parts.list ?? root }
  }
  /** About how high a comment is without its replies, in px. */
  const heightOfOne = (): number => {
    const some = comments.slice(0, someComments)
    const heightOf = (element: Element | null) => element?.getBoundingClientRect().height ?? 0
    const heights = some.map(({ parts }) =>
      elementsOf(parts).reduce((sum, element) => sum + heightOf(element), -heightOf(parts.replies)),
    )
    return heights.reduce((sum, height) => sum + height, 0) / some.length
  }
  // What only measures comes before what tries something out: the browser lays out the whole thread anew after that.
  const ask = (): Look => {
    const { parts } = comments[0]!
    const style = document.defaultView?.getComputedStyle(parts.element)
    const gaps: Look['gaps'] = [style?.marginTop ?? '0px', style?.marginBottom ?? '0px']
    if (!page.isLong) return { gaps, groups: undefined }
    const height = heightOfOne()
    const isAlike = mayGroup(parts.list ?? root, parts.element, parts.body)
    return { gaps, groups: isAlike ? createGroups(height) : undefined }
  }
  const markList = (look: Look | null) => {
    // The page's own script may have written there meanwhile: only what is ours is taken away.
    const rest = root.getAttribute('style')?.replace(/;?\s*--us-above:[^;]*;\s*--us-below:[^;]*/, '') ?? ''
    const [above, below] = look?.gaps.map((length) => `${Number.parseFloat(length) || 0}px`) ?? []
    const style = look ? `${rest};--us-above:${above};--us-below:${below}` : rest
    if (style === '' && !hadStyle) root.removeAttribute('style')
    else if (style !== root.getAttribute('style')) root.setAttribute('style', style)
    trace.attribute(root, 'data-understory-flat', look ? (page.isLong ? 'long' : 'short') : null)
  }
  /** In one list, the depth of a comment is how far it is indented. */
  const indent = (entry: number, depth: number) => {
    const level = depth === 0 ? null : String(Math.min(depth, deepestLevel))
    for (const element of elementsOf(comments[entry]!.parts))
      trace.attribute(element, 'data-understory-level', level)
  }
  const empty = (entry: number, isEmpty = true) => {
    const { replies } = comments[entry]!.parts
    if (replies) trace.attribute(replies, 'data-understory-emptied', isEmpty ? '' : null)
  }
  const mark = (entry: number, { placements, placeOf }: Arrangement) => {
    indent(entry, placements[placeOf[entry]!]!.depth)
    empty(entry)
  }

  /** What is being shown step by step. */
  let running: Arrangement | undefined
  const show: OneList['show'] = (arrangement) => {
    running = undefined
    const entries = entriesIn(arrangement)
    const look = ask()
    markList(look)
    quietly(page, () => mover.place(entries.map(placed), look.groups))
    for (const entry of entries) mark(entry, arrangement)
  }
  return {
    show,
    showing: (arrangement) => {
      // Where all has been laid out, each step lays all of it out anew; in Firefox it does so in any case.
      if (import.meta.env.FIREFOX || !isLeftOut(root, comments.at(-1)?.parts.element))
        return (function* () {
          show(arrangement)
          yield []
        })()
      running = arrangement
      const entries = entriesIn(arrangement)
      const look = ask()
      const steps = mover.placing(entries.map(placed), look.groups, page.opening?.place.seen)
      return (function* () {
        markList(look)
        while (running === arrangement) {
          let moved: number[] = []
          quietly(page, () => {
            const { done, value } = steps.next()
            if (done) running = undefined
            else moved = value.map((place) => entries[place]!)
          })
          for (const entry of moved) mark(entry, arrangement)
          yield moved
        }
      })()
    },
    insert: (added, arrangement) => {
      if (running) {
        show(arrangement)
        return
      }
      const { placements, placeOf } = arrangement
      quietly(page, () => {
        // From the last one on: what comes after each is where it belongs.
        for (const entry of added.toSorted((a, b) => placeOf[b]! - placeOf[a]!)) {
          const comment = placed(entry)
          // Others may be in another list, or have been taken away by the page.
          const next = placements.find(
            ({ entry: other }, place) =>
              place > placeOf[entry]! &&
              placed(other).list === comment.list &&
              root.contains(placed(other).elements[0]!),
          )
          mover.insert(comment, next ? placed(next.entry).elements[0]! : null)
        }
      })
      for (const entry of added) mark(entry, arrangement)
    },
    empty,
    takeBack: () => {
      running = undefined
      markList(null)
      quietly(page, mover.restore)
      for (const entry of comments.keys()) {
        indent(entry, 0)
        empty(entry, false)
      }
    },
  }
}
