import { hasHappened, isEvent, isSomewhere } from './clock-events'
import { isUsedAsName } from './clock-names'
import {
  type Before,
  beginsComment,
  isCalledByWords,
  isCalledComment,
  isCitation,
  isNamedWithin,
  isReactedTo,
  isSaidBySomebody,
  isSaidOfPerson,
  opensSentence,
} from './clock-signs'

/** What a clock says, without what stands around it. */
export type Reading = {
  written: string
  /** Minutes of the day that it may mean. */
  minutes: number[]
  separator: string
  isBare: boolean
  /** "am" or "pm" is there. */
  hasHalf: boolean
}

/** A clock and what stands around it in a plain text; `until` is behind the day that follows it. */
type Clock = Reading & {
  text: string
  start: number
  end: number
  until: number
  before: Before
  /** A small letter follows. */
  startsSmall: boolean
}

/** Whether a clock means a comment, by the words around it: from what leaves no doubt to what is most probable. */
export type Meaning = {
  event: 'verse' | 'event' | null
  /** "@" or "anon": it means a comment even where none is found. */
  isCalled: boolean
  /** It is called, spoken to or spoken of: it may be a minute off. */
  isSure: boolean
  /** It is used as a name is: a comment must be there of exactly this minute. */
  isNamed: boolean
}

export const mayBeYear = ({ isBare, written }: Reading): boolean => isBare && /^(?:19|20)/.test(written)

/** Prices and scores are written with a dot, too, or without anything. */
const isPlainlyClock = ({ separator, isBare, hasHalf }: Reading): boolean =>
  hasHalf || (!isBare && separator !== '.')

/** "Kick-off @ 15:00" is no address; "@15:00", and "@ 15:00" where a sentence begins, are. */
const isAddress = (text: string, start: number, isEventful: boolean): boolean => {
  const isWithin = /[a-z_à]\s$/.test(text.slice(Math.max(0, start - 2), start))
  // What follows "@7:05" at a beginning may be a time of something: "from 8:30".
  return isWithin ? !isEventful && /^@\S/.test(text.slice(start, start + 2)) : !isEventful || start === 0
}

/** "I'm 21:15 and I was the one who said it." */
const isSelf = (text: string, start: number, end: number): boolean =>
  /(?:^|[.!?\n(]\s?)i(?:'m| am)\s$/.test(text.slice(Math.max(0, start - 8), start)) &&
  !/^\s(?:on|in|late|early|ish)\b/.test(text.slice(end, end + 8))

/** "Sorry Brian (10:20)." */
const isInBrackets = (text: string, start: number, end: number): boolean =>
  text[start - 1] === '(' && text[end] === ')'

const isSpokenTo = (clock: Clock, isTalkedOf: boolean): boolean => {
  const { text, start, end, until, before, isBare } = clock
  if (
    opensSentence(text, before.start, until, isTalkedOf) &&
    (isPlainlyClock(clock) || isSaidOfPerson(text, until) || isReactedTo(text, start, end))
  )
    return true
  return (
    isBare &&
    isNamedWithin(text, start, until) &&
    /^\s?(?:said|says|wrote|[.!?,]|$)/.test(text.slice(until, until + 8))
  )
}

/** It begins the comment, and words go on: "21:31 the goat story, please", "0652 the goat story, please". */
const isBegunWith = ({ text, start, end, isBare, separator, startsSmall }: Clock): boolean => {
  if (start !== 0 || separator === '.') return false
  const goesOn = isBare ? /^0\d{3}\s[a-z]/.test(text) : startsSmall && /\s/.test(text.charAt(end))
  return goesOn && beginsComment(text, end)
}

/**
 * @param isTaken there is a comment of this minute of the day
 * @param isTalkedOf it was named before as the time of something
 * @param isInTable whether it stands among times that are no comment's
 */
export const meaningOf = (
  clock: Clock,
  isTaken: boolean,
  isTalkedOf: boolean,
  isInTable: () => boolean,
): Meaning => {
  const { text, start, end, until, before, minutes, isBare } = clock
  const hasDay = before.isYesterday || before.date !== ''
  const isNobodys = hasDay && !before.hasAnonymous && !before.hasComment
  const event = isEvent(text, start, until) ?? (isNobodys && hasHappened(text, start, end) ? 'event' : null)
  const isCalled =
    before.hasAnonymous ||
    isCalledByWords(text, start, end) ||
    isCalledComment(text, end) ||
    (before.hasAt && !isSomewhere(text, end) && isAddress(text, before.start, event !== null))
  const isFree = event === null
  const opens = isFree && isSpokenTo(clock, isTalkedOf)
  const isSure =
    isCalled ||
    isSaidBySomebody(text, end) ||
    (isFree && isSelf(text, start, end)) ||
    (isFree && start === 1 && /^\(\d[^)]*\)\s[a-z]/.test(text)) ||
    (before.date !== '' && isCitation(text, start, end)) ||
    (before.hasComment &&
      event !== 'verse' &&
      (isFree || !/\bde las\s$/.test(text.slice(Math.max(0, start - 8), start)))) ||
    (opens && !mayBeYear(clock))
  const isNamed =
    !isSure &&
    isFree &&
    ((!isTalkedOf && isBegunWith(clock)) ||
      (!isBare &&
        (isPlainlyClock(clock) || (isTaken && /^\s?\?/.test(text.slice(end, end + 2)))) &&
        (before.isTimed ? hasDay && opens : isNamedWithin(text, start, until))) ||
      (!isBare &&
        isTaken &&
        !before.hasSmallWord &&
        (!isTalkedOf || isInBrackets(text, start, end)) &&
        isUsedAsName(text, start, end, minutes[0]! % 15 === 0 || !isPlainlyClock(clock)) &&
        !isInTable()))
  return { event, isCalled, isSure, isNamed }
}
