import type { Words } from './words'

/** Where four words in a row stand: in which comment, by an index of their hashes. */

const gram = 4
const mostComments = 12

/** The hash of the four words that begin at `k`; never 0, which marks an empty slot. */
const gramAt = (hashes: Int32Array, k: number): number => {
  let hash = 7
  for (let j = 0; j < gram; j++) hash = Math.imul(hash, 668265263) ^ hashes[k + j]!
  return hash ^ (hash >>> 15) || 1
}

/**
 * Each text is put in by every second of its words, so that five consecutive words always hold an indexed place.
 * A slot is two numbers side by side: the hash, and the comment's index plus one; where several comments have the words
 * the second is the negative place of the last of them. A place is three numbers: the comment, the place of the one
 * before, and how many they are. Millions of small lists would keep the garbage collector busy.
 */
export const createWordIndex = () => {
  let capacity = 1024
  let slots = new Int32Array(2 * capacity)
  let used = 0
  let places = new Int32Array(3 * 1024)
  let next = 3
  // By comment: how many times the words of one search were met.
  const times: number[] = []

  const slotOf = (key: number): number => {
    let slot = Math.imul(key, 40503) & (capacity - 1)
    while (slots[2 * slot] !== 0 && slots[2 * slot] !== key) slot = (slot + 1) & (capacity - 1)
    return 2 * slot
  }

  /** Makes room before a long list is read: to grow in between would take one long step. */
  const reserve = (words: number): void => {
    const wanted = (used + words / 2) * 1.4
    if (wanted <= capacity) return
    while (capacity < wanted) capacity *= 2
    const old = slots
    slots = new Int32Array(2 * capacity)
    for (let k = 0; k < old.length; k += 2) {
      if (old[k] === 0) continue
      const slot = slotOf(old[k]!)
      slots[slot] = old[k]!
      slots[slot + 1] = old[k + 1]!
    }
  }

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
    reserve(count)
    times[comment] = 0
    for (let k = from; k + gram <= from + count; k += 2) {
      const key = gramAt(hashes, k)
      const slot = slotOf(key)
      const held = slots[slot + 1]!
      if (held === 0) {
        slots[slot] = key
        slots[slot + 1] = comment + 1
        used += 1
      } else if (held > 0) {
        if (held !== comment + 1) slots[slot + 1] = link(comment, -link(held - 1, 0))
      } else if (places[2 - held]! <= mostComments && places[-held] !== comment)
        slots[slot + 1] = link(comment, -held)
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
      const held = slots[slotOf(gramAt(hashes, k)) + 1]!
      if (held > 0) meet(held - 1)
      else if (places[2 - held]! <= mostComments)
        for (let place = -held; place > 0; place = places[place + 1]!) meet(places[place]!)
    }
    const enough = found.filter((comment) => times[comment]! >= fewest)
    for (const comment of found) times[comment] = 0
    return enough
  }
  return { reserve, add, find }
}
