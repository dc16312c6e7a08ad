/*
 * Timetables, programmes, diaries and rows of times: in them a clock is no comment's. All texts here are plain: without
 * case and accents.
 */

const linesOfTimes = /^[ \t]*\d{1,2}[:.h]\d\d(?!\d)/gm
/** Whether lines begin with a time, more of them than people begin so who answer several; the text may be as it is. */
export const isTable = (text: string): boolean =>
  text.includes('\n') && (text.match(linesOfTimes)?.length ?? 0) > 2

const entry =
  /(?<=^|[.!?;\n]\s{0,2})(?:[a-z]{3,10},? (?:(?:a|à|at|um|alle|a las|as) )?)?(\d{1,2}[:.h]\d\d)(?:\s(?:last night|yesterday|today|gestern|hier|ayer|ieri|ontem))?(\s?:|\s[-–])\s/g
/** A timetable, or a diary: two of its sentences begin with a time, the same mark after each. */
export const isLog = (text: string, isComments: (clock: string) => boolean): boolean => {
  if (isTable(text)) return true
  const entries = [...text.matchAll(entry)]
  return entries.length > 2 || (entries.length > 1 && !entries.every(([, clock]) => isComments(clock!)))
}

const times = /(?<!\d|\b(?:by|at|before|since)\s)\d{1,2}[:.h]\d\d(?!\d)/g
/** So many in a line are a timetable or a diary. */
const fewestInTable = 5
/** Whether a time stands in a sentence with times that are no comment's, or in a line of many. */
export const isInTable = (text: string, place: number, isOfComment: (clock: string) => boolean): boolean => {
  const from = text.lastIndexOf('\n', place) + 1
  const next = text.indexOf('\n', place)
  const line = text.slice(from, next < 0 ? text.length : next)
  const count = line.match(times)?.length ?? 0
  if (count < 2 || count >= fewestInTable) return count >= fewestInTable
  const before = line.slice(0, place - from)
  const start = Math.max(...['. ', '! ', '? '].map((mark) => before.lastIndexOf(mark)))
  const after = line.slice(place - from).search(/[.!?]\s/)
  const sentence = line.slice(start + 1, after < 0 ? line.length : place - from + after)
  const inSentence = sentence.match(times) ?? []
  return inSentence.length > 2 || inSentence.some((clock) => !isOfComment(clock))
}
