import {
  attribute,
  classOf,
  find,
  findAll,
  firstElement,
  isWithin,
  nameOf,
  nextElement,
  parentNode,
  textOf,
} from '@/utils/dom/unclobbered'
import { commonAncestor } from './comment-reader'
import { type Group, kindOf, sharedKind } from './guess-items'
import type { Piece } from './guess-parts'
import { commentWord } from './guess-times'

const aside = /count|num|link|icon|total|form|btn|button|add|toggle|has-|no-|open|closed/i

const namesComments = (element: Element | null): boolean =>
  !!element &&
  `${classOf(element)} ${attribute(element, 'id') ?? ''}`
    .split(/\s+/)
    .some((name) => commentWord.test(name) && !aside.test(name))

/** Whether the list, or what is in every item of it, is named after comments. */
export const isNamed = (items: readonly HTMLElement[], surveys: readonly Piece[][]): boolean => {
  const first = items[0] ?? null
  const above = first && (parentNode(first) as Element | null)
  const outer = above && (parentNode(above) as Element | null)
  return (
    items.every(namesComments) ||
    namesComments(above) ||
    (outer?.nodeType === 1 && namesComments(outer)) ||
    surveys.every((pieces) => pieces.some(({ element }) => namesComments(element)))
  )
}

const pathOf = (link: Element, base: string): URL | null => {
  try {
    return new URL(attribute(link, 'href') ?? '', base)
  } catch {
    return null
  }
}

/** Teasers, search results and lists of the latest comments look alike, but lead elsewhere. */
export const leadsElsewhere = (
  surveys: readonly Piece[][],
  bodies: readonly (Element | null)[],
  base: string,
): boolean => {
  const here = new URL(base).pathname
  let headings = 0
  const paths = new Set<string>()
  let anchors = 0
  for (const [index, pieces] of surveys.entries()) {
    let hasHeading = false
    for (const { element } of pieces) {
      if (nameOf(element) !== 'A' || (bodies[index] && isWithin(element, bodies[index]!))) continue
      const url = pathOf(element, base)
      if (!url || !/^https?:/.test(url.protocol) || url.pathname === here) continue
      if (/^H[1-6]$/.test(nameOf(parentNode(element) as Element))) {
        // A name may be a heading, too, and lead to a profile.
        if (textOf(element).trim().length > 25) hasHeading = true
      }
      if (url.hash !== '' && /com|repl|#c?\d/.test(url.hash)) {
        paths.add(url.pathname)
        anchors += 1
      }
    }
    if (hasHeading) headings += 1
  }
  return headings > surveys.length * 0.3 || (paths.size > 1 && anchors > surveys.length / 2)
}

/** "Reply" or "View all 32 comments": a link or a button, and no words beside it. */
export const isOnlyLink = (element: Element): boolean => {
  const link = find(element, 'a, button')
  return !!link && textOf(element).trim().length < 40 && textOf(link).trim() === textOf(element).trim()
}

/** Old templates put the form for a new comment into a box like those of the others. */
const isFormBox = (element: Element): boolean => {
  const form = find(element, 'form')
  return !!form && textOf(element).trim().length - textOf(form).trim().length < 20
}

/** Elements that are like these and have words, but are none of them: then only some of the comments were seen. */
export const isPartOfMore = ({ items, times, alike, all }: Group, set: ReadonlySet<Element>): boolean => {
  const kind = sharedKind(items) ?? []
  const telling = kind.filter((name) => commentWord.test(name))
  const kinds = new Set(items.map((item) => kindOf(item).join('.')))
  const first = items[0]!
  const parts = new Set<Element>([...set, ...(all ?? []).flat()])
  const isLeft = (element: Element): boolean =>
    nameOf(element) === nameOf(first) &&
    !parts.has(element) &&
    textOf(element).trim() !== '' &&
    !isFormBox(element) &&
    !isOnlyLink(element)
  for (const parent of new Set(items.map((item) => parentNode(item) as Element)))
    for (let at = firstElement(parent); at; at = nextElement(at)) {
      const own = kindOf(at)
      if (kind.length === 0 || !isLeft(at)) continue
      if (telling.length > 0 ? own.some((name) => telling.includes(name)) : kinds.has(own.join('.')))
        return true
    }
  /** A comment of its own, where a second time stands in it. */
  const isOfKind = (element: Element): boolean => {
    const own = kindOf(element).join('.')
    return nameOf(element) === nameOf(first) && kinds.has(own) && (own !== '' || nameOf(element) === 'LI')
  }
  const root = items.reduce<HTMLElement>((holder, item) => commonAncestor(holder, item), first)
  const known = new Set<Element>(times)
  let further = 0
  for (const time of alike) {
    if (known.has(time) || !isWithin(time, root)) continue
    let at: Element | null = time
    while (at && at !== root && !parts.has(at)) {
      if (at !== time && isOfKind(at)) return true
      at = parentNode(at) as Element | null
    }
    if (!at || at === root) return true
    further += 1
  }
  // A comment may say when it was edited, too.
  if (further > items.length * 0.4) return true
  return (
    telling.length > 0 &&
    [...findAll(root, `.${kind.map((name) => CSS.escape(name)).join('.')}`)].some(isLeft)
  )
}
