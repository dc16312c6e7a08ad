/**
 * The signs that speak for one candidate, and how much: the log-odds that one unit of a sign adds. Found by
 * `npm run accuracy` (tests/accuracy/likely/fit.ts: conditional logistic regression over the really nested pages,
 * with names and without), which says so when they are no longer what it finds. Openers such as "Exactly" or "No,",
 * thanks, and minutes in between were tried, and told nothing that the rest does not tell.
 */
const weights = {
  /** It is the top of the branch: where the platform put the comment. */
  top: 0.36,
  /** It is the last comment before. */
  previous: 1.16,
  /** … and the comment is its writer's first in the branch. */
  newcomer: -0.73,
  /** How surely it answers the comment's own writer, who has not answered it yet. */
  turn: 2.09,
  /** It alone came after the writer's last comment. */
  alone: 1.28,
  /** Words shared, the rarer in the thread the more. */
  words: 3.82,
  /** Of these, the words that no other comment of the branch has. */
  onlyWords: 0.37,
  /** A short phrase that the comment has in quotation marks, and no other candidate has. */
  phrase: 1,
  /** It is the last comment before and ends with a question, and the comment does not. */
  question: 0.23,
  /** It is the top, and the comment says "you". */
  addressTop: -1.07,
  /** Fortnights in between, two at most, where it is not the top. */
  fortnights: -1.24,
}
export type Sign = keyof typeof weights

export const signNames = Object.keys(weights) as Sign[]

export type Model = {
  /** In the order of `signNames`. */
  weights: number[]
  /** A link is claimed from this probability on, where the platform or the text tells who wrote the comment. */
  threshold: number
  /** … and where nothing tells: whose turn it is, the best sign, is unknown then. */
  thresholdOfUnknown: number
}
export const shipped: Model = { weights: Object.values(weights), threshold: 0.65, thresholdOfUnknown: 0.85 }
