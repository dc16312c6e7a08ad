import { follow } from '@/utils/dom/follow'
import { createTrace } from '@/utils/dom/trace'
import type { Enhancement } from './common/enhancement'

/** The attributes that user styles, tests and other tools rely on. */
export const enhancement: Enhancement = {
  title: 'Attributes',
  description: 'Marks every comment for styles and other tools.',
  essential: true,
  start: (page, signal) => {
    const trace = createTrace(signal)
    const counts = new Map<string, number>()
    for (const commenter of page.conversation.commenters)
      if (commenter) counts.set(commenter.key, (counts.get(commenter.key) ?? 0) + 1)
    let started = 0

    const showPlace = (entry: number) => {
      const { placements, placeOf } = page.arrangement.peek()
      const { depth, parentId, link } = placements[placeOf[entry]!]!
      const { element } = page.comments[entry]!.parts
      trace.attribute(element, 'data-understory-depth', String(depth))
      trace.attribute(element, 'data-understory-parent', parentId)
      trace.attribute(element, 'data-understory-link', link)
    }

    follow(signal, () => {
      page.arrangement.value
      for (let entry = 0; entry < started; entry++) showPlace(entry)
    })

    return (entry) => {
      const { comment, parts } = page.comments[entry]!
      const commenter = page.conversation.commenters[entry]
      trace.attribute(parts.element, 'data-understory-comment', comment.id)
      trace.attribute(parts.element, 'data-understory-name', commenter?.name ?? comment.author.name)
      trace.attribute(parts.element, 'data-understory-commenter', commenter?.key ?? null)
      const recurring = commenter ? counts.get(commenter.key)! : 1
      trace.attribute(parts.element, 'data-understory-recurring', recurring > 1 ? String(recurring) : null)
      trace.attribute(parts.element, 'data-understory-time', comment.time.instant ?? comment.time.local)
      started = entry + 1
      showPlace(entry)
    }
  },
}
