import { follow } from '@/utils/dom/follow'
import { createTrace } from '@/utils/dom/trace'
import type { Placement } from '@/utils/thread/arrange'
import type { About, Enhancement } from './common/enhancement'

const isSamePlace = (a: Placement, b: Placement): boolean =>
  a.depth === b.depth && a.parentId === b.parentId && a.link === b.link

export const about: About = {
  title: 'Attributes',
  description: 'Marks every comment for styles and other tools.',
}

/** The attributes that user styles, tests and other tools rely on. */
export const enhancement: Enhancement = {
  essential: true,
  start: (page, signal) => {
    const { comments, conversation, entriesOf } = page
    const trace = createTrace(signal)
    /** By entry, as far as they were written. */
    const shown: Placement[] = []

    const showPlace = (entry: number) => {
      const { placements, placeOf } = page.arrangement.peek()
      const place = placements[placeOf[entry]!]!
      const before = shown[entry]
      shown[entry] = place
      if (before && isSamePlace(before, place)) return
      const { element } = comments[entry]!.parts
      trace.attribute(element, 'data-understory-depth', String(place.depth))
      trace.attribute(element, 'data-understory-parent', place.parentId)
      trace.attribute(element, 'data-understory-link', place.link)
    }
    const showTold = (entry: number) => {
      const { comment, parts } = comments[entry]!
      const { instant, local, estimated } = comment.time
      // Others take the attribute for what the page said: an estimate is not.
      trace.attribute(parts.element, 'data-understory-time', estimated ? local : (instant ?? local))
      const commenter = conversation.commenters[entry]
      const count = commenter ? (entriesOf.get(commenter.key)?.length ?? 1) : 1
      trace.attribute(parts.element, 'data-understory-name', commenter?.name ?? comment.author.name)
      trace.attribute(parts.element, 'data-understory-commenter', commenter?.key ?? null)
      trace.attribute(parts.element, 'data-understory-part-of', conversation.partOf[entry] ?? null)
      trace.attribute(parts.element, 'data-understory-recurring', count > 1 ? String(count) : null)
    }

    follow(signal, () => {
      const { placements, placeOf, grownFrom } = page.arrangement.value
      for (let entry = grownFrom; entry < shown.length; entry++)
        if (shown[entry] && shown[entry] !== placements[placeOf[entry]!]) showPlace(entry)
    })
    follow(signal, () => {
      const { people, reread } = page.growth.value
      const entries = [...reread, ...[...people].flatMap((key) => entriesOf.get(key) ?? [])]
      for (const entry of entries) if (page.dressed.has(entry)) showTold(entry)
    })

    return (entry) => {
      const { comment, parts } = comments[entry]!
      trace.attribute(parts.element, 'data-understory-comment', comment.id)
      showTold(entry)
      showPlace(entry)
    }
  },
}
