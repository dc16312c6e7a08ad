import { isCitationLine } from './clock-signs'
import { type Entry, inOrder, isBefore } from './entries'
import { findQuotedSpans, partsOf, plainLines, type QuotedSpan } from './quoted-spans'
import { createWordIndex } from './word-index'
import type { Words } from './words'

/** A quotation of which the source was found. */
export type Quote = {
  start: number
  end: number
  /** The comment quoted; null where it is the post. */
  source: Entry | null
  /** Where the words stand in the post. */
  inPost?: { start: number; end: number }
  confidence: number
}

type Range = { start: number; end: number }

/** What a text quotes, and what of it was found. */
export type Quotes = { found: Quote[]; spans: QuotedSpan[] }

const nothing: QuotedSpan[] = []
const fewestWords = 5
const fewestUnmarked = 8
const mostSources = 8
/** A comment of so many characters that quotes is an article, more often than not. */
const pasted = 800
/** A quotation that answers what was just quoted begins the comment, and comes no more than so many comments later. */
const longestMark = 3
const justBefore = 6
const saidElsewhere =
  /^[^\p{L}]{1,3}(?:says?|said|writes|wrote|reports|schreibt|sagt|dit|écrit|dice|disse|diz)\b/iu

const endOf = ({ from, count }: Words): number => from + count

/** How far two texts run alike from these words on; one word may differ, be missing or be added now and then. */
const runFrom = (a: Words, ka: number, endA: number, b: Words, kb: number) => {
  let i = ka
  let j = kb
  let same = 0
  let longest = 0
  let run = 0
  const limit = endOf(b)
  while (i < endA && j < limit) {
    if (a.hashes[i] === b.hashes[j]) {
      same += 1
      run += 1
      longest = Math.max(longest, run)
      i += 1
      j += 1
      continue
    }
    run = 0
    const next = (di: number, dj: number): boolean =>
      i + di < endA &&
      a.hashes[i + di] === b.hashes[j + dj] &&
      (i + di + 1 >= endA || a.hashes[i + di + 1] === b.hashes[j + dj + 1])
    if (next(1, 1)) {
      i += 1
      j += 1
    } else if (next(1, 0)) i += 1
    else if (next(0, 1)) j += 1
    else break
  }
  return { same, longest, endA: i, endB: j }
}

type Match = { same: number; longest: number; start: number; end: number }

/** The best way in which words `from` to `to` of one text stand in another; places are those of the lists. */
const bestRun = (a: Words, from: number, to: number, b: Words): Match | null => {
  let best: Match | null = null
  const limit = endOf(b)
  // A quotation begins alike, or after a word or two that differ.
  for (let skip = 0; skip < 4 && from + skip < to; skip++) {
    const hash = a.hashes[from + skip]
    for (let k = b.from; k < limit; k++) {
      if (b.hashes[k] !== hash || (best && best.same >= to - from - skip)) continue
      const { same, longest, endB } = runFrom(a, from + skip, to, b, k)
      if (!best || same > best.same) best = { same, longest, start: k, end: endB }
    }
    if (best && best.same >= (to - from) * 0.8) break
  }
  return best
}

const isWithin = (spans: readonly Range[], start: number, end: number): boolean =>
  spans.some((span) => span.start <= start + 2 && end <= span.end + 2)

/**
 * Whether what is quoted there may be had from elsewhere by others, too: not if they take a part of it, or what somebody
 * said in an article that was pasted.
 */
const isFromElsewhere = (span: Range, start: number, end: number, { comment }: Entry): boolean =>
  end - start > (span.end - span.start) * 0.67 && comment.text.length < pasted

/** A line that only looks quoted is so where somebody says something below it, and did not paste the whole. */
const isAnswered = ({ start, end, source }: Quote): boolean =>
  source === null || source.comment.text.length > (end - start) * 1.1 || end - start < 200

/** The first of some words, `first` to `end` in the lists, that stands at a place of the text or after it. */
const firstFrom = ({ starts }: Words, first: number, end: number, place: number): number => {
  while (first < end && starts[first]! < place) first += 1
  return first
}

/**
 * Finds what comments quote of each other and of the post.
 * @param post the words of its text
 * @param quotedIn where a comment that was read already quotes
 */
export const createQuoteFinder = (
  post: Words,
  entries: readonly Entry[],
  quotedIn: (index: number) => readonly Range[],
) => {
  const index = createWordIndex()
  const postIndex = createWordIndex()
  postIndex.reserve(post.count)
  postIndex.add(0, post)

  /** By comment: what it quotes, each looked for once; with holes. */
  const spans: QuotedSpan[][] = []
  const spansOf = ({ index: k, comment }: Entry): QuotedSpan[] => {
    const known = spans[k]
    if (known) return known
    const found = findQuotedSpans(comment.text)
    spans[k] = found.length > 0 ? found : nothing
    return found
  }

  const inPost = (words: Words, from: number, to: number, isMarked: boolean): Match | null => {
    if (postIndex.find(words, from, to, 1).length === 0) return null
    const match = bestRun(words, from, to, post)
    return match && isEnough(match, to - from, isMarked) ? match : null
  }

  const isEnough = ({ same, longest }: Match, wanted: number, isMarked: boolean): boolean =>
    isMarked ? longest >= fewestWords && same >= wanted * 0.8 : same >= fewestUnmarked && same >= wanted * 0.9

  /** The comments before this one that hold the words, the earliest first; whether any has them from elsewhere. */
  const sourcesOf = (from: number, to: number, isMarked: boolean, entry: Entry) => {
    // A line without marks is a quotation only as a whole.
    const fewest = isMarked ? 1 : (to - from) / 4
    const candidates = index
      .find(entry.words, from, to, fewest)
      .map((place) => entries[place]!)
      .filter((other) => other !== entry && isBefore(other, entry))
    const sources: { entry: Entry; isQuoted: boolean }[] = []
    for (const candidate of candidates.sort(inOrder).slice(0, mostSources)) {
      const { words } = candidate
      const match = bestRun(entry.words, from, to, words)
      if (!match || !isEnough(match, to - from, isMarked)) continue
      const start = words.starts[match.start]!
      const end = words.ends[match.end - 1]!
      const isQuoted =
        isWithin(
          spansOf(candidate).filter((span) => isFromElsewhere(span, start, end, candidate)),
          start,
          end,
        ) || isWithin(quotedIn(candidate.index), start, end)
      sources.push({ entry: candidate, isQuoted })
    }
    return sources
  }

  const quoteOf = (from: number, to: number, isMarked: boolean, entry: Entry): Quote | null => {
    const { words } = entry
    const start = words.starts[from]!
    const end = words.ends[to - 1]!
    const match = inPost(words, from, to, isMarked)
    if (match) {
      // A whole line of the post is an article's, not somebody's who quotes.
      if (!isMarked && to - from < 12) return null
      const range = { start: post.starts[match.start]!, end: post.ends[match.end - 1]! }
      return { start, end, source: null, inPost: range, confidence: 0.9 }
    }
    const sources = sourcesOf(from, to, isMarked, entry)
    // What somebody has from elsewhere may be had from there by others too, unless it was just brought in.
    const isTakenUp =
      sources.length === 1 &&
      start < longestMark &&
      entry.index - sources[0]!.entry.index <= justBefore &&
      !saidElsewhere.test(entry.comment.text.slice(end, end + 20))
    const own = isTakenUp ? sources : sources.filter(({ isQuoted }) => !isQuoted)
    const [first] = own
    if (!first || own.length > 1 || (sources[0] !== first && sources[0]!.isQuoted)) return null
    if (first.entry.account !== null && first.entry.account === entry.account) return null
    return { start, end, source: first.entry, confidence: to - from > 7 ? 0.95 : 0.9 }
  }

  return {
    reserve: index.reserve,
    add: ({ index: k, words }: Entry): void => {
      // One that was filled in since may quote now.
      if (spans[k]) spans[k] = findQuotedSpans(entries[k]!.comment.text)
      index.add(k, words)
    },
    find: (entry: Entry, hasLines: boolean): Quotes => {
      const { words } = entry
      const { text } = entry.comment
      const marked = spansOf(entry)
      const spans = hasLines ? [...marked, ...plainLines(text, marked)] : marked
      const quotes: Quotes = { found: [], spans: marked }
      if (spans.length === 0) return quotes
      for (const span of spans)
        for (const part of span.isMarked ? partsOf(text, span) : [span]) {
          // Who wrote something and when is no quotation, however many begin with it.
          if (isCitationLine(text.slice(part.start, part.end))) continue
          const from = firstFrom(words, words.from, endOf(words), part.start)
          let to = from
          while (to < endOf(words) && words.ends[to]! <= part.end) to += 1
          if (to - from < (span.isMarked ? fewestWords : fewestUnmarked)) continue
          const quote = quoteOf(from, to, span.isMarked, entry)
          if (!quote || (!span.isMarked && !isAnswered(quote))) continue
          const last = quotes.found.at(-1)
          if (
            last &&
            last.source !== null &&
            last.source === quote.source &&
            !/\S{3}/.test(text.slice(last.end, quote.start))
          )
            last.end = quote.end
          else quotes.found.push(quote)
        }
      return quotes
    },
  }
}
