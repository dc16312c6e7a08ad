/** Where four words in a row stand: in which comment, by an index of hashes that is kept in two typed arrays. */

const gram = 4
const mostPlaces = 12

/** The hash of the four words that begin at `k`; never 0, which marks an empty slot. */
const gramAt = (hashes: Int32Array, k: number): number => {
  let hash = 7
  for (let j = 0; j < gram; j++) hash = Math.imul(hash, 668265263) ^ hashes[k + j]!
  return hash ^ (hash >>> 15) || 1
}

/**
 * Each text is put in by every second of its words, so that five consecutive words always hold an indexed place.
 * A slot holds the last place of its four words, and each place the one before it.
 */
export const createWordIndex = () => {
  let capacity = 1024
  let keys = new Int32Array(capacity)
  let heads = new Int32Array(capacity)
  let used = 0
  let comments = new Int32Array(1024)
  let previous = new Int32Array(1024)
  let places = 1

  const slotOf = (key: number): number => {
    let slot = Math.imul(key, 40503) & (capacity - 1)
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (capacity - 1)
    return slot
  }

  const resize = (wanted: number): void => {
    const oldKeys = keys
    const oldHeads = heads
    capacity = wanted
    keys = new Int32Array(capacity)
    heads = new Int32Array(capacity)
    for (let slot = 0; slot < oldKeys.length; slot++) {
      const key = oldKeys[slot]!
      if (key === 0) continue
      const place = slotOf(key)
      keys[place] = key
      heads[place] = oldHeads[slot]!
    }
  }

  /** Makes room before a long list is read: to grow in between would take one long step. */
  const reserve = (words: number): void => {
    const wanted = (used + words / 2) * 1.5
    let size = capacity
    while (size < wanted) size *= 2
    if (size > capacity) resize(size)
    const room = places + Math.ceil(words / 2) + 16
    if (room > comments.length) {
      const longer = (old: Int32Array): Int32Array<ArrayBuffer> => {
        const list = new Int32Array(Math.max(room, old.length * 2))
        list.set(old)
        return list
      }
      comments = longer(comments)
      previous = longer(previous)
    }
  }

  const add = (comment: number, hashes: Int32Array, count: number): void => {
    if ((used + count / 2) * 1.4 > capacity || places + count / 2 + 2 > comments.length) reserve(count * 2)
    for (let k = 0; k + gram <= count; k += 2) {
      const key = gramAt(hashes, k)
      const slot = slotOf(key)
      if (keys[slot] === 0) {
        keys[slot] = key
        used += 1
      }
      const head = heads[slot]!
      if (head !== 0 && comments[head] === comment) continue
      comments[places] = comment
      previous[places] = head
      heads[slot] = places
      places += 1
    }
  }

  /**
   * How many times four consecutive words of these, `count` words beginning at `from`, stand in each comment. Words
   * that stand in very many say nothing.
   */
  const find = (hashes: Int32Array, from: number, count: number): Map<number, number> => {
    const found = new Map<number, number>()
    for (let k = from; k + gram <= from + count; k++) {
      const slot = slotOf(gramAt(hashes, k))
      if (keys[slot] === 0) continue
      let length = 0
      for (let place = heads[slot]!; place !== 0 && length <= mostPlaces; place = previous[place]!) length++
      if (length > mostPlaces) continue
      for (let place = heads[slot]!; place !== 0; place = previous[place]!)
        found.set(comments[place]!, (found.get(comments[place]!) ?? 0) + 1)
    }
    return found
  }
  return { reserve, add, find }
}
