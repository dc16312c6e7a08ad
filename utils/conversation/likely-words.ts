import { IntTable } from './int-table'
import { type Span, spanOf } from './likely-cues'
import { plainWords, type Words } from './words'

/** Shorter words rarely tell what a text is about. */
const leastChars = 4

/** Beyond so many words a text is not read: what a comment is about, it says at its start. */
const mostWords = 120

/** Counts in how many of the comments that were read each word stands. */
export const createVocabulary = () => {
  /** By stem: the word's number plus one. */
  const ids = new IntTable(4096)
  /** By word: the comments that have it, and the last text in which it was met, so that each counts once. */
  const comments: number[] = []
  const metIn: number[] = []
  let texts = 0
  let counted = 0

  const numberOf = (stem: number): number => {
    const place = ids.placeOf(stem)
    const known = ids.at(place)
    if (known > 0) return known - 1
    comments.push(0)
    const id = metIn.push(0) - 1
    ids.put(place, stem, id + 1)
    return id
  }

  /** The different words of a text that may tell what it is about, as small numbers. */
  const wordsOf = ({ from, count, starts, ends, stems }: Words): number[] => {
    texts += 1
    const found: number[] = []
    const last = from + Math.min(count, mostWords)
    for (let n = from; n < last; n++) {
      if (ends[n]! - starts[n]! < leastChars) continue
      const id = numberOf(stems[n]!)
      if (metIn[id] === texts) continue
      metIn[id] = texts
      found.push(id)
    }
    return found
  }

  return {
    wordsOf,
    count(words: readonly number[]): void {
      counted += 1
      for (const word of words) comments[word]! += 1
    },
    /** 0 for a word that all comments have; more for rarer ones. */
    rarity: (word: number): number => Math.max(0, Math.log((counted + 10) / (comments[word]! + 1))),
    /** Words of the first text that the second has, too: the rarest three, in the order of the text. */
    shared(text: string, words: Words, wordsOfTarget: Words): Span[] {
      const theirs = new Set(wordsOf(wordsOfTarget))
      const found: (readonly [rank: number, span: Span])[] = []
      const { from, count, starts, ends, stems } = words
      for (let n = from; n < from + Math.min(count, mostWords) && theirs.size > 0; n++) {
        const start = starts[n]!
        const end = ends[n]!
        // Each counts where it stands first.
        if (end - start < leastChars || !theirs.delete(numberOf(stems[n]!))) continue
        const span = spanOf(text, start, end)
        // Among words that are equally rare, the longer ones say more.
        if (!plainWords.has(span.words.toLowerCase()))
          found.push([comments[numberOf(stems[n]!)]! - (end - start) / 100, span])
      }
      return found
        .sort((a, b) => a[0] - b[0])
        .slice(0, 3)
        .map(([, span]) => span)
        .sort((a, b) => a.start - b.start)
    },
  }
}
export type Vocabulary = ReturnType<typeof createVocabulary>
