import { attribute, find, nameOf, parentNode, textOf } from '@/utils/dom/unclobbered'
import type { CommentTime } from '@/utils/thread/comment'
import { createClock } from './clock'
import { oneLine, pageLanguages } from './page-head'
import { createEstimate } from './relative-time'

/** The first that is there; the narrower stand first. */
export const findFirst = (item: Element, ...places: string[]): HTMLElement | null => {
  for (const place of places) {
    const found = find(item, place)
    if (found) return found
  }
  return null
}

/** "Submitted by Ana (not verified) on Thu, 04/05/2018 - 18:32", where no element names her. */
export const writtenName = (submitted: string): string | null =>
  /(?:^|\s)(?:by|von|par|por|da|door|—)\s+(.+?)(?:\s+(?:on|am|le|el|il|op|em)\s.*)?$/.exec(submitted)?.[1] ??
  null

/** What Drupal adds to the names of people without an account: "Ana (not verified)". */
export const withoutNote = (name: string): string => name.replace(/\s*\([^()]*\)\s*$/, '') || name

/** The words around a name: "Submitted by Ana on Thu, 04/05/2018 - 18:32", "Thu, 04/05/2018 - 18:32 — Ana". */
const timeBeside = (line: string, name: string): string => {
  const at = name === '' ? -1 : line.lastIndexOf(name)
  const after = at < 0 ? line : line.slice(at + name.length)
  const side = /\d/.test(after) ? after : line.slice(0, Math.max(at, 0))
  return side
    .replace(/^\s*\([^()]*\)/, '')
    .replace(/^[^\p{L}\d]*\p{Ll}{1,3}\s+(?=.*\d)/u, '')
    .replace(/^[\s,|–—-]+|[\s.,|–—-]+$/g, '')
}

/** The line that ends in a mark for machines without words. */
export const lineBeside = (mark: Element | null): HTMLElement | null => {
  const line = mark && (parentNode(mark) as HTMLElement)
  return line && /\d/.test(textOf(line)) && textOf(line).trim().length < 120 ? line : null
}

export const createTimes = (document: Document) => {
  const readClock = createClock(pageLanguages(document))
  const estimate = createEstimate(pageLanguages(document))
  /** Drupal shows a time as words of one line with the name; where themes part it, in up to two elements. */
  return (item: Element, name: string): CommentTime => {
    const stamped = findFirst(
      item,
      'time[datetime]',
      '[property~="dc:created"], [property~="schema:dateCreated"]',
    )
    const said = stamped && oneLine(textOf(stamped))
    const parted = said ? null : find(item, '.comment__time, .comment-time, .comment-date, .date, .created')
    const clock = parted && find(item, 'li.time')
    // Themes of their own put the mark for machines at the end of the line.
    const line = said
      ? stamped
      : (parted ?? find(item, '.submitted, .comment__submitted') ?? lineBeside(stamped))
    const shown = line ? oneLine(`${textOf(line)} ${clock ? textOf(clock) : ''}`) : ''
    const text = parted || (line && nameOf(line) === 'TIME') ? shown : timeBeside(shown, name)
    const written = stamped && (attribute(stamped, 'datetime') ?? attribute(stamped, 'content'))
    const seconds = Number(
      attribute(find(item, '[data-comment-timestamp]') ?? item, 'data-comment-timestamp'),
    )
    const instant = written && /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(written) ? Date.parse(written) : seconds * 1000
    const known = instant > 0 && instant < 4102e9 ? instant : null
    return estimate({
      text,
      instant: known === null ? null : new Date(known).toISOString(),
      local: text === '' ? null : readClock(text, known),
    })
  }
}
