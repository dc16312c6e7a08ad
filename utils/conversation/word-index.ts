import { IntTable } from './int-table'
import type { Words } from './words'

/** Where four words in a row stand: in which comment, by an index of their hashes. */

const gram = 4
const mostComments = 12

/** The hash of the four words that begin at `k`. */
const gramAt = (hashes: Int32Array, k: number): number => {
  let hash = 7
  for (let j = 0; j < gram; j++) hash = Math.imul(hash, 668265263) ^ hashes[k + j]!
  return hash
}

/**
 * Each text is put in by every second of its words, so that five consecutive words always hold an indexed place.
 * By its hash, a comment's index plus one; where several comments have the words, the negative place of the last of
 * them. A place is three numbers: the comment, the place of the one before, and how many they are.
 */
export const createWordIndex = () => {
  const table = new IntTable()
  let places = new Int32Array(3 * 1024)
  let next = 3
  // By comment: how many times the words of one search were met.
  const times: number[] = []

  const link = (comment: number, before: number): number => {
    if (next === places.length) {
      const longer = new Int32Array(2 * next)
      longer.set(places)
      places = longer
    }
    places[next] = comment
    places[next + 1] = before
    places[next + 2] = places[before + 2]! + 1
    next += 3
    return 3 - next
  }

  const add = (comment: number, { hashes, from, count }: Words): void => {
    table.reserve(count / 2)
    times[comment] = 0
    for (let k = from; k + gram <= from + count; k += 2) {
      const key = gramAt(hashes, k)
      const place = table.placeOf(key)
      const held = table.at(place)
      if (held === 0) table.put(place, key, comment + 1)
      else if (held > 0) {
        if (held !== comment + 1) table.put(place, key, link(comment, -link(held - 1, 0)))
      } else if (places[2 - held]! <= mostComments && places[-held] !== comment)
        table.put(place, key, link(comment, -held))
    }
  }

  /**
   * The comments in which four consecutive words of these, `first` to `end` in the lists, stand at least `fewest` times.
   * Words that stand in very many say nothing.
   */
  const find = ({ hashes }: Words, first: number, end: number, fewest: number): number[] => {
    const found: number[] = []
    const meet = (comment: number): void => {
      if (times[comment] === 0) found.push(comment)
      times[comment]! += 1
    }
    for (let k = first; k + gram <= end; k++) {
      const held = table.at(table.placeOf(gramAt(hashes, k)))
      if (held > 0) meet(held - 1)
      else if (places[2 - held]! <= mostComments)
        for (let place = -held; place > 0; place = places[place + 1]!) meet(places[place]!)
    }
    const enough = found.filter((comment) => times[comment]! >= fewest)
    for (const comment of found) times[comment] = 0
    return enough
  }
  return {
    /** Makes room before so many words are read. */
    reserve: (words: number): void => table.reserve(words / 2),
    add,
    find,
  }
}
