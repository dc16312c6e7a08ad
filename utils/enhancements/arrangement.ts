import { elementsOf } from '@/utils/dom/comment-parts'
import { say } from '@/utils/dom/controls'
import { follow } from '@/utils/dom/follow'
import { createGroups, type Groups, mayGroup } from '@/utils/dom/groups'
import { keepPlace } from '@/utils/dom/keep-place'
import { createMover, type Placed } from '@/utils/dom/move'
import { createTrace } from '@/utils/dom/trace'
import type { Arrangement, ArrangementName } from '@/utils/thread/arrange'
import type { Enhancement } from './common/enhancement'
import { deepestLevel } from './common/levels'
import { quietly } from './common/quietly'
import { soon } from './common/soon'
import type { PageComment } from './common/thread-page'

/** So many are looked at to know about how high comments are. */
const someComments = 10

const labels: [ArrangementName, string][] = [
  ['original', 'Original'],
  ['conversation', 'Conversation'],
  ['oldest', 'Oldest first'],
  ['newest', 'Newest first'],
]

/** Shows the thread in another order; the platform's own is always one click away. */
export const enhancement: Enhancement = {
  title: 'Arrangement',
  description: 'Shows the thread as the blog has it, as a conversation, or by time.',
  start: (page, signal) => {
    const { document, root, toolbar, comments, growth, arrangement, arrangementName, services } = page
    const trace = createTrace(signal)
    const mover = createMover(root)
    trace.onUndo(mover.restore)

    const group = document.createElement('span')
    group.className = 'us-choice'
    group.setAttribute('role', 'radiogroup')
    group.setAttribute('aria-label', 'Arrangement')
    const radios = labels.map(([name, words]) => {
      const choice = document.createElement('label')
      choice.className = 'us-choice-one'
      const radio = document.createElement('input')
      radio.type = 'radio'
      radio.name = 'understory-arrangement'
      radio.value = name
      radio.checked = arrangementName.peek() === name
      radio.addEventListener('change', () => {
        services.rememberArrangement(name)
        // All that follows from the choice happens within: moving, indenting, saying what answers what.
        soon(page, signal, () => keepPlace(root, () => (arrangementName.value = name)))
      })
      radio.setAttribute('aria-label', words)
      say(choice, words)
      choice.append(radio)
      group.append(choice)
      return radio
    })
    toolbar.add('arrangement', group)

    const placed = (entry: number): Placed => {
      const { parts } = comments[entry]!
      return { elements: elementsOf(parts), list: parts.list ?? root }
    }
    const empty = (entry: number, isEmptied: boolean) => {
      const { replies } = comments[entry]!.parts
      if (replies) trace.attribute(replies, 'data-understory-emptied', isEmptied ? '' : null)
    }
    /** Puts what came in to where it belongs in a list that is rearranged already. */
    const insert = (added: readonly number[], { placements, placeOf }: Arrangement) => {
      // From the last one on: what comes after each is where it belongs.
      for (const entry of added.toSorted((a, b) => placeOf[b]! - placeOf[a]!)) {
        const next = placements[placeOf[entry]! + 1]
        const after = next ? elementsOf(comments[next.entry]!.parts)[0]! : null
        mover.insert(placed(entry), after)
      }
    }
    /** What the theme leaves above and below a comment, in px: lines beside comments reach over it, and no further. */
    const showGaps = (isInPlace: boolean) => {
      const style = isInPlace ? undefined : document.defaultView?.getComputedStyle(comments[0]!.parts.element)
      const before = root.getAttribute('style')
      const rest = before?.replace(/;?--us-above:[^;]*;--us-below:[^;]*/, '') || null
      const inPx = (length: string) => `${Number.parseFloat(length) || 0}px`
      trace.attribute(
        root,
        'style',
        style
          ? `${rest ?? ''};--us-above:${inPx(style.marginTop)};--us-below:${inPx(style.marginBottom)}`
          : rest,
      )
    }
    /** About how high a comment is without its replies, in px. */
    const heightOfOne = (): number => {
      const some = comments.slice(0, someComments)
      const heights = some.map(({ parts }) => {
        const own = elementsOf(parts).reduce(
          (sum, element) => sum + element.getBoundingClientRect().height,
          0,
        )
        return own - (parts.replies?.getBoundingClientRect().height ?? 0)
      })
      return heights.reduce((sum, height) => sum + height, 0) / some.length
    }
    /** Groups for a long list; none where the theme would dress what is in them otherwise. */
    const groupsFor = ({ parts }: PageComment): Groups | undefined =>
      page.isLong && mayGroup(parts.list ?? root, parts.element, parts.body)
        ? createGroups(heightOfOne())
        : undefined
    /** In one list, the depth of a comment is how far it is indented. */
    const indent = (entries: readonly number[], { placements, placeOf, isInPlace }: Arrangement) => {
      for (const entry of entries) {
        const { depth } = placements[placeOf[entry]!]!
        const level = isInPlace || depth === 0 ? null : String(Math.min(depth, deepestLevel))
        for (const element of elementsOf(comments[entry]!.parts))
          trace.attribute(element, 'data-understory-level', level)
      }
    }

    let shown: Pick<Arrangement, 'name' | 'isInPlace'> = { name: 'original', isInPlace: true }
    /** So many have been placed. */
    let known = 0
    follow(signal, () => {
      const now = arrangement.value
      const { name, isInPlace } = now
      if (name !== shown.name) for (const radio of radios) radio.checked = radio.value === name
      const isSame = name === shown.name && isInPlace === shown.isInPlace
      const from = isSame ? known : 0
      known = comments.length
      if (isInPlace && shown.isInPlace) {
        shown = now
        return
      }
      const rearrange = () => {
        const added = Array.from({ length: known - from }, (_, k) => from + k)
        // In order of time the others stay where they are, too; a conversation may have been read otherwise.
        const isGrown = from > 0 && (now.grownFrom === from || (name !== 'conversation' && added.length > 0))
        quietly(page, () => {
          // What is asked of the page comes before what is changed: the browser then finds out once how comments look.
          const groups = isGrown || isInPlace ? undefined : groupsFor(comments[0]!)
          if (!isGrown) showGaps(isInPlace)
          trace.attribute(root, 'data-understory-flat', isInPlace ? null : '')
          if (isInPlace) mover.restore()
          else if (isGrown) insert(added, now)
          else
            mover.place(
              now.placements.map(({ entry }) => placed(entry)),
              groups,
            )
        })
        indent(isGrown ? added : now.placements.map(({ entry }) => entry), now)
        for (const entry of added) empty(entry, !isInPlace)
      }
      if (isSame) keepPlace(root, rearrange)
      else rearrange()
      shown = now
    })
    // A comment that had no replies may have got some, which stand in the list now.
    follow(signal, () => {
      const { from } = growth.value
      for (let entry = from; entry < comments.length; entry++) {
        const { parentId } = comments[entry]!.comment
        const parent = parentId === null ? undefined : page.entryOf.get(parentId)
        if (from > 0 && parent !== undefined && !shown.isInPlace) empty(parent, true)
      }
    })
  },
}
