import { createTrace } from '@/utils/dom/trace'
import type { Reference } from '@/utils/thread/conversation'
import { cardsOf } from './cards'
import { beginningOf, commentCard, titleOf } from './comment-card'
import { reveal } from './go-to'
import { createLight } from './light'
import type { ThreadPage } from './thread-page'

/** So long the pointer rests on a reference before it is taken to mean it. */
const restMs = 120

/** Links for references: they light up or preview what they mean, and lead there. */
export type ReferenceLinks = {
  /** A link for the nth reference of a comment, without its words; null where it leads nowhere. */
  make(entry: number, nth: number): HTMLAnchorElement | null
}

const made = new WeakMap<ThreadPage, ReferenceLinks>()

/** Whether the beginning of an element is to be seen. */
const isInView = (element: Element): boolean => {
  const { top, height } = element.getBoundingClientRect()
  const { clientHeight } = element.ownerDocument.documentElement
  return height > 0 && top >= 0 && top < clientHeight - 24
}

export const createReferenceLinks = (page: ThreadPage, signal: AbortSignal): ReferenceLinks => {
  const known = made.get(page)
  if (known) return known
  const { document, root, comments, conversation, entryOf } = page
  const view = document.defaultView
  const trace = createTrace(signal)
  const light = createLight(page, trace)
  const cards = cardsOf(root, signal)
  const meant = new WeakMap<Element, Reference>()
  let resting: number | undefined

  const entriesOf = ({ targets }: Reference): number[] => targets.flatMap((id) => entryOf.get(id) ?? [])

  /** Lights up what is in view; what is not is shown beside the reference. */
  const show = (link: Element, isAsked: boolean) => {
    const reference = meant.get(link)
    if (!reference) return
    const entries = entriesOf(reference)
    light(entries)
    const hidden = entries.filter((entry) => isAsked || !isInView(comments[entry]!.parts.element))
    if (reference.isElsewhere || entries.length === 0) {
      const words = document.createElement('p')
      words.textContent = 'This comment is not on this page: the thread goes on over other pages.'
      cards.open(link, words, { name: 'Not on this page' })
      return
    }
    if (hidden.length === 0) return
    const content = document.createDocumentFragment()
    if (entries.length > 1) {
      const several = document.createElement('p')
      several.className = 'us-card-note'
      several.textContent = `It may mean one of ${entries.length} comments.`
      content.append(several)
    }
    for (const entry of entries) content.append(commentCard(page, entry, signal, links.make, cards.closeAll))
    cards.open(link, content, { name: `What “${reference.words}” points at`, isKept: isAsked })
  }
  const hide = () => {
    view?.clearTimeout(resting)
    light([])
    cards.leave()
  }
  const linkAt = (target: EventTarget | null): Element | null =>
    target instanceof Element ? target.closest('a[data-understory-reference]') : null

  const over = (event: PointerEvent) => {
    const link = linkAt(event.target)
    if (!link || event.pointerType === 'touch') return
    view?.clearTimeout(resting)
    cards.stay()
    resting = view?.setTimeout(() => show(link, false), restMs)
  }
  const out = (event: PointerEvent) => {
    if (linkAt(event.target)) hide()
  }
  const click = (event: MouseEvent) => {
    const link = linkAt(event.target)
    const reference = link && meant.get(link)
    if (!link || !reference) return
    event.stopPropagation()
    const isTouch = (event as PointerEvent).pointerType === 'touch'
    const [target] = entriesOf(reference)
    if (target === undefined || (isTouch && !isInView(comments[target]!.parts.element))) {
      event.preventDefault()
      show(link, true)
      return
    }
    // The browser goes there by itself, and "back" returns; only what hides the comment is opened first.
    cards.closeAll()
    reveal(page, target)
  }
  const keydown = (event: KeyboardEvent) => {
    const link = linkAt(event.target)
    if (!link || event.key !== 'ArrowDown' || !event.altKey) return
    event.preventDefault()
    show(link, true)
  }
  // Not on the thread alone: references in cards work like those in comments.
  document.addEventListener('pointerover', over, { signal })
  document.addEventListener('pointerout', out, { signal })
  document.addEventListener(
    'focusin',
    ({ target }) => linkAt(target)?.matches(':focus-visible') && show(linkAt(target)!, false),
    { signal },
  )
  document.addEventListener('focusout', ({ target }) => linkAt(target) && hide(), { signal })
  document.addEventListener('click', click, { capture: true, signal })
  document.addEventListener('keydown', keydown, { signal })

  const links: ReferenceLinks = {
    make: (entry, nth) => {
      const reference = conversation.references[entry]?.[nth]
      if (!reference) return null
      const [target] = entriesOf(reference)
      if (target === undefined && !reference.isElsewhere) return null
      const link = document.createElement('a')
      link.setAttribute('data-understory-reference', reference.kind)
      if (target !== undefined) {
        link.href = `#${encodeURIComponent(comments[target]!.comment.id)}`
        link.setAttribute('aria-description', `${titleOf(page, target)}: ${beginningOf(page, target)}`)
      } else {
        link.tabIndex = 0
        link.setAttribute('aria-description', 'A comment on another page of this thread')
      }
      meant.set(link, reference)
      return link
    },
  }
  made.set(page, links)
  return links
}
