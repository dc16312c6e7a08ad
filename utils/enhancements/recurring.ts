import { button, label } from '@/utils/dom/controls'
import { follow } from '@/utils/dom/follow'
import type { About, Enhancement } from './common/enhancement'
import { goTo } from './common/go-to'

/** Hues that stay apart for most eyes; whoever writes most gets the first. */
const hues = [300, 40, 200, 140, 0, 250, 80, 330, 170, 20, 220, 110]

export const about: About = {
  title: 'Recurring people',
  description: 'Shows who writes more than once, as in “3 of 7”, and leads to their next comment.',
}

/** Marks people who write more than once by a colour and by words, and leads to what else they wrote. */
export const enhancement: Enhancement = {
  start: (page, signal) => {
    const { conversation, entriesOf, growth } = page
    const marks: HTMLElement[] = []

    /** A colour once given stays: whoever becomes busy later gets the next. */
    const hueOf = new Map<string, number>()
    const giveHues = (keys: Iterable<string>) =>
      [...keys]
        .filter((key) => !hueOf.has(key) && (entriesOf.get(key)?.length ?? 0) > 1)
        .sort((a, b) => entriesOf.get(b)!.length - entriesOf.get(a)!.length)
        .forEach((key) => {
          hueOf.set(key, hues[hueOf.size % hues.length]!)
        })
    giveHues(entriesOf.keys())

    const show = (entry: number) => {
      const commenter = conversation.commenters[entry]
      const entries = (commenter && entriesOf.get(commenter.key)) ?? []
      if (!commenter || entries.length < 2 || conversation.partOf[entry]) {
        marks[entry]?.remove()
        delete marks[entry]
        return
      }
      const count = `${entries.indexOf(entry) + 1} of ${entries.length}`
      // Whom the platform calls nobody is called by the name in the text.
      const { isAnonymous } = page.comments[entry]!.comment.author
      const words = isAnonymous ? `${commenter.name}, ${count}` : count
      let mark = marks[entry]
      if (!mark) {
        mark = button(page.document, 'us-person', words)
        mark.addEventListener('click', () => goToNext(entry), { signal })
        page.line(entry).marks.append(mark)
        marks[entry] = mark
      }
      label(mark, words, `${count} by ${commenter.name}: go to the next`)
      mark.style.setProperty('--us-hue', String(hueOf.get(commenter.key)))
    }
    const goToNext = (entry: number) => {
      const entries = entriesOf.get(conversation.commenters[entry]!.key)!
      goTo(page, entries[(entries.indexOf(entry) + 1) % entries.length]!, signal)
    }

    follow(signal, () => {
      const { people, reread } = growth.value
      giveHues(people)
      const entries = [...reread, ...[...people].flatMap((key) => entriesOf.get(key) ?? [])]
      for (const entry of entries) if (page.dressed.has(entry)) show(entry)
    })

    return (entry) => {
      const commenter = conversation.commenters[entry]
      if (commenter && (entriesOf.get(commenter.key)?.length ?? 0) > 1) show(entry)
    }
  },
}
