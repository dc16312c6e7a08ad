import {
  attribute,
  classOf,
  firstElement,
  isWithin,
  nameOf,
  nextElement,
  parentNode,
  textOf,
} from '@/utils/dom/unclobbered'

const ends = /^(?:BODY|HTML|MAIN|FORM|#document)$/
const lists = /^(?:UL|OL|DL|TBODY|TABLE)$/

/** What tells one of a kind from another: by its place, or by whose it is. */
const oneOfKind =
  /\d|^(?:odd|even|alt|first|last|clearfix|cf|row|left|right|active|new|(?:un)?selected|me|self|own|owner|admin|author-?(?:comment|response)|by-?(?:post)?author)$/i

/** The classes of an element that name a kind, not one of that kind: "odd", "depth-2", "user-17" are left out. */
export const kindOf = (element: Element): string[] =>
  classOf(element)
    .split(/\s+/)
    .filter((name) => name !== '' && !oneOfKind.test(name))

/** The classes that elements of one tag have in common; null where they are not alike. */
export const sharedKind = (elements: readonly Element[]): string[] | null => {
  let shared: string[] | null = null
  let tag = ''
  for (const element of elements) {
    const own = kindOf(element)
    if (tag !== '' && nameOf(element) !== tag) return null
    tag = nameOf(element)
    shared = shared ? shared.filter((name) => own.includes(name)) : own
  }
  // Nameless ones are alike only where all of them are.
  return shared && (shared.length > 0 || elements.every((element) => kindOf(element).length === 0))
    ? shared
    : null
}

/** What may be comments: elements of one kind, each around a time of its own. */
export type Group = {
  items: HTMLElement[]
  times: HTMLElement[]
  /** All times that look like these. */
  alike: HTMLElement[]
  /** Where a comment is made of several elements side by side: all of each. */
  all?: HTMLElement[][]
}

/** Goes up from times of one kind as far as what is around them stays apart. */
const climb = (found: readonly HTMLElement[], alike: HTMLElement[]): Group => {
  let items = [...found]
  let times = [...found]
  for (let level = 0; level < 12; level += 1) {
    const parents = items.map((item) => parentNode(item) as HTMLElement | null)
    if (parents.some((parent) => !parent || ends.test(nameOf(parent)))) break
    const members = new Map<HTMLElement, number>()
    const kept: HTMLElement[] = []
    const keptTimes: HTMLElement[] = []
    for (const [index, parent] of (parents as HTMLElement[]).entries()) {
      members.set(parent, (members.get(parent) ?? 0) + 1)
      if (members.get(parent) !== 1) continue
      kept.push(parent)
      keptTimes.push(times[index]!)
    }
    // A comment may show a second time, when it was edited; a list shows many.
    if (kept.length < Math.max(2, parents.length * 0.6)) break
    if (kept.length < parents.length && [...members.values()].some((count) => count > 2)) break
    if (!sharedKind(kept)) break
    // Each must begin with its own time: else it is the comment around this one.
    if (kept.some((parent, index) => index > 0 && isWithin(kept[index - 1]!, parent))) break
    // A list around one time is part of a comment; around several, it is a list of comments.
    if (
      lists.test(nameOf(kept[0]!)) &&
      kept.some((_, index) => index > 0 && isWithin(keptTimes[index]!, kept[index - 1]!))
    )
      break
    items = kept
    times = keptTimes
  }
  return { items, times, alike }
}

/** A day and a clock side by side are one time. */
const inline = /^(?:SPAN|SMALL|TIME|A|ABBR|EM|I|B)$/

const nameKind = (element: Node | null): string =>
  element?.nodeType === 1 ? `${nameOf(element)}.${kindOf(element as Element).join('.')}` : ''

/** Kinds of elements that may be comments, the most numerous first. Times are alike by themselves, or by their place. */
export const groupItems = (times: readonly HTMLElement[]): Group[] => {
  const byKind = new Map<string, HTMLElement[]>()
  const all = new Map<string, HTMLElement[]>()
  for (const time of times) {
    const own = nameKind(time)
    const parent = parentNode(time)
    const likes = all.get(own)
    if (likes) likes.push(time)
    else all.set(own, [time])
    for (const key of [own, `${own}<${nameKind(parent)}<${nameKind(parent && parentNode(parent))}`]) {
      const group = byKind.get(key)
      if (!group) byKind.set(key, [time])
      else if (!(inline.test(nameOf(time)) && nextElement(group.at(-1)!) === time)) group.push(time)
    }
  }
  return [...byKind.values()]
    .filter((group) => group.length > 1)
    .map((group) => climb(group, all.get(nameKind(group[0]!))!))
    .sort((a, b) => b.items.length - a.items.length)
}

/** What stands between comments and is part of none. */
const rules = /^(?:HR|BR|SCRIPT|STYLE)$/

/** A place to link to, and nothing to see. */
const isAnchor = (element: Element): boolean =>
  nameOf(element) === 'A' && attribute(element, 'href') === null && textOf(element).trim() === ''

export const kindsOf = (elements: readonly HTMLElement[]): string => elements.map(nameOf).join()

/**
 * The elements side by side of which each comment is made, where every item is followed (`dt`, `dd`) or led by
 * others of the same kinds; null where it is not.
 */
export const sideBySide = ({ items, times, alike }: Group): Group | null => {
  const set = new Set<Element>(items)
  const parent = parentNode(items[0]!)
  if (!parent || items.some((item) => parentNode(item) !== parent)) return null
  const runs: HTMLElement[][] = [[]]
  for (let at = firstElement(parent as Element); at; at = nextElement(at)) {
    if (set.has(at)) runs.push([])
    else if (!rules.test(nameOf(at)) && !isAnchor(at)) runs.at(-1)!.push(at as HTMLElement)
  }
  // runs[0] stands before the first item, runs[n] after the last.
  const between = runs.slice(1, -1)
  const kinds = kindsOf(between[0] ?? [])
  if (kinds === '' || between.some((run) => kindsOf(run) !== kinds)) return null
  const count = between[0]!.length
  const last = runs.at(-1)!
  if (kindsOf(last.slice(0, count)) === kinds)
    return {
      items,
      times,
      alike,
      all: items.map((item, index) => [item, ...runs[index + 1]!.slice(0, count)]),
    }
  const first = runs[0]!
  if (kindsOf(first.slice(-count)) === kinds)
    return { items, times, alike, all: items.map((item, index) => [...runs[index]!.slice(-count), item]) }
  return null
}
