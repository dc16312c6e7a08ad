import { type DayHalf, dayHalf } from './day-halves'
import { withAsciiDigits } from './digits'
import { day, dayOf, hour, isoMinute, minute } from './iso-time'
import { canonicalLanguages, monthIn } from './month-names'

/** A clock: "21:31", "21.31", "13 h 47", "21時31分", with or without seconds. */
const clocks =
  /(\d{1,2})\s*(:|\.|[hHч](?:\.|(?=\s?\d))|時|时|시|點|点)\s*(\d{2})(?!\d)(?:\s*[:.分분]\s*(\d{2})(?!\d))?/g

/** What a shape of text (its digits aside) means: which of its numbers is which, and what its words say. */
type Shape = {
  /** Index of the hour among the numbers, -1 where the text has no clock; the minute follows. */
  hour: number
  /** How many numbers the clock takes. */
  taken: number
  half: DayHalf | null
  month: number | null
}

const shapeOf = (text: string, languages: readonly string[], wantsMonth: boolean): Shape => {
  const all = [...text.matchAll(clocks)].filter(([, h, , m]) => Number(h) < 25 && Number(m) < 60)
  // A date may be written with dots, but comes before a clock written with dots.
  const found = all.find(([, , separator]) => separator !== '.') ?? all.at(-1)
  const month = wantsMonth ? monthIn(text, languages) : null
  if (!found) return { hour: -1, taken: 0, half: null, month }
  const before = text.slice(0, found.index)
  const after = text.slice(found.index + found[0].length)
  return {
    hour: before.match(/\d+/g)?.length ?? 0,
    taken: found[4] === undefined ? 2 : 3,
    half:
      dayHalf(/^[\s.]*([\p{L}\p{M}.\s]*)/u.exec(after)?.[1] ?? '', languages) ??
      dayHalf(/([\p{L}\p{M}.]*)\s*$/u.exec(before)?.[1] ?? '', languages),
    month,
  }
}

const minutesOf = (numbers: readonly number[], shape: Shape): number | null => {
  let hours = numbers[shape.hour]
  const minutes = numbers[shape.hour + 1]
  if (hours === undefined || minutes === undefined || hours > 24 || minutes > 59) return null
  if (shape.half === 'pm' && hours < 12) hours += 12
  if (shape.half === 'am' && hours === 12) hours = 0
  return (hours % 24) * 60 + minutes
}

const isOfClock = (index: number, shape: Shape): boolean =>
  index >= shape.hour && index < shape.hour + shape.taken

/** Whether every number beside the clock is part of this date, and its day is among them. */
const fitsDate = (numbers: readonly number[], shape: Shape, local: number, apart: number): boolean => {
  const { year, month, date } = dayOf(local)
  let hasDate = numbers.length === shape.taken
  let fits = true
  for (const [index, number] of numbers.entries()) {
    if (isOfClock(index, shape)) continue
    // A year of another calendar: nothing can be said of the date, but zones lie a quarter of an hour apart.
    if (number > 999 && Math.abs(number - year) > 1) return apart % (15 * minute) === 0
    if (number === date) hasDate = true
    else if (number !== month && number !== year && number !== year % 100) fits = false
  }
  return fits && hasDate && (numbers.length > shape.taken || apart % (15 * minute) === 0)
}

/**
 * The displayed clock where the instant is known: one of the two or three days around it, so that neither the
 * names of months nor the order of day and month needs to be understood.
 */
const nearInstant = (
  instant: number,
  minutes: number,
  numbers: readonly number[],
  shape: Shape,
): number | null => {
  const exact = instant - (instant % minute)
  const today = exact - (exact % day) + minutes * minute
  let best: number | null = null
  for (let local = today - day; local <= today + day; local += day) {
    const apart = local - exact
    // The zones of the earth lie between -12 and +14 hours.
    if (apart < -12 * hour || apart > 14 * hour || !fitsDate(numbers, shape, local, apart)) continue
    if (best === null || Math.abs(apart) < Math.abs(best - exact)) best = local
  }
  return best
}

const dayFirst = (languages: readonly string[]): boolean => {
  const [language = 'en'] = canonicalLanguages(languages)
  const order = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'numeric' }).formatToParts(0)
  return order.find(({ type }) => type === 'day' || type === 'month')?.type === 'day'
}

/** The date that the numbers give, as milliseconds of midnight in UTC; null where they give none. */
const dateOf = (
  rest: readonly number[],
  month: number | null,
  languages: readonly string[],
): number | null => {
  const [a = 0, b = 0, c = 0] = rest
  let [y, m, d] = [0, 0, 0]
  if (month !== null && rest.length === 2) [y, m, d] = a > 31 ? [a, month, b] : [b, month, a]
  // Three numbers are a date of their own, whatever the words: "mar" is also a Tuesday.
  else if (rest.length === 3) {
    if (a > 31) [y, m, d] = [a, b, c]
    else [y, m, d] = a > 12 || (b <= 12 && dayFirst(languages)) ? [c, b, a] : [c, a, b]
  } else return null
  if (y < 100) y += 2000
  const date = Date.UTC(y, m - 1, d)
  return y > 1990 && y < 2200 && m <= 12 && new Date(date).getUTCDate() === d ? date : null
}

/** The numbers in a text, in order, and a hash of everything else: FNV-1a, with 48 in place of each number. */
const scan = (text: string, numbers: number[]): number => {
  let hash = 0x811c9dc5
  let number = -1
  numbers.length = 0
  for (let at = 0; at <= text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) {
      if (number < 0) hash = Math.imul(hash ^ 48, 0x01000193)
      number = Math.max(number, 0) * 10 + code - 48
      continue
    }
    if (number >= 0) numbers.push(number)
    number = -1
    hash = Math.imul(hash ^ code, 0x01000193)
  }
  return hash
}

/**
 * Reads displayed times such as "30 October 2020 at 21:31" into ISO 8601 local date-times, "2020-10-30T21:31".
 * Null where the text cannot be read. What a shape of text means is worked out once.
 * @param languages BCP 47, the page's own first
 */
export const createClock = (languages: readonly string[]) => {
  const plain = new Map<number, Shape>()
  const withMonth = new Map<number, Shape>()
  const numbers: number[] = []

  const learned = (text: string, key: number, wantsMonth: boolean): Shape => {
    const shapes = wantsMonth ? withMonth : plain
    const known = shapes.get(key)
    // The same words may hold numbers in another order: then this text is looked at for itself.
    if (known && (known.hour < 0 || minutesOf(numbers, known) !== null)) return known
    const shape = shapeOf(text, languages, wantsMonth)
    // A page that writes times in ever new words must not fill the memory.
    if (shapes.size > 500) shapes.clear()
    shapes.set(key, shape)
    return shape
  }

  const readNear = (text: string, key: number, instant: number): number | null => {
    const shape = learned(text, key, false)
    const minutes = minutesOf(numbers, shape)
    return minutes === null ? null : nearInstant(instant, minutes, numbers, shape)
  }

  const readAlone = (text: string, key: number): number | null => {
    const shape = learned(text, key, true)
    const minutes = minutesOf(numbers, shape)
    if (minutes === null) return null
    const rest = numbers.filter((_, index) => !isOfClock(index, shape))
    const date = dateOf(rest, shape.month, languages)
    return date === null ? null : date + minutes * minute
  }

  /** @param instant milliseconds since 1970, where known */
  return (displayed: string, instant: number | null): string | null => {
    if (displayed.length > 100) return null
    const text = withAsciiDigits(displayed)
    const key = scan(text, numbers)
    const local = (instant === null ? null : readNear(text, key, instant)) ?? readAlone(text, key)
    return local === null ? null : isoMinute(local)
  }
}

/** Reads a displayed date without a clock, "Tuesday 3 November 2020", as "2020-11-03"; null where it is none. */
export const readDate = (displayed: string, languages: readonly string[]): string | null => {
  if (displayed.length > 60) return null
  const text = withAsciiDigits(displayed)
  const numbers = (text.match(/\d+/g) ?? []).map(Number)
  if (numbers.length < 2 || numbers.length > 3) return null
  const date = dateOf(numbers, numbers.length === 2 ? monthIn(text, languages) : null, languages)
  return date === null ? null : new Date(date).toISOString().slice(0, 10)
}
