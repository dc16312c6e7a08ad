import { button } from '@/utils/dom/controls'
import type { Enhancement } from './common/enhancement'
import { goTo } from './common/go-to'

/** Hues that stay apart for most eyes; whoever writes most gets the first. */
const hues = [300, 40, 200, 140, 0, 250, 80, 330, 170, 20, 220, 110]

/** Marks people who write more than once by a colour and by words, and leads to what else they wrote. */
export const enhancement: Enhancement = {
  title: 'Recurring people',
  description: 'Shows who writes more than once, as in “3 of 7”, and leads to their next comment.',
  start: (page, signal) => {
    const entriesOf = new Map<string, number[]>()
    page.conversation.commenters.forEach((commenter, entry) => {
      if (!commenter) return
      const entries = entriesOf.get(commenter.key)
      if (entries) entries.push(entry)
      else entriesOf.set(commenter.key, [entry])
    })
    const busiest = [...entriesOf]
      .filter(([, entries]) => entries.length > 1)
      .sort((a, b) => b[1].length - a[1].length)
    const hueOf = new Map(busiest.map(([key], rank) => [key, hues[rank % hues.length]!]))

    return (entry) => {
      const commenter = page.conversation.commenters[entry]
      const hue = commenter && hueOf.get(commenter.key)
      if (!commenter || hue === undefined) return
      const entries = entriesOf.get(commenter.key)!
      const nth = entries.indexOf(entry)
      const words = `${nth + 1} of ${entries.length}`
      const next = entries[(nth + 1) % entries.length]!
      const mark = button(page.document, 'us-person', words, `${words} by ${commenter.name}: go to the next`)
      mark.style.setProperty('--us-hue', String(hue))
      mark.addEventListener('click', () => goTo(page, next, signal), { signal })
      page.line(entry).marks.append(mark)
    }
  },
}
