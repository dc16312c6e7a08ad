import type { ClockMark } from './clocks'
import { type Entry, inOrder, isBefore } from './entries'
import { plain } from './words'

/** Where a clock points: the most probable first; [] where no comment fits. */
export type ClockTargets = { entries: Entry[]; isNear: boolean }

const day = 1440
/** A clock with no other sign means a comment of these minutes at most. */
const recent = 2 * day
const mostTargets = 5
/** Of a minute with more comments than these, the last are looked at. */
const mostLooked = 500

/** Whether a date as written is that of a comment; a word may be a weekday or a month. */
const isOfDate = (entry: Entry, written: string): boolean => {
  const date = new Date(entry.minute * 60_000)
  const numbers = written.match(/\d+/g)?.map(Number) ?? []
  const word = /[a-z_]{3,}/.exec(written)?.[0]
  if (numbers.length > 0 && !numbers.includes(date.getUTCDate())) return false
  if (!word) return numbers.length < 2 || numbers.includes(date.getUTCMonth() + 1)
  if (numbers.length > 0) return plain(entry.comment.time.text).includes(word.slice(0, 3))
  return false
}

/** @param dayOfWeek 0 for Sunday, from a weekday's name as written; -1 where it is none */
export const createClockIndex = (dayOfWeek: (written: string) => number) => {
  const byMinute = new Map<number, Entry[]>()
  let first = Number.POSITIVE_INFINITY
  // Which minutes of the day have comments (2), or stand beside one that has (1).
  const near = new Uint8Array(day)

  const add = (entry: Entry): void => {
    if (Number.isNaN(entry.minute)) return
    const found = byMinute.get(entry.minute)
    if (found) found.push(entry)
    else byMinute.set(entry.minute, [entry])
    first = Math.min(first, entry.minute)
    for (const step of [-1, 0, 1]) {
      const minute = (((entry.minute + step) % day) + day) % day
      near[minute] = Math.max(near[minute]!, step === 0 ? 2 : 1)
    }
  }

  /** The comments of one minute of the day, the latest day first, no later than `entry`. */
  const ofMinute = (minute: number, entry: Entry, mark: ClockMark): Entry[] => {
    const now = Number.isNaN(entry.minute) ? Math.floor(entry.at / 60_000) : entry.minute
    const today = Math.floor(now / day)
    const weekday = mark.date === '' ? -1 : dayOfWeek(mark.date)
    const oldest = mark.isSure || mark.date !== '' ? Math.max(first, now - 400 * day) : now - recent
    for (let date = today; date * day + minute >= oldest; date--) {
      if (mark.isYesterday && date >= today) continue
      if (mark.isYesterday && date < today - 1) break
      if (weekday >= 0 && (date + 4) % 7 !== weekday) continue
      const found = (byMinute.get(date * day + minute) ?? [])
        .slice(-mostLooked)
        .filter(
          (other) =>
            isBefore(other, entry) && (mark.date === '' || weekday >= 0 || isOfDate(other, mark.date)),
        )
      if (found.length > 0) return found
    }
    return []
  }

  const probable = (found: Entry[], entry: Entry): Entry[] =>
    found
      .sort(
        (a, b) =>
          Number(b.index === entry.parent) - Number(a.index === entry.parent) ||
          Number(b.top === entry.top) - Number(a.top === entry.top) ||
          inOrder(b, a),
      )
      .slice(0, mostTargets)

  /** Finds the comments that a clock means: of that minute, else, where its sign is sure, a minute beside it. */
  const resolve = (mark: ClockMark, entry: Entry, isTwelveHour: boolean): ClockTargets => {
    const halves = isTwelveHour ? mark.minutes : mark.minutes.slice(0, 1)
    let found = halves.flatMap((minute) => ofMinute(minute, entry, mark))
    if (found.length === 0 && !isTwelveHour && mark.isCalled && mark.minutes[1] !== undefined)
      found = ofMinute(mark.minutes[1], entry, mark)
    if (found.length > 0) {
      const latest = found.reduce((a, b) => (inOrder(a, b) > 0 ? a : b))
      return {
        entries: probable(
          found.filter(({ minute }) => minute === latest.minute),
          entry,
        ),
        isNear: false,
      }
    }
    if (!mark.isSure || mark.isBare) return { entries: [], isNear: false }
    const beside = halves
      .flatMap((minute) => [(minute + day - 1) % day, (minute + 1) % day])
      .flatMap((minute) => ofMinute(minute, entry, mark))
    return { entries: probable(beside, entry), isNear: beside.length > 0 }
  }
  return {
    add,
    resolve,
    isNear: (minute: number): boolean => near[minute]! > 0,
    isTaken: (minute: number): boolean => near[minute] === 2,
  }
}
