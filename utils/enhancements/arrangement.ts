import { say } from '@/utils/dom/controls'
import { follow } from '@/utils/dom/follow'
import { keepPlace } from '@/utils/dom/keep-place'
import { createTrace } from '@/utils/dom/trace'
import type { Arrangement, ArrangementName } from '@/utils/thread/arrange'
import type { About, Enhancement } from './common/enhancement'
import { createOneList } from './common/one-list'
import { soon } from './common/soon'

const labels: [ArrangementName, string][] = [
  ['original', 'Original'],
  ['conversation', 'Conversation'],
  ['oldest', 'Oldest first'],
  ['newest', 'Newest first'],
]

export const about: About = {
  title: 'Arrangement',
  description: 'Shows the thread as the blog has it, as a conversation, or by time.',
}

/** Shows the thread in another order; the platform's own is always one click away. */
export const enhancement: Enhancement = {
  start: (page, signal) => {
    const { document, root, toolbar, comments, growth, arrangement, arrangementName, services } = page
    const list = createOneList(page, createTrace(signal))

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

    let shown: Pick<Arrangement, 'name' | 'isInPlace' | 'placements'> = {
      name: 'original',
      isInPlace: true,
      placements: [],
    }
    /** So many have been placed. */
    let known = 0
    follow(signal, () => {
      const now = arrangement.value
      const { name, isInPlace } = now
      const before = shown
      shown = now
      if (name !== before.name) for (const radio of radios) radio.checked = radio.value === name
      const isSame = name === before.name && isInPlace === before.isInPlace
      const from = isSame ? known : 0
      known = comments.length
      if (isInPlace && before.isInPlace) return
      const rearrange = () => {
        const added = Array.from({ length: known - from }, (_, k) => from + k)
        // In order of time the others mostly stay where they are, too; a conversation may have been read otherwise.
        const haveStayed = () =>
          now.placements
            .filter(({ entry }) => entry < from)
            .every(({ entry }, place) => entry === before.placements[place]?.entry)
        const isGrown =
          from > 0 &&
          (now.grownFrom === from || (name !== 'conversation' && added.length > 0 && haveStayed()))
        if (isInPlace) list.takeBack()
        else if (isGrown) list.insert(added, now)
        else list.show(now)
      }
      if (page.opening && page.isLong) page.opening.work.push(list.showing(now))
      // Whoever chooses another name has kept the place by now.
      else if (name === before.name) keepPlace(root, rearrange)
      else rearrange()
    })
    // A comment that had no replies may have got some, which stand in the list now.
    follow(signal, () => {
      const { from } = growth.value
      for (let entry = from; entry < comments.length; entry++) {
        const { parentId } = comments[entry]!.comment
        const parent = parentId === null ? undefined : page.entryOf.get(parentId)
        if (from > 0 && parent !== undefined && !shown.isInPlace) list.empty(parent)
      }
    })
  },
}
