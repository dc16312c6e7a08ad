import { placeOf, scrollBy, seenPart } from './seen-part'

const commentSelector = '[data-understory-comment]'

/** About as high is the toolbar, where there is room for it on one or two lines; in px. */
const usualBar = 64

/** Where reading begins: below the toolbar, while that sticks to the top of the view, or will when it comes. */
const upperEdge = (document: Document): number => {
  const { top } = seenPart(document)
  const bar = document.querySelector('[data-understory-ui].us-top')?.getBoundingClientRect()
  if (!bar) return top + usualBar
  return bar.top <= top + 1 ? Math.max(top, bar.bottom) : top
}

type CommentAt = (element: Element | null) => Element | null

const knownComment: CommentAt = (element) => element?.closest(commentSelector) ?? null

/** The comment that the reader's eye is on: the one with the focus, else the first that begins in view. */
const commentInView = (root: HTMLElement, commentAt = knownComment): Element | null => {
  const document = root.ownerDocument
  const seen = seenPart(document)
  const focused = commentAt(document.activeElement)
  if (focused && root.contains(focused)) {
    const { top, bottom } = focused.getBoundingClientRect()
    if (bottom > seen.top && top < seen.bottom) return focused
  }
  const box = root.getBoundingClientRect()
  // While the start of the thread is in view, the toolbar above it is what must stay.
  if (box.top >= seen.top || box.bottom <= seen.top) return null
  const x = box.left + box.width / 2
  const edge = upperEdge(document)
  let covering: Element | null = null
  for (let y = edge + 1; y < seen.bottom; y += 16) {
    const comment = commentAt(document.elementFromPoint(x, y))
    if (!comment || !root.contains(comment)) continue
    if (comment.getBoundingClientRect().top >= edge - 1) return comment
    covering ??= comment
  }
  // One long comment fills the view.
  return covering
}

/** The nearest element, from `element` upwards, that takes up room on the page. */
const rendered = (element: Element | null): Element | null => {
  let up = element
  while (up && up.getClientRects().length === 0) up = up.parentElement
  return up
}

const putBack = (element: Element | null, top: number): void => {
  const shown = rendered(element)
  const shift = shown ? placeOf(shown) - top : 0
  if (shown && Math.abs(shift) >= 1) scrollBy(shown, shift)
}

/** So many frames it may take until what has come into view has the height that was guessed before. */
const framesToSettle = 12

/** What a reader does who moves on. */
const movements = ['wheel', 'touchmove', 'keydown', 'pointerdown']

/** One place is held at a time; whoever goes somewhere lets go of it. */
let moved = new AbortController()
export const letGo = (): void => moved.abort()

/** Keeps an element at its place for the next frames, unless the reader moves on. */
const hold = (root: Element, element: Element, top: number, count: number): void => {
  const view = root.ownerDocument.defaultView
  letGo()
  if (!view) return
  const own = new AbortController()
  const { signal } = own
  moved = own
  const back = () => putBack(element, top)
  const moveOn = () => {
    // From where the reader believes to be: since the last frame, things may have moved.
    back()
    letGo()
  }
  for (const type of movements) view.addEventListener(type, moveOn, { signal, passive: true })
  // What has come into view gets its height after a frame's callbacks have run, and before the frame is painted.
  const resized = new ResizeObserver(back)
  resized.observe(root)
  signal.addEventListener('abort', () => resized.disconnect())
  let frames = count
  const next = () => {
    if (signal.aborted) return
    back()
    frames--
    if (frames > 0) view.requestAnimationFrame(next)
    else own.abort()
  }
  view.requestAnimationFrame(next)
}

let kept: Element | null = null
/** What stays at its place while a change is made; null where nothing of the thread does. */
export const placeKept = (): Element | null => kept

/**
 * Makes a change to the thread while the reader's eye and the focus stay where they are.
 * @param anchor what must not move, e.g. the button that was pressed; by default the comment in view
 */
export const keepPlace = (root: HTMLElement, change: () => void, anchor?: Element): void => {
  const document = root.ownerDocument
  const fixed = anchor ?? commentInView(root)
  const top = fixed ? placeOf(fixed) : 0
  const focused = document.activeElement
  const around = kept
  kept = fixed
  change()
  kept = around
  if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected)
    focused.focus({ preventScroll: true })
  putBack(fixed, top)
  // Only where heights are guessed: see `content-visibility` in the stylesheet.
  if (fixed && root.hasAttribute('data-understory-long')) hold(root, fixed, top, framesToSettle)
}

/** What the reader saw of a thread before anything was changed. */
export type NotedPlace = {
  /** The comment that the reader's eye is on; null while that is on the start of the thread, or elsewhere. */
  seen: Element | null
  /** Has it at its place for so many frames from the next one on, unless the reader has moved on. */
  hold(frames?: number): void
  hasMovedOn(): boolean
  /** Makes a change to the thread while what the reader sees by now stays where it is. */
  keep(change: () => void): void
}

/**
 * Notes what the reader sees of a thread that nothing of ours is in yet.
 * @param comments the elements of its comments
 * @param signal ends when nothing is to be put back any more
 */
export const notePlace = (
  root: HTMLElement,
  comments: Iterable<Element>,
  signal: AbortSignal,
): NotedPlace => {
  const all = new Set(comments)
  const commentAt: CommentAt = (element) =>
    !element || all.has(element) ? element : commentAt(element.parentElement)
  const seen = commentInView(root, commentAt)
  const top = seen ? placeOf(seen) : 0
  let hasMovedOn = false
  const moveOn = () => {
    hasMovedOn = true
  }
  for (const type of movements)
    root.ownerDocument.defaultView?.addEventListener(type, moveOn, { signal, passive: true })
  return {
    seen,
    hold: (frames = framesToSettle) => {
      if (seen && !hasMovedOn) hold(root, seen, top, frames)
    },
    hasMovedOn: () => hasMovedOn,
    keep: (change) => keepPlace(root, change, commentInView(root, commentAt) ?? undefined),
  }
}
