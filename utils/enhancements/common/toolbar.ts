import { button, ours } from '@/utils/dom/controls'
import type { Trace } from '@/utils/dom/trace'

const slots = ['summary', 'pages', 'arrangement', 'fold', 'navigate', 'clip', 'off'] as const
export type ToolbarSlot = (typeof slots)[number]

/** The bar above the thread. Enhancements put their controls into its slots, whose order never changes. */
export type Toolbar = {
  /** The region around the toolbar, which sticks to the top of the view. */
  element: HTMLElement
  /** Puts it on the page. */
  show(): void
  add(slot: ToolbarSlot, control: HTMLElement): void
  /** Adds a button that acts when pressed. */
  addButton(slot: ToolbarSlot, name: string, press: () => void): HTMLButtonElement
  /**
   * Says something to the reader, also to those who listen: an error, or what was done.
   * @param answers controls to answer with, where it is a question
   */
  say(words: string, ...answers: HTMLElement[]): void
}

const leaf =
  'M8 15V6.5M8 6.500C8 3.200 5.400 1.500 2 1.500c0 3.400 2.300 5 6 5M8 10.500c0-2.800 2.300-4.500 6-4.500 0 3-2.400 4.500-6 4.500'

const leafMark = (document: Document): SVGSVGElement => {
  const namespace = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(namespace, 'svg')
  svg.setAttribute('class', 'us-leaf')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(namespace, 'path')
  path.setAttribute('d', leaf)
  svg.append(path)
  return svg
}

const onlyHold = new Set(['TABLE', 'TBODY', 'THEAD', 'TR', 'OL', 'UL', 'DL'])

/** The nearest place above a thread where a toolbar may stand: tables and lists hold nothing but their own. */
const placeAbove = (list: Element): Element => {
  let place = list
  while (place.parentElement && onlyHold.has(place.parentElement.tagName)) place = place.parentElement
  return place
}

/** Makes a toolbar, which is put right above the thread when it is shown. */
export const createToolbar = (list: HTMLElement, trace: Trace): Toolbar => {
  const document = list.ownerDocument
  // A toolbar is no landmark: those who go from one to the next find it by the region around it.
  const region = ours(document, 'div', 'us-top')
  region.setAttribute('role', 'region')
  region.setAttribute('aria-label', 'Understory toolbar')
  region.setAttribute('lang', 'en')
  const element = document.createElement('div')
  element.className = 'us-bar'
  element.setAttribute('role', 'toolbar')
  element.setAttribute('aria-label', 'Understory')
  const places = new Map(
    slots.map((slot) => {
      const place = document.createElement('span')
      place.className = `us-slot us-slot-${slot}`
      return [slot, place] as const
    }),
  )
  const status = document.createElement('span')
  status.className = 'us-status'
  status.setAttribute('role', 'status')
  element.append(leafMark(document), ...places.values(), status)
  region.append(element)
  const add: Toolbar['add'] = (slot, control) => places.get(slot)!.append(control)
  return {
    element: region,
    show: () => void trace.insert(region, (node) => placeAbove(list).before(node)),
    add,
    addButton: (slot, name, press) => {
      const control = button(document, 'us-tool', name)
      control.addEventListener('click', press)
      add(slot, control)
      return control
    },
    say: (words, ...answers) => {
      status.textContent = words
      status.append(...answers)
      if (answers.length === 0) return
      // Not the first answer: a key that is still held down must not give it.
      status.tabIndex = -1
      status.focus({ preventScroll: true })
    },
  }
}
