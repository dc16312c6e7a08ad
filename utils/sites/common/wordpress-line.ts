import { plainText } from '@/utils/dom/plain-text'
import { attribute, findAll, isWithin, nameOf, nextNode, parentNode, textOf } from '@/utils/dom/unclobbered'
import { oneLine } from './page-head'

export const hasDigit = (element: Element): boolean => /\p{Nd}/u.test(textOf(element))

/** "Comment by Ann", "Kommentar von Ann": what stands before a name in a line. */
const leader =
  /^(?:(?:(?:[ck]omm?ent|reacti|posted|written|geschrieben|pingback|trackback|коммент)\p{L}*\s+)(?:by|von|par|por|di|da|de|door|av|af|przez|от)|by|par|por)[\s:]+(?=\S)/iu

/** What parts a name from the time after it. */
const parted =
  /(?:\s[—–-]\s|\s*[,|(·•@]|(?:^|\s)(?:said|says|wrote|on|at|am|um|le|el|il|op|em)(?=\s)).*\d.*$/isu

/** The name in a line that goes on to say when: "Comment by Ann — 4 May 2019 @ 10:02". */
export const nameInLine = (line: string): string => line.replace(leader, '').replace(parted, '').trim()

const before =
  /^(?:\s*(?:(?:said|says|wrote|sagte|schrieb|on|at|am|vom|le|el|il|op|em)(?=\s)|\p{L}+\s+(?:by|von|par|por|di|da|de|door)(?=\s*[—–,|-])|[\s,;|–—·•@:/-]))+/iu
const after = /[\s,;|–—·•@:/(#-]+$/u

const dated =
  /\p{Nd}{1,2}(?:[./-]\p{Nd}{1,2})?\D{1,14}\p{Nd}{4}|\p{Nd}{4}\D{1,3}\p{Nd}{1,2}|\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2}|\p{L}{3,}\.?\s\p{Nd}{1,2}(?:\p{L}{2})?,?\s\p{Nd}{4}/u
const clock = /^\D*\p{Nd}{1,2}\s?[:.hH]\s?\p{Nd}{2}(?!.*\p{Nd})/u

/** Bare text after a name, where what is around both holds the words, too. */
const afterName = (name: Element | null): { element: Element; text: string } | null => {
  let whole: Element | null = name
  while (whole && !nextNode(whole)) whole = parentNode(whole) as Element | null
  for (let node = whole && nextNode(whole); node; node = nextNode(node)) {
    const text =
      node.nodeType === 3 ? oneLine(textOf(node)).replace(before, '').replace(after, '').trim() : ''
    if (text !== '')
      return dated.test(text) && text.length < 70 ? { element: parentNode(node) as Element, text } : null
    if (node.nodeType === 1 && nameOf(node) !== 'BR') return null
  }
  return null
}

type Line = {
  item: Element
  author?: Element
  cite?: Element
  meta?: Element
  /** What was found to be the time, by its own element. */
  time: Element | null
  name: Element | null
  isBeside: (element: Element) => boolean
}

/**
 * The time as words of the line that names the author, where it has no element of its own, or only its clock has.
 * Null where the element that was found says it all.
 */
export const timeInLine = ({
  item,
  author,
  cite,
  meta,
  time,
  name,
  isBeside,
}: Line): { element: Element; text: string } | null => {
  const isWhole =
    time && time !== meta && (attribute(time, 'datetime') !== null || !clock.test(textOf(time).trim()))
  if (isWhole) return null
  const nameText = name ? oneLine(textOf(name)) : ''
  const isOther = (inner: Element): boolean =>
    isBeside(inner) ||
    (inner === name && !(time && isWithin(time, inner))) ||
    (nameOf(inner) === 'A' && !hasDigit(inner)) ||
    (nameText !== '' && inner !== time && oneLine(textOf(inner)) === nameText)
  const around = time && time !== meta ? (parentNode(time) as Element | null) : null
  const places = around ? [around] : [time, author, name && (parentNode(name) as Element), meta, cite]
  for (const element of places) {
    if (!element || element === item || !isWithin(element, item)) continue
    // Where the words are in it, too, they are no part of the line.
    if (!around && [...findAll(element, 'p')].some((own) => !hasDigit(own) && plainText(own, isOther) !== ''))
      continue
    const line = oneLine(plainText(element, isOther))
    if (line.length > 160) continue
    const text = (around ? line.slice(Math.max(line.search(dated), 0)) : line)
      .replace(before, '')
      .replace(after, '')
    if (dated.test(text) && text.length < 70) return { element, text }
  }
  return afterName(name)
}
