import { isTable } from './clock-tables'
import { type Entry, inOrder } from './entries'

/*
 * A thread about a bus talks of the bus by its time. What was named as the time of something, in the post or in a comment,
 * is that again where it only stands there, though a comment was posted at that minute.
 */

const time = / (\d{1,2})[:.h]?(\d\d)(?![\d%])/g
/** Behind a small word that no person stands before. */
const ofSomething =
  /\b(?:the|at|by|from|until|till|before|after|around|um|gegen|ab|bis|beim|zum|zur|las|alle|as|vers|dès|pour)\s$/i
const ofSomebody =
  /\b(?:anon\w*|comment\w*|post\w*|repl\w+|man|woman|lady|person|chap|bloke|guy|gentleman|said|wrote|you|i)\s\w+\s$/i
const isOfSomething = (text: string, place: number): boolean => {
  const before = text.slice(Math.max(0, place - 24), place)
  return ofSomething.test(before) && !ofSomebody.test(before)
}
const any = /(?<!\d)(\d{1,2})[:.h](\d\d)(?!\d)/g

const minuteOf = ([, hours, minutes]: RegExpMatchArray): number => (Number(hours) % 24) * 60 + Number(minutes)

/** @param postText where any time is that of something */
export const createTimesTalkedOf = (postText: string) => {
  const inPost = new Set([...postText.matchAll(any)].map(minuteOf))
  // The two comments that named a time first; one that puts it into a timetable counts twice.
  const named = new Map<number, readonly Entry[]>()

  const addTime = (found: RegExpMatchArray, entry: Entry, isTable: boolean): void => {
    const minute = minuteOf(found)
    const others = named.get(minute)?.filter((other) => other !== entry) ?? []
    const all = [...others, entry, ...(isTable ? [entry] : [])]
    named.set(minute, all.sort(inOrder).slice(0, 2))
  }
  const add = (entry: Entry): void => {
    const { text } = entry.comment
    if (isTable(text)) {
      for (const found of text.matchAll(any)) addTime(found, entry, true)
      return
    }
    time.lastIndex = 0
    for (let found = time.exec(text); found; found = time.exec(text))
      if (isOfSomething(text, found.index + 1)) addTime(found, entry, false)
  }
  /** Whether one of these minutes of the day was named so in the post, or twice before a comment was written. */
  const has = (minutes: readonly number[], entry: Entry): boolean =>
    minutes.some((minute) => {
      const second = named.get(minute)?.[1]
      return inPost.has(minute) || (second !== undefined && inOrder(second, entry) < 0)
    })
  return { add, has }
}
