import { button, label } from '@/utils/dom/controls'
import { follow } from '@/utils/dom/follow'
import { plural } from '@/utils/dom/words'
import { cardsOf } from './common/cards'
import { beginningOf, nameOf, titleOf } from './common/comment-card'
import type { About, Enhancement } from './common/enhancement'
import { createLight } from './common/light'
import { createReferenceLinks } from './common/reference-links'

export const about: About = {
  title: 'Answers',
  description: 'Says of each comment how many answered it, shows these, and lights them up.',
}

/** Shows who answered a comment, wherever the answers stand; pointing at a comment lights them up. */
export const enhancement: Enhancement = {
  start: (page, signal) => {
    const { document, root, comments, conversation, entryOf, growth, line } = page
    const light = createLight(page, signal)
    const cards = cardsOf(root, signal)
    const references = createReferenceLinks(page, signal)
    /** By entry: those that answer it, in the order in which that became known. */
    const answers = new Map<number, number[]>()
    const buttons = new Map<number, HTMLButtonElement>()

    const idOf = (entry: number): string => comments[entry]!.comment.id
    const answeredBy = (entry: number): readonly number[] => answers.get(entry) ?? []
    const show = (entry: number) => {
      const count = answeredBy(entry).length
      let control = buttons.get(entry)
      if (count === 0) {
        control?.remove()
        buttons.delete(entry)
        return
      }
      if (!control) {
        control = button(document, 'us-answers', '')
        control.addEventListener('click', () => list(entry), { signal })
        line(entry).marks.append(control)
        buttons.set(entry, control)
      }
      label(control, `answered by ${count}`, plural(count, 'answer'))
      // Replies that stand right below need no second word for it, until it is looked for.
      const isSeen = answeredBy(entry).every((answer) => comments[answer]!.comment.parentId === idOf(entry))
      control.classList.toggle('us-quiet', isSeen)
    }

    /** Beside the words "answered by 3": who answered, how each begins, and each in full on request. */
    const list = (entry: number) => {
      const anchor = buttons.get(entry)!
      const rows = document.createElement('ul')
      rows.className = 'us-card-list'
      const { placeOf } = page.arrangement.peek()
      for (const answer of [...answeredBy(entry)].sort((a, b) => placeOf[a]! - placeOf[b]!)) {
        const row = document.createElement('li')
        const link = document.createElement('button')
        link.type = 'button'
        link.className = 'us-card-row'
        const name = document.createElement('b')
        name.textContent = nameOf(page, answer)
        link.append(name, ` ${beginningOf(page, answer)}`)
        references.mean(link, answer)
        row.append(link)
        rows.append(row)
      }
      cards.open(anchor, rows, { name: `Answers to ${titleOf(page, entry)}`, isKept: true })
    }

    /** Which comments an entry answers: its parent, and what else it refers to. */
    const answered = (entry: number): number[] => {
      if (conversation.partOf[entry]) return []
      const links = [conversation.links[entry], ...(conversation.alsoAnswers[entry] ?? [])]
      return [...new Set(links.flatMap((link) => (link ? (entryOf.get(link.parentId) ?? []) : [])))]
    }
    const known: number[][] = []
    follow(signal, () => {
      const { from, reread } = growth.value
      const changed = new Set<number>()
      const take = (entry: number) => {
        for (const before of known[entry] ?? []) {
          answers.set(
            before,
            answeredBy(before).filter((answer) => answer !== entry),
          )
          changed.add(before)
        }
        known[entry] = answered(entry)
        for (const now of known[entry]) {
          const list = answers.get(now)
          if (list) list.push(entry)
          else answers.set(now, [entry])
          changed.add(now)
        }
      }
      for (const entry of reread) take(entry)
      for (let entry = from; entry < comments.length; entry++) take(entry)
      for (const entry of changed) if (page.dressed.has(entry)) show(entry)
    })

    let pointedAt: Element | null = null
    const point = ({ target, type, pointerType }: PointerEvent) => {
      // A finger points by a tap: on its way to scrolling it comes by everywhere.
      if ((type === 'click') !== (pointerType === 'touch')) return
      if (!(target instanceof Element) || target.closest('.us-card')) return
      const comment = target.closest('[data-understory-comment]')
      if (comment === pointedAt) return
      pointedAt = comment
      const entry = entryOf.get(comment?.getAttribute('data-understory-comment') ?? '')
      light(entry === undefined ? [] : answeredBy(entry))
    }
    // Before others: what a control does with the click changes nothing of where the finger was.
    document.addEventListener('pointerover', point, { capture: true, signal })
    document.addEventListener('click', point, { capture: true, signal })

    return (entry) => {
      if (answeredBy(entry).length > 0) show(entry)
    }
  },
}
