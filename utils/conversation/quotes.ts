import { type Entry, isBefore } from './entries'
import { findQuotedSpans, partsOf, plainLines, type QuotedSpan } from './quoted-spans'
import { createWordIndex } from './word-index'
import { createScanner, type Words } from './words'

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

const fewestWords = 5
const fewestUnmarked = 8
const mostSources = 8

/** How far two texts run alike from these words on; one word may differ, be missing or be added now and then. */
const runFrom = (a: Words, ka: number, endA: number, b: Words, kb: number) => {
  let i = ka
  let j = kb
  let same = 0
  let longest = 0
  let run = 0
  while (i < endA && j < b.count) {
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

/** The best way in which words `from` to `to` of one text stand in another. */
const bestRun = (a: Words, from: number, to: number, b: Words): Match | null => {
  let best: Match | null = null
  // A quotation begins alike, or after a word or two that differ.
  for (let skip = 0; skip < 4 && from + skip < to; skip++) {
    const hash = a.hashes[from + skip]
    for (let k = 0; k < b.count; k++) {
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

/** A line that only looks quoted is so where somebody says something below it, and did not paste the whole. */
const isAnswered = ({ start, end, source }: Quote): boolean =>
  source === null || source.comment.text.length > (end - start) * 1.1 || end - start < 200

/**
 * Finds what comments quote of each other and of the post.
 * @param quotedIn where a comment that was read already quotes
 */
export const createQuoteFinder = (
  postText: string,
  entryAt: (index: number) => Entry,
  quotedIn: (index: number) => readonly Range[],
) => {
  const scanSource = createScanner()
  const index = createWordIndex()
  const postIndex = createWordIndex()
  const scanPost = createScanner()
  const post = scanPost(postText)
  postIndex.reserve(post.count)
  postIndex.add(0, post.hashes, post.count)

  const inPost = (words: Words, from: number, to: number, isMarked: boolean): Match | null => {
    if (postIndex.find(words.hashes, from, to - from).size === 0) return null
    const match = bestRun(words, from, to, post)
    return match && isEnough(match, to - from, isMarked) ? match : null
  }

  const isEnough = ({ same, longest }: Match, wanted: number, isMarked: boolean): boolean =>
    isMarked ? longest >= fewestWords && same >= wanted * 0.8 : same >= fewestUnmarked && same >= wanted * 0.9

  /** The comments before this one that hold the words, the earliest first; whether any has them from elsewhere. */
  const sourcesOf = (words: Words, from: number, to: number, isMarked: boolean, entry: Entry) => {
    // A line without marks is a quotation only as a whole.
    const fewest = isMarked ? 1 : (to - from) / 4
    const candidates = [...index.find(words.hashes, from, to - from)]
      .filter(([, times]) => times >= fewest)
      .map(([place]) => entryAt(place))
      .filter((other) => other !== entry && isBefore(other, entry))
      .sort((a, b) => a.at - b.at || a.index - b.index)
    const sources: { entry: Entry; isQuoted: boolean }[] = []
    for (const candidate of candidates.slice(0, mostSources)) {
      const { text } = candidate.comment
      const source = scanSource(text)
      const match = bestRun(words, from, to, source)
      if (!match || !isEnough(match, to - from, isMarked)) continue
      const start = source.starts[match.start]!
      const end = source.ends[match.end - 1]!
      const isQuoted =
        isWithin(findQuotedSpans(text), start, end) || isWithin(quotedIn(candidate.index), start, end)
      sources.push({ entry: candidate, isQuoted })
    }
    return sources
  }

  const quoteOf = (words: Words, from: number, to: number, span: QuotedSpan, entry: Entry): Quote | null => {
    const start = words.starts[from]!
    const end = words.ends[to - 1]!
    const match = inPost(words, from, to, span.isMarked)
    if (match) {
      // A whole line of the post is an article's, not somebody's who quotes.
      if (!span.isMarked && to - from < 12) return null
      const range = { start: post.starts[match.start]!, end: post.ends[match.end - 1]! }
      return { start, end, source: null, inPost: range, confidence: 0.9 }
    }
    const sources = sourcesOf(words, from, to, span.isMarked, entry)
    // What somebody has from elsewhere may be had from there by others too.
    const own = sources.filter(({ isQuoted }) => !isQuoted)
    const [first] = own
    if (!first || own.length > 1 || (sources[0] !== first && sources[0]!.isQuoted)) return null
    if (first.entry.account !== null && first.entry.account === entry.account) return null
    return { start, end, source: first.entry, confidence: to - from > 7 ? 0.95 : 0.9 }
  }

  return {
    reserve: index.reserve,
    add: (entry: Entry, words: Words): void => index.add(entry.index, words.hashes, words.count),
    /** @param words of the comment's text */
    find: (entry: Entry, words: Words, hasLines: boolean): Quotes => {
      const { text } = entry.comment
      const marked = findQuotedSpans(text)
      const spans = hasLines ? [...marked, ...plainLines(text, marked)] : marked
      const quotes: Quotes = { found: [], spans: marked }
      if (spans.length === 0) return quotes
      for (const span of spans)
        for (const part of span.isMarked ? partsOf(text, span) : [span]) {
          let from = 0
          while (from < words.count && words.starts[from]! < part.start) from += 1
          let to = from
          while (to < words.count && words.ends[to]! <= part.end) to += 1
          if (to - from < (span.isMarked ? fewestWords : fewestUnmarked)) continue
          const quote = quoteOf(words, from, to, span, entry)
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
