import {
  findAll,
  firstNode,
  isWithin,
  nameOf,
  nextElement,
  nextNode,
  parentNode,
  previousElement,
  textOf,
} from '@/utils/dom/unclobbered'
import { isOurOwn, itemsAdded } from './added-items'
import { type Guess, guessedName, guessedWords } from './guess-comments'
import { kindOf, kindsOf, sharedKind } from './guess-items'
import { pathOf, step, survey } from './guess-parts'
import { isSkipped, saysWhen } from './guess-times'
import type { GuessedComment } from './guessed-comment'

/** So many comments say where the time stands in the others. */
const samples = 16

/** Where an element stands in a comment, as `survey` writes it. */
const pathTo = (element: Element, all: readonly Element[]): string => {
  let path = ''
  for (let at: Node | null = element; at; at = parentNode(at)) {
    const nth = all.indexOf(at as Element)
    if (nth >= 0) return pathOf(all, nth) + path
    path = `>${step(at as Element)}${path}`
  }
  return path
}

const saysTime = (element: Element): boolean => {
  if (nameOf(element) === 'TIME') return true
  for (let node = firstNode(element); node; node = nextNode(node))
    if (node.nodeType === 3 && (node as Text).data.length < 200 && saysWhen((node as Text).data.trim()))
      return true
  return false
}

/**
 * Finds comments that came later, by what those have in common that were guessed. It is stricter than guessing: what
 * is not like the others in everything is left to a whole new reading.
 */
export const createLaterComments = (guess: Guess, root: Element) => {
  const { items, times, all, paths } = guess
  const known = new Set<Element>(items)
  /** Everything that comments are made of. */
  const owned = new Set<Element>(all ? all.flat() : items)
  const holders = new Set<Node>()
  const holdAround = (item: Element) => {
    for (let at = parentNode(item); at && !holders.has(at); at = parentNode(at)) holders.add(at)
  }
  items.forEach(holdAround)
  const kind = sharedKind(items) ?? []
  const tag = nameOf(items[0]!).toLowerCase()
  const selector = tag + kind.map((name) => `.${CSS.escape(name)}`).join('')
  // What has no name is known by its place.
  const lists = kind.length > 0 ? null : new Set(items.map((item) => parentNode(item)))
  const timePaths = new Set(
    items.slice(-samples).map((item, index) => {
      const nth = Math.max(0, items.length - samples) + index
      return pathTo(times[nth]!, all?.[nth] ?? [item])
    }),
  )
  const nearest = (element: Element): Element | null => {
    let at = parentNode(element) as Element | null
    while (at && at !== root && !known.has(at)) at = parentNode(at) as Element | null
    return at && known.has(at) ? at : null
  }
  /** Where in the others stands what is marked alike and is no comment: a class may be anybody's. */
  const besidesAt = new Set<string>()
  for (const item of items.slice(-samples))
    for (const inner of findAll(item, selector))
      if (!known.has(inner) && nearest(inner) === item) besidesAt.add(pathTo(inner, [item]))
  const pattern = all?.[0]
  const before = pattern?.indexOf(items[0]!) ?? 0

  const isAlike = (element: HTMLElement): boolean =>
    !lists || (lists.has(parentNode(element)) && kindOf(element).length === 0)
  const isShown = (element: Element): boolean => {
    for (let at: Element | null = element; at && at !== root; at = parentNode(at) as Element | null)
      if (isSkipped(at)) return false
    return true
  }
  /** The elements side by side that a comment is made of; null where it is not made like the others. */
  const allOf = (item: HTMLElement): HTMLElement[] | null => {
    const parts = [item]
    let at: Element = item
    for (let n = 0; n < before; n += 1) {
      const other = previousElement(at)
      if (!other) return null
      parts.unshift(other as HTMLElement)
      at = other
    }
    at = item
    for (let n = before + 1; n < pattern!.length; n += 1) {
      const other = nextElement(at)
      if (!other) return null
      parts.push(other as HTMLElement)
      at = other
    }
    return kindsOf(parts) === kindsOf(pattern!) ? parts : null
  }
  /** Whether something else came that shows a time: a comment of another kind, perhaps. */
  const showsMore = (element: Element): boolean => {
    for (let at: Node | null = element; at && at !== root; at = parentNode(at))
      if (owned.has(at as Element)) return false
    return (
      isShown(element) &&
      survey([element as HTMLElement], owned, element).some(
        (piece) => saysTime(piece.element) && !isOurOwn(piece.element),
      )
    )
  }
  const read = (item: HTMLElement, parts: HTMLElement[] | null): GuessedComment | null => {
    const pieces = survey(parts ?? [item], known, item)
    const time = pieces.find(
      ({ path, element }) =>
        timePaths.has(path) && (nameOf(element) === 'TIME' || saysWhen(textOf(element).trim())),
    )?.element
    if (!time) return null
    const at = (place: string | null) =>
      pieces.filter(({ path, element }) => path === place && !isWithin(time, element))
    const name = at(paths.name).find(({ chars }) => chars > 0)?.element ?? null
    const nameText = guessedName(name, time, item)
    const own = at(paths.body).map(({ element }) => element)
    const words = guessedWords(own, known, holders)
    return nameText && words.text ? { item, all: parts, time, name, nameText, words } : null
  }
  const readAll = function* (
    found: readonly HTMLElement[],
    parts: readonly (HTMLElement[] | null)[],
  ): Generator<void, GuessedComment[]> {
    const comments: GuessedComment[] = []
    found.forEach(holdAround)
    for (const [index, item] of found.entries()) {
      if (index % 32 === 31) yield
      const comment = read(item, parts[index] ?? null)
      if (comment) comments.push(comment)
    }
    return comments
  }

  return {
    selector,
    /** In document order; null where not all that came is like the others. */
    *find(added: readonly Element[]): Generator<void, GuessedComment[] | null> {
      const found: HTMLElement[] = []
      for (const item of itemsAdded(added, selector)) {
        if (known.has(item) || !isAlike(item) || !isWithin(item, root) || !isShown(item)) continue
        const around = nearest(item)
        if (around && besidesAt.has(pathTo(item, [around]))) continue
        known.add(item)
        found.push(item)
      }
      const parts = found.map((item) => (pattern ? allOf(item) : null))
      const own = new Set<Element>([...found, ...parts.flatMap((some) => some ?? [])])
      for (const element of own) owned.add(element)
      const comments = yield* readAll(found, parts)
      const isAll =
        comments.length === found.length &&
        !(pattern && parts.includes(null)) &&
        !found.some((item) =>
          [...findAll(item, selector)].some((inner) => known.has(inner) && !own.has(inner)),
        ) &&
        !added.some((element) => isWithin(element, root) && showsMore(element))
      if (isAll) return comments
      for (const item of found) known.delete(item)
      for (const element of own) owned.delete(element)
      return null
    },
  }
}
