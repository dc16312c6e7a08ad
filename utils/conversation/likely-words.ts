import { type Span, spanOf } from './likely-cues'
import { plainWords, type Words } from './words'

/** Shorter words rarely tell what a text is about. */
const leastChars = 4

/** Beyond so many words a text is not read: what a comment is about, it says at its start. */
const mostWords = 120

/** Words are compared by their beginnings, so that the inflected forms of a word meet, in any language. */
const stemChars = 7

/** A hash of a word's beginning; upper and lower case of Latin letters differ in one bit. */
const stemOf = (text: string, start: number, end: number): number => {
  let hash = 0
  for (let at = start; at < end && at < start + stemChars; at++)
    hash = Math.imul(hash ^ (text.charCodeAt(at) | 32), 16777619)
  return hash
}

/** Counts in how many of the comments that were read each word stands. */
export const createVocabulary = () => {
  const ids = new Map<number, number>()
  /** By word: the comments that have it, and the last text in which it was met, so that each counts once. */
  const comments: number[] = []
  const metIn: number[] = []
  let texts = 0
  let counted = 0

  /** Visits the different words of a text that may tell what it is about: as small numbers, and where they stand. */
  const each = (
    text: string,
    { from, count, starts, ends }: Words,
    visit: (word: number, start: number, end: number) => void,
  ): void => {
    texts += 1
    for (let n = from; n < from + Math.min(count, mostWords); n++) {
      const start = starts[n]!
      const end = ends[n]!
      if (end - start < leastChars) continue
      const stem = stemOf(text, start, end)
      let id = ids.get(stem)
      if (id === undefined) {
        id = comments.push(0) - 1
        metIn.push(0)
        ids.set(stem, id)
      }
      if (metIn[id] === texts) continue
      metIn[id] = texts
      visit(id, start, end)
    }
  }
  const wordsOf = (text: string, words: Words): number[] => {
    const found: number[] = []
    each(text, words, (word) => found.push(word))
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
    shared(text: string, words: Words, target: string, wordsOfTarget: Words): Span[] {
      const theirs = new Set(wordsOf(target, wordsOfTarget))
      const found: (readonly [rank: number, span: Span])[] = []
      each(text, words, (word, start, end) => {
        const span = spanOf(text, start, end)
        // Among words that are equally rare, the longer ones say more.
        if (theirs.has(word) && !plainWords.has(span.words.toLowerCase()))
          found.push([comments[word]! - (end - start) / 100, span])
      })
      return found
        .sort((a, b) => a[0] - b[0])
        .slice(0, 3)
        .map(([, span]) => span)
        .sort((a, b) => a.start - b.start)
    },
  }
}
export type Vocabulary = ReturnType<typeof createVocabulary>
