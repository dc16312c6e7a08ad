import { label, ours, say } from '@/utils/dom/controls'
import { follow } from '@/utils/dom/follow'
import { createTrace } from '@/utils/dom/trace'
import type { About, Enhancement } from './common/enhancement'
import { goTo } from './common/go-to'

const dayMs = 24 * 60 * 60_000

/**
 * "Sunday 10:05", or "30 November 2025" where that may be another Sunday. Made when it is needed: a formatter costs
 * more than enhancing a hundred comments.
 */
const sinceWhen = (since: string): string => {
  const at = Date.parse(since)
  const isThisWeek = Date.now() - at < 6 * dayMs
  return new Intl.DateTimeFormat(
    'en-GB',
    isThisWeek ? { weekday: 'long', hour: '2-digit', minute: '2-digit' } : { dateStyle: 'long' },
  ).format(at)
}

export const about: About = {
  title: 'New comments',
  description: 'Marks what was posted since your last visit. Visits are remembered in this browser only.',
}

/** Shows what was posted since the last visit, and leads from one new comment to the next. */
export const enhancement: Enhancement = {
  start: (page, signal) => {
    const { document, comments, toolbar, arrangement, fresh, growth, services } = page
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

    const marked = new Set<number>()
    const show = (entry: number) => {
      marked.add(entry)
      trace.attribute(comments[entry]!.parts.element, 'data-understory-new', '')
      const mark = ours(document, 'span', 'us-mark us-new')
      mark.setAttribute('role', 'note')
      label(mark, 'new')
      page.line(entry).marks.append(mark)
    }
    let since: string | null = null
    /** What comes in while the reader is here is judged by when it was posted, like everything else. */
    const findFresh = (from: number) => {
      const { length } = comments
      const found: string[] = []
      for (let entry = from; entry < length; entry++) {
        const { id, time } = comments[entry]!.comment
        const { instant, estimated } = time
        if (since !== null && instant !== null && !estimated && instant > since) found.push(id)
      }
      if (found.length > 0) fresh.value = new Set([...fresh.peek(), ...found])
    }
    follow(signal, () => findFresh(growth.value.from))
    follow(signal, () => {
      const { size } = fresh.value
      for (const id of fresh.value) {
        const entry = page.entryOf.get(id)
        if (entry !== undefined && page.dressed.has(entry) && !marked.has(entry)) show(entry)
      }
      next.setAttribute('aria-disabled', String(size === 0))
      if (size === 0 || since === null) return
      say(summary, `${size} new since ${sinceWhen(since)}`)
      if (!summary.isConnected) toolbar.add('summary', summary)
    })

    services.lastVisit().then((last) => {
      if (signal.aborted) return
      since = last
      findFresh(0)
    }, console.error)

    return (entry) => {
      if (fresh.peek().has(comments[entry]!.comment.id)) show(entry)
    }
  },
}
