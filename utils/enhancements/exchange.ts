import { button } from '@/utils/dom/controls'
import { follow } from '@/utils/dom/follow'
import type { LinkKind } from '@/utils/thread/conversation'
import { cardsOf } from './common/cards'
import { commentCard, titleOf } from './common/comment-card'
import type { About, Enhancement } from './common/enhancement'
import { verbs } from './common/link-words'
import { createReferenceLinks } from './common/reference-links'

/** Fewer than this above a comment are seen from it. */
const leastAbove = 2

export const about: About = {
  title: 'Exchange',
  description: 'Shows a comment with all that it answers, one above the other, and nothing else.',
}

/** Shows the chain of comments that leads to one, alone: from the first that was answered down to here. */
export const enhancement: Enhancement = {
  start: (page, signal) => {
    const { document, conversation, entryOf, parts, growth } = page
    const cards = cardsOf(page.root, signal)
    const references = createReferenceLinks(page, signal)
    const pattern = button(document, 'us-exchange us-quiet', 'Exchange')
    const buttons = new Map<number, HTMLElement>()

    const parentOf = (entry: number): number | undefined =>
      entryOf.get(conversation.links[entry]?.parentId ?? '')
    /** From the first comment down to this one; those in several parts by their first. */
    const pathTo = (entry: number): number[] => {
      const path = new Set<number>()
      let up: number | undefined = entry
      while (up !== undefined) {
        const first: number = parts.get(up)?.[0] ?? up
        up = path.has(first) ? undefined : parentOf(first)
        path.add(first)
      }
      return [...path].reverse()
    }
    const isLong = (entry: number): boolean => {
      let up: number | undefined = conversation.partOf[entry] ? undefined : entry
      for (let above = 0; up !== undefined && above < leastAbove; above++) up = parentOf(up)
      return up !== undefined
    }
    const mark = (kind: LinkKind) => {
      const words = document.createElement('p')
      words.className = `us-path-mark us-by-${kind}`
      words.textContent = verbs[kind]
      return words
    }
    const open = (entry: number, control: Element) => {
      const path = document.createElement('div')
      path.className = 'us-path'
      for (const [k, step] of pathTo(entry).entries()) {
        if (k > 0) path.append(mark(conversation.links[step]!.kind))
        for (const part of parts.get(step) ?? [step])
          path.append(commentCard(page, part, signal, references.make, cards.closeAll))
      }
      cards.open(control, path, { name: `Exchange: ${titleOf(page, entry)}`, isKept: true })
    }
    const show = (entry: number) => {
      const known = buttons.get(entry)
      if (isLong(entry) === (known !== undefined)) return
      if (known) {
        known.remove()
        buttons.delete(entry)
        return
      }
      const control = pattern.cloneNode(true) as HTMLElement
      control.addEventListener('click', () => open(entry, control), { signal })
      page.line(entry).actions.prepend(control)
      buttons.set(entry, control)
    }
    // Whoever stands below a comment that was moved has another way up.
    follow(signal, () => {
      if (growth.value.reread.size > 0) for (const entry of page.dressed) show(entry)
    })

    return (entry) => {
      if (isLong(entry)) show(entry)
    }
  },
}
