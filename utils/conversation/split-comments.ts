import type { Entry } from './entries'
import { isLower, plain } from './words'

/** Blogger takes 4,096 characters of HTML; what two parts hold together is more than one comment could. */
const sizeLimit = 3900
const longFirst = 1200
const longNext = 600
const minutesApart = 20
/** Parts that are numbered may come later. */
const numberedApart = 60

const partNumber = /[([]?\s?\b(?:part\s?)?(\d)\s?(?:\/|of)\s?(\d)\b\s?[)\]]?/
const numberAt = (text: string): { number: number; of: number } | null => {
  const ends = [plain(text.slice(0, 24)), plain(text.slice(-14))]
  for (const [k, end] of ends.entries()) {
    const found = partNumber.exec(end)
    const isMarked =
      found && (/[([]|part/.test(found[0]) || (k === 0 ? found.index === 0 : /\d\s*$/.test(end)))
    if (found && isMarked) {
      const number = Number(found[1])
      const of = Number(found[2])
      if (number > 0 && number <= of && of > 1) return { number, of }
    }
  }
  const part = /^\W{0,3}(?:part|teil|partie|parte|deel)\s(\d|two|three|four|ii|iii|iv)\b/.exec(ends[0]!)?.[1]
  if (!part) return null
  const named = ['', 'i', 'ii', 'iii', 'iv'].indexOf(part)
  const spelt = ['', 'one', 'two', 'three', 'four'].indexOf(part)
  return { number: Number(part) || Math.max(named, spelt), of: 0 }
}

const goesOn =
  /(?:\(?\b(?:cont(?:inue[sd]?|inued|'?d)?|to be continued|forts(?:etzung)?\.?(?: folgt)?|suite|continua|segue)\b[^\n]{0,20}|\.{3}|…|[,;:–-])\)?\s*$/
const continues =
  /^\W{0,3}(?:cont(?:inued|inuing|'?d)?\b|fortsetzung|suite\b|continuacion|(?:…|\.{3}) ?(?=[a-z_à]))/
/** What opens an answer, and hardly ever the second part of an article. */
const answers =
  /^(?:https?:|[@>"«]|\d{1,2}[:.]?\d\d\b|si,|(?:anon|i|i'm|i've|you|your|yes|no|yeah|thanks?|thank|agree|agreed|exactly|well|sorry|hi|hello|hear|so|oh|what|who|right|good|great|danke|ja|nein|merci|oui|non|gracias)\b)/
const cutOff = /[\wà,;:(–-]$/

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
  if (!isNext(last, next) || !isSameHand(last, next) || !isSoon(last, next, numberedApart)) return false
  const { text } = last.comment
  const more = next.comment.text
  if (more.length < 40 || last.comment.status !== 'present') return false
  const number = numberAt(text)
  const following = numberAt(more)
  if (following && following.number > 1) {
    const isFitting = number ? following.number === number.number + 1 : following.number === 2
    if (isFitting && (number !== null || text.length > 300)) return true
  }
  const end = plain(text.slice(-60))
  const start = plain(more.slice(0, 30))
  if (continues.test(start) && (text.length > 500 || goesOn.test(end)) && isSoon(last, next, 30)) return true
  if (!isSoon(last, next, minutesApart) || answers.test(start)) return false
  if (text.length > 1000 && isLower(more, 0) && cutOff.test(end)) return true
  if (/cont(?:inued|'?d)\)?\s*$|to be continued\W*$/.test(end) && text.length > 300) return true
  if (next.signed !== null && next.signed !== last.signed && more.length < longFirst) return false
  // The third part of an article may be short, and stands where the second does.
  const isLong = length >= longFirst && length + more.length >= sizeLimit
  return isLong && more.length >= longNext && (last.parent === next.parent || more.length >= longFirst)
}
