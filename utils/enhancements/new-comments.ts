import { label, ours, say } from '@/utils/dom/controls'
import { follow } from '@/utils/dom/follow'
import { createTrace } from '@/utils/dom/trace'
import type { Enhancement } from './common/enhancement'
import { goTo } from './common/go-to'

/** Made when it is needed: a formatter costs more than enhancing a hundred comments. */
const sinceWhen = (since: string): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', hour: '2-digit', minute: '2-digit' }).format(
    new Date(since),
  )

/** Shows what was posted since the last visit, and leads from one new comment to the next. */
export const enhancement: Enhancement = {
  title: 'New comments',
  description: 'Marks what was posted since your last visit. Visits are remembered in this browser only.',
  start: (page, signal) => {
    const { document, comments, toolbar, arrangement, fresh, services } = page
    const trace = createTrace(signal)
    let last = -1

    const summary = document.createElement('span')
    summary.className = 'us-new'
    const next = toolbar.addButton('navigate', 'Next new', () => {
      const order = arrangement.peek().placements.map(({ entry }) => entry)
      const isNew = (entry: number) => fresh.peek().has(comments[entry]!.comment.id)
      const from = order.indexOf(last) + 1
      const entry = order.slice(from).find(isNew) ?? order.find(isNew)
      if (entry === undefined) return toolbar.say('Nothing new since your last visit.')
      last = entry
      goTo(page, entry, signal)
    })

    const marks = new Map<number, HTMLElement>()
    const show = (entry: number) => {
      trace.attribute(comments[entry]!.parts.element, 'data-understory-new', '')
      const mark = ours(document, 'span', 'us-mark us-new')
      mark.setAttribute('role', 'note')
      label(mark, 'new')
      page.line(entry).marks.append(mark)
      marks.set(entry, mark)
    }
    let started = 0
    follow(signal, () => {
      for (const id of fresh.value) {
        const entry = page.entryOf.get(id)
        if (entry !== undefined && entry < started && !marks.has(entry)) show(entry)
      }
      next.setAttribute('aria-disabled', String(fresh.value.size === 0))
    })

    services.lastVisit().then((since) => {
      if (signal.aborted || since === null) return
      fresh.value = new Set(
        comments.flatMap(({ comment }) =>
          comment.time.instant && comment.time.instant > since ? comment.id : [],
        ),
      )
      if (fresh.value.size === 0) return
      say(summary, `${fresh.value.size} new since ${sinceWhen(since)}`)
      toolbar.add('summary', summary)
    }, console.error)

    return (entry) => {
      started = entry + 1
      if (fresh.peek().has(comments[entry]!.comment.id)) show(entry)
    }
  },
}
