import { elementsOf } from '@/utils/dom/comment-parts'
import { say } from '@/utils/dom/controls'
import { follow } from '@/utils/dom/follow'
import { keepPlace } from '@/utils/dom/keep-place'
import { createMover, type Placed } from '@/utils/dom/move'
import { createTrace } from '@/utils/dom/trace'
import type { Arrangement, ArrangementName } from '@/utils/thread/arrange'
import type { Enhancement } from './common/enhancement'
import { deepestLevel } from './common/levels'
import { quietly } from './common/quietly'
import { soon } from './common/soon'

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

    const placed = (entry: number): Placed[] => {
      const { parts } = comments[entry]!
      return elementsOf(parts).map((element) => ({ element, list: parts.list ?? root }))
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
        for (const one of placed(entry)) mover.insert(one, after)
      }
    }
    /** The lines beside comments reach over what the theme leaves between these, and no further. */
    const showGap = (isInPlace: boolean) => {
      const own = comments[0]!.parts.element
      const style = isInPlace ? undefined : document.defaultView?.getComputedStyle(own)
      const gap = style
        ? Math.max(Number.parseFloat(style.marginTop) || 0, Number.parseFloat(style.marginBottom) || 0)
        : 0
      const before = root.getAttribute('style')
      const rest = before?.replace(/;?--us-gap:[^;]*/, '') || null
      trace.attribute(root, 'style', style ? `${rest ?? ''};--us-gap:${gap}px` : rest)
    }
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
        // Before comments move: the browser then finds out once how they look in a list.
        if (!isGrown) showGap(isInPlace)
        trace.attribute(root, 'data-understory-flat', isInPlace ? null : '')
        quietly(page, () => {
          if (isInPlace) mover.restore()
          else if (isGrown) insert(added, now)
          else mover.place(now.placements.flatMap(({ entry }) => placed(entry)))
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
