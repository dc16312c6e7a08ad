import { button } from '@/utils/dom/controls'
import { follow } from '@/utils/dom/follow'
import { placeKept } from '@/utils/dom/keep-place'
import { createTrace } from '@/utils/dom/trace'
import { inSlices } from '@/utils/thread/in-slices'
import type { About, Enhancement } from './common/enhancement'
import { deepestLevel, deepestNarrowLevel } from './common/levels'
import { answeredBy, titleBeside, verbs } from './common/link-words'
import { createReferenceLinks } from './common/reference-links'
import { showWhy } from './common/why-card'

/** So many are dressed before the browser has its turn: more than a window shows. */
const atOnce = 40

export const about: About = {
  title: 'Links',
  description: 'Says what a comment answers where its place does not show it, and why that is believed.',
}

/** Where its place does not tell, words beside a comment say what it answers, and how that is known. */
export const enhancement: Enhancement = {
  start: (page, signal) => {
    const { document, root, conversation, entryOf, arrangement, growth } = page
    const trace = createTrace(signal)
    const made = new Map<number, { words: string; element: HTMLElement }>()
    const references = createReferenceLinks(page, signal)
    const entryOfWhy = new WeakMap<Element, number>()

    /** Null where its place tells what it answers; narrow where it does so but for little room. */
    const roomFor = (entry: number): 'any' | 'narrow' | null => {
      const { name, isInPlace, placements, placeOf } = arrangement.peek()
      const link = conversation.links[entry]
      if (!link) return null
      if (name !== 'conversation') return 'any'
      // The later parts of a comment stand right below the first.
      if (conversation.partOf[entry]) return null
      if (link.kind !== 'site') return 'any'
      const { depth } = placements[placeOf[entry]!]!
      if (isInPlace || depth <= deepestNarrowLevel) return null
      return depth > deepestLevel ? 'any' : 'narrow'
    }
    const make = (entry: number, kinds: readonly string[], phrases: readonly string[], parents: number[]) => {
      const element = document.createElement('span')
      element.className = 'us-links'
      for (const [k, words] of phrases.entries()) {
        const control = button(document, `us-to us-by-${kinds[k]}`, words)
        references.mean(control, parents[k]!)
        element.append(control)
      }
      if (kinds.some((kind) => kind !== 'site')) {
        const why = button(document, 'us-why', 'why?')
        why.setAttribute('aria-description', phrases.join(' '))
        entryOfWhy.set(why, entry)
        element.append(why)
      }
      return element
    }
    const refresh = (entry: number) => {
      const room = roomFor(entry)
      const also = conversation.alsoAnswers[entry] ?? []
      const known = made.get(entry)
      if (room === null && also.length === 0 && !known) return
      const own = conversation.links[entry]
      const answered = answeredBy(page, entry).filter(({ link }) => room !== null || link !== own)
      const phrases = answered.map(({ link, parent }, k) => {
        const verb = link === own ? verbs[link.kind] : k === 0 ? `also ${verbs[link.kind]}` : 'and'
        return `${verb} ${titleBeside(page, entry, parent)}`
      })
      const kinds = answered.map(({ link }) => link.kind)
      const isNarrow = room === 'narrow' && also.length === 0
      const words = JSON.stringify([isNarrow, kinds, phrases, answered.map(({ parent }) => parent)])
      if (known?.words === words) return
      known?.element.remove()
      made.delete(entry)
      if (answered.length === 0) return
      const parents = answered.map(({ parent }) => parent)
      const element = make(entry, kinds, phrases, parents)
      element.classList.toggle('us-narrow', isNarrow)
      page.line(entry).marks.prepend(element)
      made.set(entry, { words, element })
    }

    let running = new AbortController()
    const refreshAll = (entries: readonly number[]) => {
      for (const entry of entries.slice(0, atOnce)) refresh(entry)
      if (entries.length <= atOnce) return
      const { signal: stopped } = running
      const work = function* () {
        for (const entry of entries.slice(atOnce)) {
          refresh(entry)
          yield
        }
      }
      inSlices(work(), AbortSignal.any([signal, stopped])).catch((error) => {
        if (!signal.aborted && !stopped.aborted) console.error(error)
      })
    }
    /** What the reader sees comes first: from there to the end, then back to the beginning. */
    const fromView = (): number[] => {
      const entries = arrangement.peek().placements.map(({ entry }) => entry)
      const seen = entryOf.get(placeKept()?.getAttribute('data-understory-comment') ?? '')
      const at = seen === undefined ? 0 : entries.indexOf(seen)
      return [...entries.slice(at), ...entries.slice(0, at).reverse()]
    }

    let shown = 'original true'
    let grown = growth.peek()
    follow(signal, () => {
      const { name, isInPlace } = arrangement.value
      const isReread = growth.value !== grown && growth.value.reread.size > 0
      grown = growth.value
      const isOriginal = name === 'original'
      const now = `${name} ${isInPlace}`
      const isOther = now !== shown
      shown = now
      if (isOther) {
        running.abort()
        running = new AbortController()
      }
      trace.attribute(root, 'data-understory-links', isOriginal ? null : '')
      // At first, and when more come in, each is dressed with all that it gets.
      if (isOriginal || page.opening) return
      if (isReread) for (const entry of grown.reread) refresh(entry)
      if (isOther || isReread) refreshAll(fromView())
    })

    root.addEventListener(
      'click',
      (event) => {
        const control = event.target instanceof Element ? event.target.closest('.us-why') : null
        const entry = control ? entryOfWhy.get(control) : undefined
        if (!control || entry === undefined) return
        event.stopPropagation()
        event.preventDefault()
        showWhy(page, entry, control, signal)
      },
      { capture: true, signal },
    )
    return (entry) => {
      if (arrangement.peek().name !== 'original') refresh(entry)
    }
  },
}
