import { button, label } from '@/utils/dom/controls'
import { follow } from '@/utils/dom/follow'
import { createTrace } from '@/utils/dom/trace'
import type { About, Enhancement } from './common/enhancement'
import { goTo } from './common/go-to'

export const about: About = {
  title: 'Parts of one comment',
  description: 'Joins what one person had to post in several comments, and leads from part to part.',
}

/** Comments that their writer had to split: each part says which it is, and in a conversation they read as one. */
export const enhancement: Enhancement = {
  start: (page, signal) => {
    const { document, comments, parts, arrangement, growth } = page
    const trace = createTrace(signal)
    const marks = new Map<number, HTMLElement>()

    const show = (entry: number, all: readonly number[]) => {
      const { header } = comments[entry]!.parts
      const at = all.indexOf(entry)
      const words = `part ${at + 1} of ${all.length}`
      let mark = marks.get(entry)
      if (!mark) {
        mark = button(document, 'us-part', words)
        const next = () => goTo(page, all[(at + 1) % all.length]!, signal)
        mark.addEventListener('click', next, { signal })
        page.line(entry).marks.prepend(mark)
        marks.set(entry, mark)
        if (at > 0 && header) trace.attribute(header, 'data-understory-part-header', '')
      }
      label(mark, words, `${words}: go to ${at + 1 < all.length ? 'the next' : 'the first'}`)
    }
    follow(signal, () => {
      growth.value
      for (const [entry, all] of parts) show(entry, all)
    })

    // Parts that stand one below the other need nothing between them.
    follow(signal, () => {
      const { name, isInPlace, placeOf } = arrangement.value
      const isOneList = name === 'conversation' && !isInPlace
      for (const [entry, all] of parts) {
        const at = all.indexOf(entry)
        const isNext = (a: number, b: number | undefined): boolean =>
          isOneList && b !== undefined && placeOf[a]! + 1 === placeOf[b]
        const { element } = comments[entry]!.parts
        const goesOn = isNext(entry, all[at + 1])
        const continues = at > 0 && isNext(all[at - 1]!, entry)
        trace.attribute(element, 'data-understory-goes-on', goesOn ? '' : null)
        trace.attribute(element, 'data-understory-continues', continues ? '' : null)
      }
    })
    return undefined
  },
}
