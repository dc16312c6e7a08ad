import type { ConversationContext, Reference } from '@/utils/thread/conversation'
import type { Sign } from './choose-parent'
import type { ClockTargets } from './clock-targets'
import type { ClockMark } from './clocks'
import type { Entry } from './entries'
import type { NameMark } from './name-marks'
import { type NameContext, resolveName } from './name-targets'
import type { People } from './people'
import type { Quotes } from './quotes'
import type { SharedLink } from './shared-links'
import { plain } from './words'

/** What was found in one comment's text, before it is known what it points at. */
export type Findings = {
  clocks: readonly ClockMark[]
  resolveClock: (mark: ClockMark) => ClockTargets
  names: readonly NameMark[]
  quotes: Quotes
  links: readonly SharedLink[]
}

type Range = { start: number; end: number }
const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end

const urls = (text: string): Range[] =>
  text.includes('://') || text.includes('www.')
    ? [...text.matchAll(/(?:https?:\/\/|www\.)\S+/g)].map(({ 0: words, index }) => ({
        start: index,
        end: index + words.length,
      }))
    : []

/** A date between quotation marks is nobody's words. */
const threeWords = /[^\W\d]{2,}(?:[\W\d]+[^\W\d]{2,}){2}/

const idsOf = (entries: readonly Entry[]): string[] => entries.map(({ comment }) => comment.id)

const isSamePerson = (a: Entry, b: Entry): boolean =>
  (a.account !== null && a.account === b.account) || (a.signed !== null && a.signed === b.signed)

const clockSign = (
  mark: ClockMark,
  { entries, isNear }: ClockTargets,
  entry: Entry,
  { nestsFreely }: NameContext,
  hasMore: boolean,
): Sign | null => {
  const base = {
    kind: 'clock' as const,
    words: entry.comment.text.slice(mark.start, mark.end),
    start: mark.start,
    end: mark.end,
  }
  if (entries.length === 0)
    return mark.isCalled && hasMore
      ? {
          reference: { ...base, targets: [], isElsewhere: true },
          entries,
          moves: false,
          confidence: 0,
        }
      : null
  if (mark.isBare && !mark.isCalled && entries.length > 1) return null
  const confidence =
    (mark.isCalled ? 0.97 : mark.isSure ? 0.94 : 0.88) - (entries.length > 1 ? 0.25 : 0) - (isNear ? 0.15 : 0)
  return {
    reference: { ...base, targets: idsOf(entries) },
    entries,
    moves: (mark.isCalled || !nestsFreely) && !isSamePerson(entries[0]!, entry),
    confidence: Math.round(confidence * 100) / 100,
  }
}

/** Who is named and is quoted, or referred to by a clock, means the comment that is quoted or referred to. */
const joinNames = (signs: Sign[], text: string): void => {
  for (const name of signs) {
    const person = name.entries[0]
    if (name.reference.kind !== 'name' || !person) continue
    const isBeside = ({ reference: { kind, start } }: Sign): boolean =>
      kind === 'clock' &&
      start >= name.reference.end &&
      start - name.reference.end < 34 &&
      !/[.!?](?!\d|\s\w+\s\d)|\n\n/.test(text.slice(name.reference.end, start))
    const other =
      signs.find((sign) => isBeside(sign) && sign.entries.some((entry) => isSamePerson(entry, person))) ??
      signs.find(
        ({ reference: { kind }, entries }) =>
          (kind === 'quote' || kind === 'clock') && entries.length > 0 && isSamePerson(entries[0]!, person),
      )
    if (!other) continue
    const theirs = other.entries.filter((entry) => isSamePerson(entry, person))
    for (const sign of [name, other]) {
      sign.entries = theirs
      sign.reference = { ...sign.reference, targets: idsOf(theirs) }
      sign.confidence = Math.max(sign.confidence, 0.95)
    }
  }
}

/**
 * Finds what a comment's text points at, in the order of the text and without overlaps.
 * @param onSpokenTo called with the key of a claimed name by which somebody is spoken to
 */
export const readSigns = (
  entry: Entry,
  { clocks, resolveClock, names, quotes, links }: Findings,
  people: People,
  context: NameContext,
  { hasMore }: ConversationContext,
  onSpokenTo: (key: string) => void,
): Sign[] => {
  const { text } = entry.comment
  const signs: Sign[] = []
  const add = (reference: Reference, rest: Omit<Sign, 'reference'>): void => {
    if (!signs.some((sign) => overlap(sign.reference, reference))) signs.push({ reference, ...rest })
  }
  for (const { start, end, source, inPost, confidence } of quotes.found) {
    const base = { kind: 'quote' as const, words: text.slice(start, end), start, end }
    if (source)
      add(
        { ...base, targets: [source.comment.id] },
        {
          entries: [source],
          moves: !context.nestsFreely && !isSamePerson(source, entry),
          confidence,
        },
      )
    else if (inPost) add({ ...base, targets: [], inPost }, { entries: [], moves: false, confidence })
  }
  for (const { start, end, source, hasOwnWords } of links) {
    const isHere = source.top === entry.top
    if (!isHere && !hasOwnWords) continue
    add(
      { kind: 'link', words: text.slice(start, end), start, end, targets: [source.comment.id] },
      { entries: [source], moves: isHere && !context.nestsFreely, confidence: 0.85 },
    )
  }
  // What stands in somebody else's words points at nothing of ours.
  const foreign = [
    ...quotes.spans.filter(({ start, end }) => threeWords.test(plain(text.slice(start, end)))),
    ...urls(text),
  ]
  const isOwn = (range: Range): boolean => !foreign.some((span) => overlap(span, range))
  for (const mark of clocks) {
    if (!isOwn(mark)) continue
    const sign = clockSign(mark, resolveClock(mark), entry, context, hasMore)
    if (sign) add(sign.reference, sign)
  }
  for (const mark of names) {
    if (!isOwn(mark)) continue
    const { entries, moves, confidence, confirmed } = resolveName(mark, entry, people, context)
    if (entries.length === 0) continue
    confirmed.forEach(onSpokenTo)
    const { start, end } = mark
    add(
      { kind: 'name', words: text.slice(start, end), start, end, targets: idsOf(entries) },
      { entries, moves, confidence },
    )
  }
  signs.sort((a, b) => a.reference.start - b.reference.start)
  joinNames(signs, text)
  return signs
}
