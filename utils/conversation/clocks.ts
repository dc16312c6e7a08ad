import { mayBeYear, meaningOf, type Reading } from './clock-meaning'
import { createBefore, noDay, readDayBehind } from './clock-signs'
import { isInTable, isLog } from './clock-tables'
import { isLower } from './words'

/** A place where a text names a clock that may be a comment's. */
export type ClockMark = {
  start: number
  end: number
  /** Minutes of the day that it may mean; the first is what it says, others are the other half of the day. */
  minutes: number[]
  /** Something beside the clock says that a comment is meant: "@", "anon", a date, being spoken to. */
  isSure: boolean
  /** It says so by "@" or "anon": it means a comment even where none is found. */
  isCalled: boolean
  /** Without a separator, "2131". */
  isBare: boolean
  isYesterday: boolean
  /** A weekday or a date as written, '' where there is none. */
  date: string
}

/** Digits of a longer word or number are passed over here already: a text may have many. */
const clocks =
  /(?<!\w(?<!\bann?on(?:ymous)?))(\d{1,2})(?:\s?([:.h]|uhr(?=\s\d)|(?<=\d),(?=\d))\s?)?(\d{2})(?:\s?([ap])\.?m\b\.?|\s?(uhr|hrs|hours|h)\b)?/g
/** Money, dates, decimals, addresses and parts of longer numbers. */
const spoiledBefore = /[\wà£$€¥#/=&%~+*^-]$|\d[:.,]$|[£$€]\s$|\d\s?–\s?$/
const spoiledAfter = /^(?:[\wà%°€£$]|[:.,/]\d|\/\w|\s?[%€£$°]|\s?[-–]\s?\d)/
const joint = /^\s?(?:to|till|until|bis|à|tot|hasta|and|&|und|et|y|y las|e|e das|e delle|en|,|;|\/|[-–])\s?$/

const readClock = (found: RegExpExecArray, isTwelveHour: boolean): Reading | null => {
  const [written, hours, separator = '', minutes, half, unit] = found
  let hour = Number(hours)
  const minute = Number(minutes)
  if (minute > 59 || hour > 24) return null
  if (separator === '' && hours!.length < 2 && !half) return null
  if (half && hour > 12) return null
  if (half === 'p' && hour < 12) hour += 12
  if (half === 'a' && hour === 12) hour = 0
  const first = (hour % 24) * 60 + minute
  const other = (first + 720) % 1440
  const open = !half && hour <= 12
  return {
    written,
    minutes: open && (isTwelveHour || hour > 0) ? [first, other] : [first],
    separator,
    isBare: separator === '',
    hasHalf: half !== undefined || unit !== undefined,
  }
}

/** What is known of minutes of the day when a comment is read. */
export type Minutes = {
  /** Whether any comment may be meant by it. */
  isPossible: (minute: number) => boolean
  /** Whether a comment was posted then. */
  isTaken: (minute: number) => boolean
  /** Whether one of them was named before as the time of something. */
  isTalkedOf: (minutes: readonly number[]) => boolean
}

/**
 * Finds the clocks that may name comments in a text, given as it is and plain.
 * @param weekdays names of weekdays as alternatives of a regular expression
 */
export const createClockFinder = (weekdays: string) => {
  const readBefore = createBefore(weekdays)
  return (
    original: string,
    text: string,
    isTwelveHour: boolean,
    { isPossible, isTaken, isTalkedOf }: Minutes,
  ): ClockMark[] => {
    const marks: ClockMark[] = []
    let lastEnd = -100
    let wasMeant = false
    let wasEvent = false
    let wasBare = false
    let isInLog: boolean | undefined
    const isOfComment = (clock: string): boolean => {
      const [hours, minutes] = clock.split(/[:.h]/).map(Number)
      const minute = (hours! % 24) * 60 + minutes!
      return isTaken(minute) || (isTwelveHour && isTaken((minute + 720) % 1440))
    }
    clocks.lastIndex = 0
    for (let found = clocks.exec(text); found; found = clocks.exec(text)) {
      const start = found.index
      const end = start + found[0].length
      const reading = readClock(found, isTwelveHour)
      if (
        (reading && !reading.minutes.some(isPossible)) ||
        (spoiledBefore.test(text.slice(Math.max(0, start - 4), start)) &&
          !/\bann?on(?:ymous)?$/.test(text.slice(Math.max(0, start - 12), start))) ||
        spoiledAfter.test(text.slice(end, end + 4))
      ) {
        lastEnd = end
        wasMeant = false
        wasEvent = true
        continue
      }
      if (!reading) continue
      const before = readBefore(text, start)
      if (reading.separator === ',' && !before.hasAnonymous) continue
      const isListed = joint.test(text.slice(Math.max(lastEnd, end - 40), start)) && start - lastEnd < 8
      const behind = before.hasAt ? noDay : readDayBehind(text, end)
      const until = end + behind.length
      const { event, isCalled, isSure, isNamed } = meaningOf(
        { text, start, end, until, before, ...reading, startsSmall: isLower(original, end + 1) },
        reading.minutes.some(isTaken),
        isTalkedOf(reading.minutes),
        () => isInTable(text, start, isOfComment),
      )
      let isMeant = isSure || isNamed
      if (isListed)
        isMeant =
          isCalled ||
          (wasMeant && !mayBeYear(reading) && (!reading.isBare || wasBare)) ||
          (isMeant && !wasEvent)
      if (isMeant && !isCalled && reading.separator !== '') {
        isInLog ??= isLog(text, isOfComment)
        isMeant = !isInLog
      }
      lastEnd = end
      wasMeant = isMeant
      wasBare = reading.isBare
      wasEvent = !isMeant && event !== 'verse'
      if (!isMeant) continue
      marks.push({
        start: before.start,
        end: until,
        minutes: reading.minutes,
        isSure,
        isCalled,
        isBare: reading.isBare,
        isYesterday: before.isYesterday || behind.isYesterday,
        date: before.date || behind.date,
      })
    }
    return marks
  }
}
