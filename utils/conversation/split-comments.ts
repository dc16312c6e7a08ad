import type { Entry } from './entries'

/** Blogger takes 4,096 characters of HTML; what two parts hold together is more than one comment could. */
const sizeLimit = 3900
const longFirst = 1200
const longNext = 600
const minutesApart = 20

const partNumber = /[([]?\s?\b(?:part\s?)?(\d)\s?(?:\/|of)\s?(\d)\b\s?[)\]]?/iu
const numberAt = (text: string): { number: number; of: number } | null => {
  const ends = [text.slice(0, 24), text.slice(-14)]
  for (const [k, end] of ends.entries()) {
    const found = partNumber.exec(end)
    const isMarked =
      found && (/[([]|part/i.test(found[0]) || (k === 0 ? found.index === 0 : /\d\s*$/.test(end)))
    if (found && isMarked) {
      const number = Number(found[1])
      const of = Number(found[2])
      if (number > 0 && number <= of && of > 1) return { number, of }
    }
  }
  const part = /^\W{0,3}(?:part|teil|partie|parte|deel)\s(\d|two|three|four|ii|iii|iv)\b/i.exec(text)?.[1]
  if (!part) return null
  const named = ['', 'i', 'ii', 'iii', 'iv'].indexOf(part.toLowerCase())
  const spelt = ['', 'one', 'two', 'three', 'four'].indexOf(part.toLowerCase())
  return { number: Number(part) || Math.max(named, spelt), of: 0 }
}

const goesOn =
  /(?:\(?\b(?:cont(?:inue[sd]?|inued|'?d)?|to be continued|forts(?:etzung)?\.?(?: folgt)?|suite|continúa|segue)\b[^\n]{0,20}|\.{3}|…|[,;:–—-])\)?\s*$/iu
const continues =
  /^\W{0,3}(?:cont(?:inued|inuing|'?d)?\b|continued from|fortsetzung|suite\b|continuación|… ?\p{Ll}|\.{3} ?\p{Ll})/iu
/** What opens an answer, and hardly ever the second part of an article. */
const answers =
  /^(?:https?:|[@>"“„«]|\d{1,2}[:.]?\d\d\b|(?:anon|i|i'm|i've|you|your|yes|no|yeah|thanks?|thank|agree|agreed|exactly|well|sorry|hi|hello|hear|so|oh|what|who|right|good|great|danke|ja|nein|merci|oui|non|gracias|sí)\b)/iu
const cutOff = /[\p{L}\p{N},;:(–—-]$/u

const isSameHand = (a: Entry, b: Entry): boolean =>
  a.account === b.account && (a.signed === null || a.signed === b.signed)

const isSoon = (a: Entry, b: Entry, minutes: number): boolean => {
  const apart = b.own - a.own
  return Number.isNaN(apart) || (apart >= 0 && apart <= minutes * 60_000)
}

/** Side by side on the page: under the same comment, or the one at top level after the other's branch. */
const isNext = (a: Entry, b: Entry): boolean =>
  a.parent === b.parent || b.parent === a.index || (b.depth === 0 && a.depth <= 1)

/**
 * Whether a comment goes on where the one before it on the page was cut.
 * @param length characters of all the parts so far
 */
export const isContinued = (last: Entry, next: Entry, length: number): boolean => {
  if (!isNext(last, next) || !isSameHand(last, next)) return false
  const { text } = last.comment
  const more = next.comment.text
  if (more.length < 40 || last.comment.status !== 'present') return false
  const number = numberAt(text)
  const following = numberAt(more)
  if (following && following.number > 1) {
    const isFitting = number ? following.number === number.number + 1 : following.number === 2
    if (isFitting && isSoon(last, next, 60) && (number !== null || text.length > 300)) return true
  }
  if (continues.test(more) && (text.length > 500 || goesOn.test(text.slice(-60))) && isSoon(last, next, 30))
    return true
  if (!isSoon(last, next, minutesApart) || answers.test(more)) return false
  const isLowerNext = /^\p{Ll}/u.test(more)
  if (text.length > 1000 && isLowerNext && cutOff.test(text)) return true
  if (/cont(?:inued|'?d)\)?\s*$|to be continued\W*$/i.test(text.slice(-60)) && text.length > 300) return true
  if (next.signed !== null && next.signed !== last.signed && more.length < longFirst) return false
  // The third part of an article may be short, and stands where the second does.
  const isLong = length >= longFirst && length + more.length >= sizeLimit
  return isLong && more.length >= longNext && (last.parent === next.parent || more.length >= longFirst)
}
