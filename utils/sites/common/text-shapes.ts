import { onlyNumberIn } from './digits'
import { type Markers, markersIn } from './text-markers'

/** One comment of a thread that survives as text. */
export type TextComment = {
  depth: 0 | 1
  /** The number before it, as "1."; '' where it has none. */
  label: string
  /** Its words, to the letter. */
  text: string
  /** What stands after it and is not part of it, as "ReplyDelete". */
  actions: string
}

export type TextThread = {
  post: string
  heading: string
  declaredCount: number | null
  comments: TextComment[]
}

const trimmed = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/^\s*\n|^\s+/, '')
    .trimEnd()

const numbered = /^(\s+)(\d+)\. ?(.*)$/

/** "25 comments:", in any language, on a line of its own, and not indented as the words of a comment are. */
const isHeading = (line: string): boolean =>
  /^\s?\p{Nd}{1,3}(?:[.,\s]?\p{Nd}{3})*\s?[\p{L}\p{M}][\p{L}\p{M}\s]{1,30}[:：]\s*$/u.test(line)

/** Where the comments of an outline begin: after its heading, else at the last "1." before the first marker. */
const findStart = (
  lines: readonly string[],
  { alone }: Markers,
): { heading: number; first: number } | null => {
  const marker = lines.findIndex((line) => alone.test(line))
  if (marker < 0) return null
  let first = -1
  for (let at = marker; at >= 0 && first < 0; at -= 1) {
    if (numbered.exec(lines[at] as string)?.[2] === '1') first = at
  }
  // The first comment may itself hold a list that begins with "1.": the heading knows better.
  for (let at = marker; at >= 0; at -= 1) {
    if (!isHeading(lines[at] as string)) continue
    const after = lines.findIndex((line, index) => index > at && line.trim() !== '')
    if (numbered.exec(lines[after] ?? '')?.[2] === '1') return { heading: at, first: after }
  }
  return first < 0 ? null : { heading: -1, first }
}

/** The indentation that the outline gives a comment's lines; anything beyond it is the commenter's. */
const outdented = (line: string, depth: number): string =>
  line.replace(depth === 0 ? /^ {0,4}/ : /^ {0,6}/, '')

/**
 * The numbered outline: "  1. First line", further lines indented, "ReplyDelete" on a line of its own, then
 * "Replies" and a list indented by two more.
 */
const readOutline = (lines: readonly string[], markers: Markers): TextThread | null => {
  const start = findStart(lines, markers)
  if (!start) return null
  const comments: TextComment[] = []
  let current: { depth: 0 | 1; label: string; lines: string[] } | null = null
  const close = (actions: string): void => {
    if (current)
      comments.push({ depth: current.depth, label: current.label, text: trimmed(current.lines), actions })
    current = null
  }
  let expected = 1
  for (const line of lines.slice(start.first)) {
    const number = numbered.exec(line)
    const depth = (number?.[1] ?? '').length >= 4 ? 1 : 0
    // Within a comment, only the next number of the outer list can begin another one: its own lines stand deeper.
    if (number && (current === null || (depth === 0 && Number(number[2]) === expected))) {
      close('')
      current = { depth, label: `${number[2]}.`, lines: [number[3] as string] }
      if (depth === 0) expected = Number(number[2]) + 1
    } else if (current === null) {
      const last = comments.at(-1)
      if (last && line.trim() !== '') last.actions += `\n${line.trim()}`
    } else if (markers.alone.test(line)) close(line.trim())
    else current.lines.push(outdented(line, current.depth))
  }
  close('')
  const heading = start.heading < 0 ? '' : (lines[start.heading] as string).trim()
  return {
    post: trimmed(lines.slice(0, start.heading < 0 ? start.first : start.heading)),
    heading,
    declaredCount: heading === '' ? null : onlyNumberIn(heading),
    comments,
  }
}

/**
 * The flattened shape: a comment is its first line, then "ReplyDelete" or "Delete" glued to the rest. So the line
 * before a marker begins the next comment; where that line holds a marker itself, what is glued to it does.
 */
const readFlat = (lines: readonly string[], { glued }: Markers): TextThread | null => {
  const marks = lines.flatMap((line, at) => {
    const match = glued.exec(line)
    const rest = match?.[2] ?? ''
    return match
      ? [{ at, rest, isReply: match[1] === undefined, word: line.slice(0, line.length - rest.length) }]
      : []
  })
  const first = marks[0]
  if (!first || first.isReply) return null
  // This shape has lost its blank lines; a blank one before a marker means another shape.
  if (marks.some(({ at }) => (lines[at - 1] ?? '').trim() === '')) return null
  const comments = marks.map(({ at, rest, isReply, word }, index): TextComment => {
    const before = marks[index - 1]
    const after = marks[index + 1]
    const head = before?.at === at - 1 ? before.rest : (lines[at - 1] as string)
    const further = after?.at === at + 1 ? [] : [rest, ...lines.slice(at + 1, after && after.at - 1)]
    return { depth: isReply ? 1 : 0, label: '', text: trimmed([head, ...further]), actions: word }
  })
  return { post: trimmed(lines.slice(0, first.at - 1)), heading: '', declaredCount: null, comments }
}

/** Source code and logs may hold the same words; prose does not end its lines in braces nor begin them with times. */
const isProse = (lines: readonly string[]): boolean => {
  const full = lines.filter((line) => line.trim() !== '')
  const odd = full.filter((line) =>
    /[;{}]\s*$|^\s*(?:\/\/|\/\*|\*\/|#include|import |<\/?[a-z][\w-]*[\s>])|=>|^\s*\[?\d{4}-\d\d-\d\d[T ]\d\d:|^\s*\[?\d\d:\d\d:\d\d|\b(?:INFO|DEBUG|WARN|ERROR)\b/.test(
      line,
    ),
  )
  return odd.length <= Math.max(2, full.length / 20)
}

/** At least two comments, or one where the heading says so; all of them with words; the first at top level. */
const isThread = ({ comments, declaredCount }: TextThread): boolean =>
  comments.length >= (declaredCount === 1 ? 1 : 2) &&
  comments[0]?.depth === 0 &&
  comments.every(({ text }) => text !== '')

/** The thread in a text, in either shape that a copied Blogger page takes; null where it holds none. */
export const readTextThread = (text: string): TextThread | null => {
  const lines = text.split(/\r?\n/)
  for (const markers of markersIn(text)) {
    const outline = readOutline(lines, markers)
    // Nearly every comment of an outline ends in its marker; a list in a letter does not.
    const closed = outline?.comments.filter(({ actions }) => actions !== '').length ?? 0
    if (outline && isThread(outline) && closed >= outline.comments.length - 1)
      return isProse(lines) ? outline : null
    const flat = readFlat(lines, markers)
    if (flat && isThread(flat)) return isProse(lines) ? flat : null
  }
  return null
}
