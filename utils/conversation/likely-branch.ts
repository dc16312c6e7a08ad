import { IntTable } from './int-table'
import type { Vocabulary } from './likely-words'

/** A word that more comments of a branch have tells nothing, and would make long branches slow. */
const mostHolders = 12

/** A branch of the platform: a comment of top level and the replies that the platform put beneath it. */
export type Branch = {
  /** Indexes of its comments that were read, the top first. */
  members: number[]
  /** By place in `members`: how many different words; shorter than `members` while not all were needed. */
  sizes: number[]
  /** By word: the place in `members` that has it, plus one; where several have it, the negative number of their list. */
  holders: IntTable
  /** The places that have a word, from list 1 on; [] where too many have it. */
  lists: number[][]
  /** The place of each person's last comment, by the person's number; -1 for those whom nothing tells apart. */
  lastOf: Map<number, number>
}

export const createBranch = (): Branch => ({
  members: [],
  sizes: [],
  holders: new IntTable(100),
  lists: [[]],
  lastOf: new Map(),
})

/** Adds the words of the next comment of a branch. */
export const addWords = ({ sizes, holders, lists }: Branch, words: readonly number[]): void => {
  const place = sizes.length
  sizes.push(words.length)
  holders.reserve(words.length)
  for (const word of words) {
    const at = holders.placeOf(word)
    const held = holders.at(at)
    if (held === 0) holders.put(at, word, place + 1)
    else if (held > 0) holders.put(at, word, 1 - lists.push([held - 1, place]))
    else {
      const places = lists[-held]!
      if (places.length > 0 && places.push(place) > mostHolders) places.length = 0
    }
  }
}

/** Compares words with those of a branch; what it holds is of the last comparison. */
export const createComparison = ({ rarity }: Vocabulary) => {
  const comparison = {
    /** The places in the branch that share any. */
    places: [] as number[],
    /** By place: the rarity of what is shared, of what nobody else in the branch has, and the number of words. */
    all: new Float64Array(64),
    only: new Float64Array(64),
    count: new Float64Array(64),
    with({ members, holders, lists }: Branch, words: readonly number[]): void {
      const { places: last } = comparison
      for (const name of ['all', 'only', 'count'] as const) {
        for (const place of last) comparison[name][place] = 0
        if (members.length > comparison[name].length) comparison[name] = new Float64Array(2 * members.length)
      }
      last.length = 0
      for (const word of words) {
        const held = holders.at(holders.placeOf(word))
        if (held === 0) continue
        const worth = rarity(word)
        if (held > 0) {
          meet(held - 1, worth)
          comparison.only[held - 1]! += worth
        } else for (const place of lists[-held]!) meet(place, worth)
      }
    },
  }
  const meet = (place: number, worth: number): void => {
    if (comparison.count[place] === 0) comparison.places.push(place)
    comparison.count[place]! += 1
    comparison.all[place]! += worth
  }
  return comparison
}
