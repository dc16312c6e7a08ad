import { findAll, isWithin, nextElement, parentNode, previousElement } from '@/utils/dom/unclobbered'
import { guessParents } from './guess-nesting'

/** One comment as it was read, linked to the one it is under and to the one that comes after it. */
type Row = { item: HTMLElement; parent: Row | null; depth: number; next: Row | null }

/** Where a comment that came later belongs: under one of the others, at top level (null), or nobody knows (undefined). */
export type LaterParent = HTMLElement | null | undefined

/**
 * Finds the parents of comments that came later, where they were guessed: by containment for themselves; by what they
 * say of their depth or by blocks of replies from the comment before them and those above it.
 */
export const createLaterParents = (
  items: readonly HTMLElement[],
  parents: readonly number[],
  root: Element,
  selector: string,
) => {
  const rows = new Map<Node, Row>()
  let first: Row | null = null
  let last: Row | null = null
  /** Ends a chain that has all depths there are. */
  let deepest: Row | null = null
  const link = (item: HTMLElement, parent: Row | null, before: Row | null): void => {
    const depth = parent ? parent.depth + 1 : 0
    const row: Row = { item, parent, depth, next: before ? before.next : first }
    rows.set(item, row)
    if (before) before.next = row
    else first = row
    if (!deepest || depth > deepest.depth) deepest = row
  }
  for (const [index, item] of items.entries()) {
    link(item, rows.get(items[parents[index]!] as Node) ?? null, last)
    last = rows.get(item)!
  }
  const contains = parents.some((parent, index) => parent >= 0 && isWithin(items[index]!, items[parent]!))

  /** From the outermost down to the row itself. */
  const chainOf = (row: Row | null): Row[] => {
    const chain: Row[] = []
    for (let at = row; at; at = at.parent) chain.unshift(at)
    return chain
  }
  const isDeep = (): boolean => deepest !== null && deepest.depth > 0

  const around = (item: Element): Row | null => {
    for (let at = parentNode(item); at && at !== root; at = parentNode(at)) {
      const row = rows.get(at)
      if (row) return row
    }
    return null
  }
  /** The row that stands nearest in one direction. */
  const beside = (item: Element, isBefore: boolean): Row | null => {
    const step = isBefore ? previousElement : nextElement
    for (let up: Node | null = item; up && up !== root; up = parentNode(up))
      for (let at = step(up as Element); at; at = step(at)) {
        const own = rows.get(at)
        if (own) return own
        const inner = [...findAll(at, selector)].flatMap((one) => rows.get(one) ?? [])
        const found = isBefore ? inner.at(-1) : inner[0]
        if (found) return found
      }
    return null
  }

  /** Asks of those above, with one of each depth among them, and of the new one after them. */
  const askAmong = (item: HTMLElement, before: Row | null): Row | null | undefined => {
    const chain = chainOf(before)
    const deep = chainOf(deepest)
    const shared = chain.findIndex((row, nth) => row !== deep[nth])
    const at = shared < 0 ? chain.length : shared
    const sample = [...chain.slice(0, at), ...deep.slice(at), ...chain.slice(at)]
    const guessed = guessParents([...sample.map((row) => row.item), item])
    if (sample.some((row, nth) => (sample[guessed[nth]!] ?? null) !== row.parent)) return undefined
    const parent = sample[guessed.at(-1)!] ?? null
    return parent && !chain.includes(parent) ? undefined : parent
  }

  return (item: HTMLElement): LaterParent => {
    const holder = around(item)
    if (holder || contains) {
      if (!contains && isDeep()) return undefined
      rows.set(item, { item, parent: holder, depth: 0, next: null })
      return holder?.item ?? null
    }
    const before = beside(item, true)
    // Where the comments do not stand as they were read, nothing tells what a new one among them answers.
    const isBetween = beside(item, false) === (before ? before.next : first)
    if (!isBetween && isDeep()) return undefined
    const parent = askAmong(item, before ?? (isBetween ? null : first))
    if (parent === undefined || (parent && !isBetween)) return undefined
    link(item, parent, before)
    return parent?.item ?? null
  }
}
