import {
  classOf,
  closest,
  find,
  firstElement,
  hasClass,
  isWithin,
  nameOf,
  nextElement,
  parentNode,
  previousElement,
} from '@/utils/dom/unclobbered'
import { itemsAdded } from './added-items'

/** The elements of one comment: a term and its descriptions, or, in the newest themes, one block. */
export type Entry = { head: HTMLElement; all: HTMLElement[] }

export const idPattern = /^c\d+$/

/** The templates name the term in three ways; the links to other blogs below a thread in a fourth. */
const isHead = (term: Element): boolean =>
  !hasClass(term, 'comment-title') &&
  (idPattern.test(term.id) || /(?:^|\s)comment-(?:author|poster|data)(?=\s|$)/.test(classOf(term)))

/** All entries of a list. */
export const entriesIn = (list: Element): Entry[] => {
  const entries: Entry[] = []
  let current: Entry | null = null
  const walk = (holder: Element, depth: number): void => {
    for (let child = firstElement(holder); child; child = nextElement(child)) {
      const name = nameOf(child)
      const element = child as HTMLElement
      // Templates end with an empty term, which closes the last comment.
      if (name === 'DT') {
        current = isHead(element) ? { head: element, all: [element] } : null
        if (current) entries.push(current)
      } else if (name === 'DD') current?.all.push(element)
      else if (name === 'DIV' && hasClass(element, 'comment')) {
        const head = find(element, '.comment-author')
        if (head) entries.push({ head, all: [element] })
        // Designers put boxes around a term and its descriptions, to number or to colour them.
      } else if (depth < 4 && find(element, 'dt, .comment')) walk(element, depth + 1)
    }
  }
  walk(list, 0)
  return entries
}

/** The entry that a term or a block begins; null where it is none. */
const entryFrom = (mark: HTMLElement): Entry | null => {
  if (nameOf(mark) === 'DIV') {
    const head = find(mark, '.comment-author')
    return head && { head, all: [mark] }
  }
  const all = [mark]
  for (let at = nextElement(mark); at && nameOf(at) !== 'DT'; at = nextElement(at))
    if (nameOf(at) === 'DD') all.push(at as HTMLElement)
  return { head: mark, all }
}

const termBefore = (description: Element): Element | null => {
  let at = previousElement(description)
  while (at && nameOf(at) !== 'DT') at = previousElement(at)
  return at
}

/** The entries that came in with these elements; null where one of them is not all there, or an earlier one got more. */
export const entriesAmong = (
  added: readonly Element[],
  list: Element,
  known: ReadonlySet<Element>,
): Entry[] | null => {
  const entries: Entry[] = []
  const taken = new Set<Element>()
  for (const mark of itemsAdded(added, 'dt, dd, div.comment')) {
    const around = closest(parentNode(mark) as Element, 'dt, dd, div.comment')
    if (known.has(mark) || taken.has(mark) || mark === list || !isWithin(mark, list)) continue
    // What is within a comment is its writer's.
    if (around && around !== list && isWithin(around, list)) continue
    if (nameOf(mark) === 'DD') {
      const term = termBefore(mark)
      if (!term || isHead(term)) return null
      continue
    }
    if (nameOf(mark) === 'DT' && !isHead(mark)) continue
    const entry = entryFrom(mark)
    if (!entry) continue
    if (nameOf(mark) === 'DT' && (entry.all.length === 1 || entry.all.some((one) => known.has(one))))
      return null
    for (const own of entry.all) taken.add(own)
    entries.push(entry)
  }
  return entries
}
