/** From this share of slots on the table grows. */
const mostFull = 0.7

/**
 * Finds whole numbers by whole numbers, 32 bits each, in one typed array: two numbers a slot, the key and its value.
 * The value 0 stands for nothing. A long thread has a million of them: entries of a `Map` take five times the memory, and
 * the garbage collector looks at each.
 */
export class IntTable {
  private pairs = new Int32Array(0)
  private mask = -1
  private shift = 32
  private used = 0

  /** @param size how many keys it has room for at first */
  constructor(size = 40) {
    this.reserve(Math.max(1, size))
  }

  /** The place where a key is, or would be; it holds until something is put. */
  placeOf(key: number): number {
    const pairs = this.pairs
    const mask = this.mask
    // Multiplied by 2^32 over the golden ratio: the highest bits of that depend on all bits of the key.
    let slot = Math.imul(key, 0x9e3779b1) >>> this.shift
    while (pairs[2 * slot + 1] !== 0 && pairs[2 * slot] !== key) slot = (slot + 1) & mask
    return 2 * slot
  }

  /** What is at the place of a key; 0 for nothing. */
  at(place: number): number {
    return this.pairs[place + 1]!
  }

  put(place: number, key: number, value: number): void {
    const isNew = this.pairs[place + 1] === 0
    this.pairs[place] = key
    this.pairs[place + 1] = value
    if (isNew) {
      this.used += 1
      this.reserve(1)
    }
  }

  /** Makes room for so many keys more: to grow in between would take one long step. */
  reserve(more: number): void {
    if (this.used + more <= (this.mask + 1) * mostFull) return
    const old = this.pairs
    const bits = Math.ceil(Math.log2((this.used + more) / mostFull + 1))
    this.pairs = new Int32Array(2 << bits)
    this.mask = (1 << bits) - 1
    this.shift = 32 - bits
    for (let place = 0; place < old.length; place += 2) {
      if (old[place + 1] === 0) continue
      const to = this.placeOf(old[place]!)
      this.pairs[to] = old[place]!
      this.pairs[to + 1] = old[place + 1]!
    }
  }
}
