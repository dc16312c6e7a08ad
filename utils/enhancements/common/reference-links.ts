import { button } from '@/utils/dom/controls'
import { seenPart } from '@/utils/dom/seen-part'
import { createTextPlaces } from '@/utils/dom/text-places'
import type { Reference } from '@/utils/thread/conversation'
import { cardsOf } from './cards'
import { beginningOf, commentCard, titleOf, whole } from './comment-card'
import { followTo } from './go-to'
import { createLight } from './light'
import type { ThreadPage } from './thread-page'

/** So long the pointer rests on a reference before it is taken to mean it. */
const restMs = 120

/** So much of the post is shown before and after words that are quoted from it, in UTF-16 units. */
const aroundQuote = 240

/** What stands before and after words and is none of them. */
const beside = /^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu

/** Links for references: they light up or preview what they mean, and lead there. */
export type ReferenceLinks = {
  /**
   * A link for the nth reference of a comment, without its words; null where it leads nowhere.
   * @param known a link that is there already, and is to mean this now
   */
  make(entry: number, nth: number, known?: HTMLAnchorElement | null): HTMLAnchorElement | null
  /** Lets a control of ours (see `linkSelector`) do for a comment what links do. */
  mean(control: Element, entry: number): void
}

/** What can mean a comment: words that refer to it, words that say it is answered, its row in a list. */
const linkSelector = 'a[data-understory-reference], .us-to, .us-card-row'

type Meaning = Pick<Reference, 'targets' | 'inPost' | 'isElsewhere'> & { name: string }

const made = new WeakMap<ThreadPage, ReferenceLinks>()

/** Whether the beginning of an element is to be seen. */
const isInView = (element: Element): boolean => {
  const { top, height } = element.getBoundingClientRect()
  const seen = seenPart(element.ownerDocument)
  return height > 0 && top >= seen.top && top < seen.bottom - 24
}

export const createReferenceLinks = (page: ThreadPage, signal: AbortSignal): ReferenceLinks => {
  const known = made.get(page)
  if (known) return known
  const { document, root, comments, conversation, entryOf } = page
  const view = document.defaultView
  const light = createLight(page, signal)
  const cards = cardsOf(root, signal)
  const meant = new WeakMap<Element, Meaning>()
  let resting: number | undefined

  const entriesOf = ({ targets }: Pick<Reference, 'targets'>): number[] =>
    targets.flatMap((id) => entryOf.get(id) ?? [])
  const isSeen = (entry: number): boolean => isInView(comments[entry]!.parts.element)

  /** Lights up what is in view; what is not is shown beside the reference. */
  const show = (link: Element, isAsked: boolean) => {
    const meaning = meant.get(link)
    if (!meaning) return
    const { inPost } = meaning
    if (inPost && page.postBody) {
      const { start, end } = inPost
      const { text } = page.postBody
      const words = document.createElement('p')
      const quoted = document.createElement('mark')
      quoted.textContent = text.slice(start, end)
      const from = Math.max(0, start - aroundQuote)
      const to = Math.min(text.length, end + aroundQuote)
      words.append(
        (from > 0 ? '…' : '') + whole(text.slice(from, start)),
        quoted,
        whole(text.slice(end, to)) + (to < text.length ? '…' : ''),
      )
      const go = button(document, 'us-card-go', 'Go there', 'Go to these words in the post')
      go.addEventListener('click', () => goToQuote(inPost))
      words.append(go)
      cards.open(link, words, { name: 'From the post', isKept: isAsked })
      return
    }
    const entries = entriesOf(meaning)
    light(entries)
    if (meaning.isElsewhere || entries.length === 0) {
      const words = document.createElement('p')
      words.textContent = 'This comment is not on this page: the thread goes on over other pages.'
      cards.open(link, words, { name: 'Not on this page' })
      return
    }
    if (!isAsked && entries.every(isSeen)) return
    const content = document.createDocumentFragment()
    if (entries.length > 1) {
      const several = document.createElement('p')
      several.className = 'us-card-note'
      several.textContent = `It may mean one of ${entries.length} comments.`
      content.append(several)
    }
    for (const entry of entries) content.append(commentCard(page, entry, signal, links.make, cards.closeAll))
    cards.open(link, content, { name: meaning.name, isKept: isAsked })
  }
  /** Selects the quoted words in the post: that is seen without colour, and gone with the next click. */
  const goToQuote = ({ start, end }: { start: number; end: number }) => {
    cards.closeAll()
    if (!page.postBody) return
    const { element, text } = page.postBody
    const places = createTextPlaces([element], text, () => false)(start, end)
    const [first, last] = [places[0], places.at(-1)]
    if (!first || !last) return
    const around = element.ownerDocument.defaultView
    around?.getSelection()?.setBaseAndExtent(first.node, first.from, last.node, last.to)
    first.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
  }
  const hide = () => {
    view?.clearTimeout(resting)
    light([])
    cards.leave()
  }
  const linkAt = (target: EventTarget | null): Element | null =>
    target instanceof Element ? target.closest(linkSelector) : null

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
    const meaning = link && meant.get(link)
    if (!link || !meaning) return
    event.stopPropagation()
    // In another tab or window the browser goes there by itself.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const entries = entriesOf(meaning)
    const [target] = entries
    // A finger cannot point: its tap shows what is out of view, and "Go there" goes.
    const isAsked =
      (event as PointerEvent).pointerType === 'touch' && !(target !== undefined && entries.every(isSeen))
    if (isAsked || (target === undefined && !meaning.inPost)) show(link, true)
    else if (meaning.inPost) goToQuote(meaning.inPost)
    else {
      cards.closeAll()
      followTo(page, target!, signal)
    }
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
    ({ target, relatedTarget }) => {
      const link = linkAt(target)
      // A card that closes gives the focus back, and wants no other in its place.
      const from = relatedTarget instanceof Element && relatedTarget.closest('.us-card')
      if (link?.matches(':focus-visible') && (!from || from.contains(link))) show(link, false)
    },
    { signal },
  )
  document.addEventListener('focusout', ({ target }) => linkAt(target) && hide(), { signal })
  document.addEventListener('click', click, { capture: true, signal })
  document.addEventListener('keydown', keydown, { signal })

  const links: ReferenceLinks = {
    make: (entry, nth, known) => {
      const reference = conversation.references[entry]?.[nth]
      if (!reference) return null
      const [target] = entriesOf(reference)
      const inPost = reference.inPost && page.postBody
      if (target === undefined && !reference.isElsewhere && !inPost) return null
      const link = known ?? document.createElement('a')
      link.setAttribute('data-understory-reference', reference.kind)
      if (inPost) {
        // Browsers go to the words themselves where our own way there is not.
        link.href = `#:~:text=${encodeURIComponent(reference.words.replace(beside, ''))}`
        link.setAttribute('aria-description', 'Quoted from the post')
      } else if (target !== undefined) {
        link.href = `#${encodeURIComponent(comments[target]!.comment.id)}`
        link.setAttribute('aria-description', `${titleOf(page, target)}: ${beginningOf(page, target)}`)
      } else {
        link.tabIndex = 0
        link.setAttribute('aria-description', 'A comment on another page of this thread')
      }
      meant.set(link, { ...reference, name: `What “${reference.words}” points at` })
      return link
    },
    mean: (control, entry) =>
      meant.set(control, { targets: [comments[entry]!.comment.id], name: titleOf(page, entry) }),
  }
  made.set(page, links)
  return links
}
