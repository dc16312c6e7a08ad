import type { Comment } from '@/utils/thread/comment'
import type { Commenter, Link, Reference } from '@/utils/thread/conversation'
import { addWords, type Branch, createBranch, createComparison } from './likely-branch'
import { addressIn, alsoIn, asks, phrasesIn } from './likely-cues'
import { type Model, shipped } from './likely-model'
import { createVocabulary } from './likely-words'
import type { Words } from './words'

/** What is known of a thread: one element a comment, in the order of the comments. */
export type Known = {
  comments: readonly Comment[]
  words: readonly Words[]
  /** Milliseconds by the comments' own clocks; NaN where there is none. */
  times: readonly number[]
  links: readonly (Link | null)[]
  partOf: readonly (string | null)[]
  commenters: readonly (Commenter | null)[]
  references: readonly (readonly Reference[])[]
  /** Pairs of ids, `${id} ${parentId}`: the reader said that the first is no answer to the second. */
  refused?: ReadonlySet<string>
}

export type Candidate = {
  /** Index of the comment. */
  entry: number
  isTop: boolean
  /** In the order of `signNames`. */
  signs: number[]
  /** 0 to 1; those of one choice add up to 1. */
  probability: number
}

/** How surely each of a few people is meant: the person's number, the share, and so on. Maps of two or three are slow. */
type Shares = number[]

/** So many candidates are the last of a branch; with the top and those with most words in common they are all. */
const lastCandidates = 8
const wordyCandidates = 4

/** Less probable than this, a candidate changes nothing for those that come later. */
const leastProbability = 0.05

/** Comments that are taken note of between two chances to pause. */
const stride = 2048

const fortnightMs = 14 * 24 * 3_600_000

/** Where a person's share stands; -1 where there is none. */
const placeOf = (shares: Shares, person: number): number => {
  for (let k = 0; k < shares.length; k += 2) if (shares[k] === person) return k + 1
  return -1
}

const shareOf = (shares: Shares | undefined, person: number): number => {
  const place = shares ? placeOf(shares, person) : -1
  return place < 0 ? 0 : shares![place]!
}

const addShare = (all: Shares[], entry: number, person: number, share: number): void => {
  if (person < 0) return
  all[entry] ??= []
  const shares = all[entry]
  const place = placeOf(shares, person)
  if (place < 0) shares.push(person, share)
  else shares[place] = Math.min(1, shares[place]! + share)
}

const surely = (entry: number, isTop: boolean): Candidate[] => [{ entry, isTop, signs: [], probability: 1 }]

/** Gives each candidate its probability: a softmax over the sums of the weighed signs. */
const withProbabilities = (candidates: Candidate[], weights: readonly number[]): Candidate[] => {
  let total = 0
  for (const candidate of candidates) {
    let sum = 0
    for (let n = 0; n < weights.length; n++) sum += weights[n]! * candidate.signs[n]!
    candidate.probability = Math.exp(sum)
    total += candidate.probability
  }
  for (const candidate of candidates) candidate.probability /= total
  return candidates
}

/**
 * Reads comments one after the other, in page order, and weighs for each which comment of its branch it answers.
 * What it says of a comment depends on this and on earlier ones only.
 */
export const createChoices = (model: Model = shipped) => {
  const entryOf = new Map<string, number>()
  const branches = new Map<number, Branch>()
  const vocabulary = createVocabulary()
  const inCommon = createComparison(vocabulary)
  let read = 0
  /** By comment: whom it answers, and who answered it; with holes. */
  const answers: Shares[] = []
  const answeredBy: Shares[] = []
  const numbers = new Map<string, number>()
  let nestsDeeper = false

  /** A number for each commenter; -1 for those whom nothing tells apart. */
  const personOf = (commenter: Commenter | null | undefined): number => {
    if (!commenter) return -1
    const known = numbers.get(commenter.key)
    if (known !== undefined) return known
    numbers.set(commenter.key, numbers.size)
    return numbers.size - 1
  }

  /** The places in a branch that a comment may answer, the top first. */
  const possiblePlaces = (
    { members, sizes }: Branch,
    k: number,
    size: number,
    { commenters, times }: Known,
  ) => {
    const me = commenters[k]?.key
    const firstOfLast = Math.max(1, members.length - lastCandidates)
    const wordy = inCommon.places
      .filter((place) => place > 0 && place < firstOfLast)
      .sort((a, b) => inCommon.all[b]! - inCommon.all[a]! || a - b)
      .slice(0, wordyCandidates)
      .sort((a, b) => a - b)
    for (let place = firstOfLast; place < members.length; place++) wordy.push(place)
    const possible = wordy.filter((place) => {
      const entry = members[place]!
      // Nobody answers oneself, nor what was sent twice, nor what came later.
      const isOwn = me !== undefined && commenters[entry]?.key === me
      const isTwin = inCommon.count[place]! > 0.6 * Math.max(8, size, sizes[place]!)
      return !isOwn && !isTwin && !(times[k]! < times[entry]!)
    })
    return [0, ...possible]
  }

  const weigh = (known: Known, k: number, branch: Branch): Candidate[] => {
    const { comments, commenters, times } = known
    const { members, sizes, lastOf } = branch
    if (members.length === 1) return surely(members[0]!, true)
    const take = (words: number[]): void => {
      addWords(branch, words)
      vocabulary.count(words)
    }
    const wordsOf = (entry: number): number[] => vocabulary.wordsOf(known.words[entry]!)
    while (sizes.length < members.length) take(wordsOf(members[sizes.length]!))
    const { text } = comments[k]!
    const words = wordsOf(k)
    inCommon.with(branch, words)
    const places = possiblePlaces(branch, k, words.length, known)

    const me = personOf(commenters[k])
    const lastOwn = (me < 0 ? undefined : lastOf.get(me)) ?? -1
    const isBack = lastOwn >= 0
    const isAlone = members.length - lastOwn === 2
    const phrases = phrasesIn(text)
    const quoted = places.filter(
      (place) => phrases.length > 0 && alsoIn(comments[members[place]!]!.text, phrases).length > 0,
    )
    const speaksToSomeone = addressIn(text) !== null
    const asksItself = asks(text)

    const candidates = places.map((place, n): Candidate => {
      const entry = members[place]!
      const isTop = n === 0
      const isPrevious = !isTop && n === places.length - 1
      const mayBeTurn = !isTop && me >= 0 && place > lastOwn
      const gap = (times[k]! - times[entry]!) / fortnightMs
      // A long comment shares words with everything.
      const length = Math.sqrt(20 + sizes[place]!)
      return {
        entry,
        isTop,
        probability: 0,
        signs: [
          +isTop,
          +isPrevious,
          +(isPrevious && me >= 0 && !isBack),
          mayBeTurn ? shareOf(answers[entry], me) * (1 - shareOf(answeredBy[entry], me)) : 0,
          +(mayBeTurn && isBack && isAlone),
          Math.min(2, inCommon.all[place]! / length / 2),
          Math.min(2, inCommon.only[place]! / length),
          +(quoted.length === 1 && quoted[0] === place),
          +(isPrevious && !asksItself && asks(comments[entry]!.text)),
          +(isTop && speaksToSomeone),
          isTop || !(gap > 0) ? 0 : Math.min(2, gap),
        ],
      }
    })
    take(words)
    return withProbabilities(candidates, model.weights)
  }

  const join = (branch: Branch, k: number, known: Known): void => {
    branch.lastOf.set(personOf(known.commenters[k]), branch.members.length)
    branch.members.push(k)
  }

  /** Weighs a reply, and remembers it as one that later ones may answer. */
  const reply = (known: Known, k: number, top: number): Candidate[] => {
    let branch = branches.get(top)
    if (!branch) {
      branch = createBranch()
      branches.set(top, branch)
      join(branch, top, known)
    }
    const link = known.links[k]
    // A reference has placed it.
    const placed = link?.kind === 'explicit' ? entryOf.get(link.parentId) : undefined
    const candidates = placed === undefined ? weigh(known, k, branch) : surely(placed, false)
    join(branch, k, known)
    for (const { entry, probability } of candidates) {
      if (probability < leastProbability) continue
      addShare(answers, k, personOf(known.commenters[entry]), probability)
      // It is nobody's turn at the top, which thousands may answer.
      if (entry !== top) addShare(answeredBy, entry, personOf(known.commenters[k]), probability)
    }
    return candidates
  }

  return {
    model,
    shared: vocabulary.shared,
    /** How many comments were read. */
    get read(): number {
      return read
    },
    /** Takes note of the comments there are; whether the platform itself nests deeper than two levels. */
    *look({ comments }: Known): Generator<void, boolean> {
      for (let k = entryOf.size; k < comments.length; k++) {
        const { id, parentId } = comments[k]!
        entryOf.set(id, k)
        nestsDeeper ||= comments[entryOf.get(parentId ?? '') ?? -1]?.parentId != null
        if (k % stride === 0) yield
      }
      return nestsDeeper
    },
    /** The candidates of the next comment, [] where there is nothing to choose. */
    next(known: Known): Candidate[] {
      const k = read
      read += 1
      const top = entryOf.get(known.comments[k]!.parentId ?? '')
      // Without the top, what most comments answer would be no candidate; a continued text answers nobody anew.
      return top === undefined || known.partOf[k] != null ? [] : reply(known, k, top)
    },
  }
}
export type Choices = ReturnType<typeof createChoices>
