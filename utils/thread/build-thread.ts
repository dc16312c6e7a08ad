/** A comment's place among the others. Indexes point into `Thread.nodes`. */
export type ThreadNode = {
  id: string
  /** Index of the comment in the list that the thread was built from; -1 for a placeholder. */
  entry: number
  /** Index of the parent; -1 at top level. */
  parent: number
  /** 0 at top level. */
  depth: number
  /** Index after the last comment of this branch: the branch is `nodes.slice(i, subtreeEnd)`. */
  subtreeEnd: number
}

/**
 * A thread as one flat array in reading order: parents before their replies, branches contiguous.
 * Replies to comments that are not on the page hang on a placeholder, which stands where the first of them is.
 */
export type Thread = {
  nodes: readonly ThreadNode[]
  /** From the list that the thread was built from to `nodes`: `nodes[nodeOf[k]].entry === k`. */
  nodeOf: Int32Array
}

type Entry = { readonly id: string; readonly parentId: string | null }

const noParent = -1

/** Finds the entries in the order in which they become nodes, without recursion: threads nest 500 deep. */
const readingOrder = (parentOf: readonly number[], roots: readonly number[]): number[] => {
  const firstChild = new Int32Array(parentOf.length).fill(noParent)
  const nextSibling = new Int32Array(parentOf.length).fill(noParent)
  for (let k = parentOf.length - 1; k >= 0; k--) {
    const parent = parentOf[k]!
    if (parent === noParent) continue
    nextSibling[k] = firstChild[parent]!
    firstChild[parent] = k
  }
  const order: number[] = []
  for (const root of roots) {
    for (let k = root; k !== noParent; ) {
      order.push(k)
      if (firstChild[k] !== noParent) {
        k = firstChild[k]!
        continue
      }
      // Up to the nearest one that has a sibling after it.
      while (k !== root && nextSibling[k] === noParent) k = parentOf[k]!
      k = k === root ? noParent : nextSibling[k]!
    }
  }
  return order
}

/**
 * Builds the thread. Siblings keep the order of the page.
 * @param entries the comments, in any order
 * @param order indexes of all entries in page order; left out, they are in page order themselves
 * @throws when two entries share an id, or when a chain of parents leads back to its start
 */
export const buildThread = (entries: readonly Entry[], order?: readonly number[]): Thread => {
  const count = entries.length
  const places = new Map<string, number>()
  for (let k = 0; k < count; k++) {
    const { id } = entries[order ? order[k]! : k]!
    if (places.has(id)) throw new Error(`Two comments have the id ${id}`)
    places.set(id, k)
  }

  // Placeholders come after the entries; each stands where its first reply does.
  const missing: string[] = []
  const parentOf: number[] = new Array(count)
  const roots: number[] = []
  for (let k = 0; k < count; k++) {
    const { parentId } = entries[order ? order[k]! : k]!
    let parent = noParent
    if (parentId !== null) {
      parent = places.get(parentId) ?? noParent
      if (parent === noParent) {
        parent = count + missing.length
        missing.push(parentId)
        places.set(parentId, parent)
        roots.push(parent)
      }
    } else roots.push(k)
    parentOf[k] = parent
  }
  for (let k = 0; k < missing.length; k++) parentOf.push(noParent)

  const all = parentOf.length
  const reading = readingOrder(parentOf, roots)
  const entryAt = (k: number): number => (k >= count ? -1 : order ? order[k]! : k)
  if (reading.length < all) {
    const reached = new Set(reading)
    const lost = parentOf.findIndex((_, k) => !reached.has(k))
    throw new Error(`The parents of ${entries[entryAt(lost)]?.id} lead in a circle`)
  }

  const placeOf = new Int32Array(all)
  const nodeOf = new Int32Array(count)
  const nodes: ThreadNode[] = new Array(all)
  for (let place = 0; place < all; place++) {
    const k = reading[place]!
    const entry = entryAt(k)
    const parent = parentOf[k] === noParent ? -1 : placeOf[parentOf[k]!]!
    placeOf[k] = place
    if (entry >= 0) nodeOf[entry] = place
    nodes[place] = {
      id: entry < 0 ? missing[k - count]! : entries[entry]!.id,
      entry,
      parent,
      depth: parent < 0 ? 0 : nodes[parent]!.depth + 1,
      subtreeEnd: place + 1,
    }
  }
  for (let place = all - 1; place >= 0; place--) {
    const { parent, subtreeEnd } = nodes[place]!
    const above = nodes[parent]
    if (above && above.subtreeEnd < subtreeEnd) above.subtreeEnd = subtreeEnd
  }
  return { nodes, nodeOf }
}

/** The chain of nodes above a node, nearest last. */
export const ancestorsOf = (thread: Thread, place: number): ThreadNode[] => {
  const chain: ThreadNode[] = []
  for (let up = thread.nodes[place]!.parent; up >= 0; up = thread.nodes[up]!.parent)
    chain.push(thread.nodes[up]!)
  return chain.reverse()
}
