import { button, ours } from '@/utils/dom/controls'
import { seenPart } from '@/utils/dom/seen-part'
import { createTrace, type Trace } from '@/utils/dom/trace'

/** A card that is shown beside something on the page. */
export type Card = {
  element: HTMLElement
  close(): void
}

type CardOptions = {
  /** What the card is called for those who listen. */
  name: string
  /** It stays until it is closed, and takes the focus. */
  isKept?: boolean
}

/** Shows cards beside what they belong to; one that is opened from within a card stands upon it. */
export type Cards = {
  open(anchor: Element, content: Node, options: CardOptions): Card
  /** Closes a little later, unless the pointer comes back to the anchor or into a card. */
  leave(): void
  /** Not to be closed after all. */
  stay(): void
  closeAll(): void
}

/** So long may the pointer be on its way from a reference to its card. */
const leaveAfterMs = 300

const gap = 6

/** A card that is lower is not worth reading; in px. */
const leastHeight = 120

/** Below its anchor where there is room, else where there is more; never upon it, and always within the window. */
const place = (card: HTMLElement, anchor: Element): void => {
  const view = card.ownerDocument.defaultView
  if (!view) return
  const { top, bottom, left, right } = anchor.getBoundingClientRect()
  const { clientWidth } = card.ownerDocument.documentElement
  const seen = seenPart(card.ownerDocument)
  const [above, below] = [top - seen.top - 2 * gap, seen.bottom - bottom - 2 * gap]
  const isBelow = below >= card.offsetHeight || below >= above
  card.style.maxHeight = `${Math.max(leastHeight, Math.min(isBelow ? below : above, card.offsetHeight))}px`
  const { offsetWidth: width, offsetHeight: height } = card
  const isRightToLeft = view.getComputedStyle(anchor).direction === 'rtl'
  const x = isRightToLeft ? right - width : left
  const y = isBelow ? bottom + gap : top - gap - height
  card.style.left = `${Math.max(gap, Math.min(x, clientWidth - width - gap))}px`
  card.style.top = `${Math.max(seen.top + gap, Math.min(y, seen.bottom - height - gap))}px`
}

type OpenCard = Card & {
  anchor: Element
  /** The comment that the anchor is in. */
  comment: Element | null
  isKept: boolean
  trace: AbortController
}

const made = new WeakMap<HTMLElement, Cards>()

/**
 * The cards of a thread.
 * @param root holds the thread; cards take its colours
 */
export const cardsOf = (root: HTMLElement, signal: AbortSignal): Cards => {
  const known = made.get(root)
  if (known) return known
  const document = root.ownerDocument
  const view = document.defaultView
  const stack: OpenCard[] = []
  const focused = createTrace(signal)
  let leaving: number | undefined

  const closeFrom = (level: number) => {
    for (const { element, anchor, comment, isKept, trace } of stack.splice(level).reverse()) {
      const { activeElement, body } = document
      // A card stands at the page's end: who goes on from there by keyboard has left the page.
      const hasFocus = element.contains(activeElement) || (isKept && activeElement === body)
      // The anchor may have been renewed meanwhile.
      const to = anchor.isConnected ? anchor : comment
      if (hasFocus && to instanceof HTMLElement) {
        if (to === comment && to.tabIndex < 0) focused.attribute(to, 'tabindex', '-1')
        // Before the card goes: where the focus comes from says that it was given back.
        to.focus({ preventScroll: true })
      }
      trace.abort()
    }
  }
  const stay = () => view?.clearTimeout(leaving)
  const leave = () => {
    stay()
    const level = stack.findLastIndex(({ isKept }) => isKept) + 1
    leaving = view?.setTimeout(() => closeFrom(level), leaveAfterMs)
  }
  const levelOf = (anchor: Element) => stack.findLastIndex(({ element }) => element.contains(anchor)) + 1

  const dress = (element: HTMLElement, trace: Trace) => {
    element.setAttribute('lang', 'en')
    element.setAttribute('popover', 'manual')
    // It stands on the toolbar's ground, and has its colours.
    const bar = document.querySelector<HTMLElement>('.us-top[data-understory-ui]') ?? root
    element.setAttribute('data-understory-scheme', bar.getAttribute('data-understory-scheme') ?? '')
    const style = view?.getComputedStyle(bar)
    if (style) {
      element.style.color = style.color
      element.style.fontFamily = style.fontFamily
    }
    element.style.setProperty('--us-ground', bar.style.getPropertyValue('--us-ground') || 'Canvas')
    trace.insert(element, (node) => (document.body ?? document.documentElement).append(node))
    element.showPopover?.()
  }

  const cards: Cards = {
    stay,
    leave,
    closeAll: () => closeFrom(0),
    open: (anchor, content, { name, isKept = false }) => {
      stay()
      const level = levelOf(anchor)
      closeFrom(level)
      const controller = new AbortController()
      const trace = createTrace(AbortSignal.any([controller.signal, signal]))
      const element = ours(document, 'div', 'us-card')
      element.setAttribute('role', 'dialog')
      element.setAttribute('aria-label', name)
      element.tabIndex = -1
      element.append(content)
      const close = () => {
        const at = stack.indexOf(card)
        if (at >= 0) closeFrom(at)
      }
      // Before it is placed: its room makes the words run over more lines.
      if (isKept) {
        const shut = button(document, 'us-card-close', '×', 'Close')
        shut.addEventListener('click', close)
        element.append(shut)
      }
      dress(element, trace)
      place(element, anchor)
      element.addEventListener('pointerenter', stay)
      element.addEventListener('pointerleave', leave)
      const comment = anchor.closest('[data-understory-comment]')
      const card: OpenCard = { element, anchor, comment, isKept, trace: controller, close }
      stack.push(card)
      if (isKept) element.focus({ preventScroll: true })
      return card
    },
  }
  made.set(root, cards)
  signal.addEventListener('abort', () => made.delete(root))

  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || stack.length === 0) return
      event.stopPropagation()
      event.preventDefault()
      closeFrom(stack.length - 1)
    },
    { capture: true, signal },
  )
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (!(target instanceof Element) || stack.length === 0) return
      closeFrom(Math.max(levelOf(target), stack.findIndex(({ anchor }) => anchor.contains(target)) + 1))
    },
    { capture: true, signal },
  )
  // A card stands beside its anchor: when that moves away, the card has lost its place.
  view?.addEventListener(
    'scroll',
    ({ target }) => {
      if (!(target instanceof Element && stack.some(({ element }) => element.contains(target))))
        closeFrom(stack.findLastIndex(({ isKept }) => isKept) + 1)
    },
    { capture: true, passive: true, signal },
  )
  return cards
}
