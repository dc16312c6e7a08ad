import {
  attribute,
  classOf,
  find,
  firstElement,
  nameOf,
  nextElement,
  parentNode,
  textOf,
} from '@/utils/dom/unclobbered'
import { hasDigit } from './wordpress-line'
import { type Role, roleOf } from './wordpress-roles'

/** What one look through a comment's own elements found, each the first of its kind. */
export type Seen = Partial<Record<Exclude<Role, ''>, Element>> & {
  bodies: Element[]
  times: Element[]
  cite?: Element
  link?: Element
  profile?: Element
  heading?: Element
}

/** "Your comment is awaiting moderation.", as themes printed it before it had a class: a line of its own. */
const isNote = (element: Element): boolean =>
  classOf(element) === '' &&
  /^(?:LI|DIV|ARTICLE|DD|HEADER|FOOTER)$/.test(nameOf(parentNode(element) as Element)) &&
  roleOf(parentNode(element) as Element) !== 'body' &&
  nameOf(nextElement(element) ?? element) === 'BR' &&
  !firstElement(element) &&
  /^[^\p{Nd}]{8,90}[.。!]\s*$/u.test(textOf(element))

/** Looks at every element of one comment once; what it skips is no part of the comment's own. */
export const lookThrough = (root: Element, isForeign: (element: Element) => boolean, seen: Seen): void => {
  const look = (element: Element): boolean => {
    const role = roleOf(element)
    if (role === 'replies' || isForeign(element)) return false
    if (role === 'body') seen.bodies.push(element)
    else if (role === 'time') seen.times.push(element)
    // The box around an avatar is called by the author's name, too.
    else if (role !== '' && (role !== 'author' || textOf(element).trim() !== '')) seen[role] ??= element
    // A link to the comment is none of its words, but may be its time, and so may the foot of it hold the time.
    if (role === 'aside' && nameOf(element) !== 'A' && !/footer/.test(classOf(element))) return false
    // Once it is known who and when, nothing in the words is looked for any more: most of a thread is words.
    if (role === 'body' && (seen.name ?? seen.author) && seen.times.length > 0) return false
    const tag = nameOf(element)
    if (tag === 'CITE') seen.cite ??= element
    if (/^H[2-6]$/.test(tag) && seen.bodies.length === 0) seen.heading ??= element
    if (tag === 'EM' && isNote(element)) seen.moderation ??= element
    if (tag === 'ABBR' && attribute(element, 'title') && hasDigit(element)) seen.times.push(element)
    if (tag === 'A') {
      const href = attribute(element, 'href') ?? ''
      if (/#(?:li-|div-)?comment-\d+$/.test(href)) {
        // "3" is which comment it is, not when.
        if (
          find(element, 'time') ||
          (hasDigit(element) && !/^[^\p{L}\d]*\d{1,5}[^\p{L}\d]*$/u.test(textOf(element)))
        )
          seen.link ??= element
      } else if (
        /(?:^|\s)(?:url|external|ugc)(?=\s|$)/.test(`${classOf(element)} ${attribute(element, 'rel')}`)
      )
        seen.profile ??= element
    }
    return true
  }
  let at: Element | null = root
  let isOpen = true
  while (at) {
    let next: Element | null = isOpen && (at === root || look(at)) ? firstElement(at) : null
    while (!next && at && at !== root) {
      next = nextElement(at)
      if (!next) at = parentNode(at) as Element | null
    }
    if (!next) return
    at = next
    isOpen = true
  }
}
