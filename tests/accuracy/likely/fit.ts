import { commenterOf } from '@/utils/conversation/commenters'
import { createInference } from '@/utils/conversation/infer'
import { likeliest } from '@/utils/conversation/likely'
import { createChoices, type Known } from '@/utils/conversation/likely-choices'
import { type Model, shipped, signNames } from '@/utils/conversation/likely-model'
import { createScanner } from '@/utils/conversation/words'
import type { Comment } from '@/utils/thread/comment'
import type { Link } from '@/utils/thread/conversation'
import { atOnce } from '@/utils/thread/in-slices'
import { type FlatThread, withoutNames } from './flatten'

const platformLink = ({ parentId }: Comment): Link | null =>
  parentId === null ? null : { parentId, kind: 'site', confidence: 1, evidence: [] }

/** The words of comments, as the inference splits them. */
const wordsOf = (comments: readonly Comment[]) => {
  const scan = createScanner()
  return comments.map(({ text }) => scan(text))
}

const timesOf = (comments: readonly Comment[]): number[] =>
  comments.map(({ time: { instant, local } }) => Date.parse(instant ?? `${local}Z`))

/** What the platform alone tells of a flattened thread. */
export const knownFrom = ({ comments }: Pick<FlatThread, 'comments'>): Known => ({
  comments,
  words: wordsOf(comments),
  times: timesOf(comments),
  links: comments.map(platformLink),
  partOf: comments.map(() => null),
  commenters: comments.map(commenterOf),
  references: comments.map(() => []),
})

/** What is known of it when its references were read, too. */
export const knownWithReferences = ({ comments, languages }: FlatThread): Known => {
  const { conversation, read } = createInference({
    postText: '',
    languages,
    hasMore: false,
    refused: new Set(),
  })
  atOnce(read(comments))
  const links = conversation.links.map((link, k) =>
    link?.kind === 'likely' ? platformLink(comments[k]!) : link,
  )
  return { ...conversation, comments, words: wordsOf(comments), times: timesOf(comments), links }
}

/** One choice among candidates: their signs, and which of them is right. */
type Example = { signs: number[][]; right: number; weight: number }

/**
 * The choices of a thread. A long branch counts as the root of its length: what one quarrel teaches of another quarrel
 * is less than the number of its comments says.
 */
const examplesOf = (thread: FlatThread, model: Model): Example[] => {
  const known = knownFrom(thread)
  const choices = createChoices(model)
  atOnce(choices.look(known))
  const sizes = Map.groupBy(thread.comments, ({ parentId }) => parentId)
  return thread.comments.flatMap(({ parentId }, k) => {
    const candidates = choices.next(known)
    const right = candidates.findIndex(({ entry }) => thread.comments[entry]!.id === thread.truth[k])
    if (candidates.length < 2 || right < 0 || !thread.isTold[k]) return []
    return [
      {
        signs: candidates.map(({ signs }) => signs),
        right,
        weight: 1 / Math.sqrt(sizes.get(parentId)!.length),
      },
    ]
  })
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, n) => sum + value * b[n]!, 0)

/** Solves a system of equations, symmetric and positive definite: Gaussian elimination. */
const solve = (matrix: number[][], values: number[]): number[] => {
  const rows = matrix.map((row, n) => [...row, values[n]!])
  for (let pivot = 0; pivot < rows.length; pivot++)
    for (let n = pivot + 1; n < rows.length; n++) {
      const factor = rows[n]![pivot]! / rows[pivot]![pivot]!
      for (let m = pivot; m <= rows.length; m++) rows[n]![m]! -= factor * rows[pivot]![m]!
    }
  const solution = rows.map(() => 0)
  for (let n = rows.length - 1; n >= 0; n--)
    solution[n] = (rows[n]!.at(-1)! - dot(rows[n]!.slice(0, -1), solution)) / rows[n]![n]!
  return solution
}

/** How strongly weights are drawn to nought: few examples must not make bold claims. */
const ridge = 0.1

/** Conditional logistic regression (McFadden 1974) by Newton's method. */
const regression = (examples: Example[]): number[] => {
  let weights = signNames.map(() => 0)
  for (let step = 0; step < 12; step++) {
    const gradient = weights.map((weight) => -ridge * weight)
    const curvature = weights.map((_, n) => weights.map((_, m) => (n === m ? ridge : 0)))
    for (const { signs, right, weight } of examples) {
      const shares = signs.map((row) => Math.exp(dot(row, weights)))
      const total = shares.reduce((sum, share) => sum + share, 0)
      const mean = weights.map((_, n) =>
        signs.reduce((sum, row, c) => sum + (row[n]! * shares[c]!) / total, 0),
      )
      signs.forEach((row, c) => {
        const share = shares[c]! / total
        const off = row.map((value, n) => value - mean[n]!)
        for (let n = 0; n < off.length; n++) {
          if (off[n] === 0) continue
          if (c === right) gradient[n]! += weight * off[n]!
          for (let m = 0; m < off.length; m++) curvature[n]![m]! += weight * share * off[n]! * off[m]!
        }
      })
    }
    weights = solve(curvature, gradient).map((change, n) => weights[n]! + change)
  }
  return weights
}

/** Whom a comment answers depends on whom earlier ones answer: fit, weigh anew, fit again. */
const rounds = 3

/** The weights that explain the threads best, with the names of people and without. */
const fitWeights = (threads: readonly FlatThread[]): number[] => {
  let weights = signNames.map(() => 0)
  for (let round = 0; round < rounds; round++) {
    const model = { ...shipped, weights }
    const fitted = regression(
      threads.flatMap((thread) => [
        ...examplesOf(thread, model),
        ...examplesOf(withoutNames(thread), model).map((example) => ({
          ...example,
          weight: example.weight / 2,
        })),
      ]),
    )
    weights = fitted.map((weight) => Math.round(weight * 100) / 100)
  }
  return weights
}

/** What a model says of each reply of a thread: its best candidate. */
type Guess = {
  isClaim: boolean
  isRight: boolean
  isUnknown: boolean
  probability: number
  weight: number
}

/** The best candidates for the replies whose truth is told. */
const guessesOf = (thread: FlatThread, model: Model): Guess[] => {
  const known = knownFrom(thread)
  const choices = createChoices(model)
  atOnce(choices.look(known))
  const sizes = Map.groupBy(thread.comments, ({ parentId }) => parentId)
  return thread.comments.flatMap(({ parentId }, k) => {
    const best = likeliest(choices.next(known))
    if (!best || !thread.isTold[k]) return []
    return [
      {
        isClaim: !best.isTop,
        isRight: thread.comments[best.entry]!.id === thread.truth[k],
        isUnknown: known.commenters[k] === null,
        probability: best.probability,
        weight: 1 / Math.sqrt(sizes.get(parentId)!.length),
      },
    ]
  })
}

/** Above the 85 % that are promised: pages to come will be a little worse than those that were learnt from. */
const aim = 0.9

/** The lowest threshold from which on claims are as precise as we aim at; 1 where none is. */
const thresholdFor = (guesses: readonly Guess[]): number => {
  for (let percent = 50; percent < 100; percent += 5) {
    const claims = guesses.filter(({ isClaim, probability }) => isClaim && probability >= percent / 100)
    const sum = (some: readonly Guess[]): number => some.reduce((total, { weight }) => total + weight, 0)
    if (sum(claims.filter(({ isRight }) => isRight)) >= aim * sum(claims)) return percent / 100
  }
  return 1
}

/** Learns from threads. Thresholds come from what each thread gets when the weights were learnt from the others. */
export const fitModel = (threads: readonly FlatThread[]): Model => {
  const guesses = threads.flatMap((thread) => {
    const weights = fitWeights(threads.filter((other) => other !== thread))
    return [thread, withoutNames(thread)].flatMap((shown) => guessesOf(shown, { ...shipped, weights }))
  })
  return {
    weights: fitWeights(threads),
    threshold: thresholdFor(guesses.filter(({ isUnknown }) => !isUnknown)),
    thresholdOfUnknown: thresholdFor(guesses.filter(({ isUnknown }) => isUnknown)),
  }
}
