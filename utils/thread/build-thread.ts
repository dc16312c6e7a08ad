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
const readingOrder = (parentOf: Int32Array, roots: number[]): number[] => {
  const firstChild = new Int32Array(parentOf.length).fill(noParent)
  const nextSibling = new Int32Array(parentOf.length).fill(noParent)
  for (let k = parentOf.length - 1; k >= 0; k--) {
    const parent = parentOf[k]!
    if (parent === noParent) continue
    nextSibling[k] = firstChild[parent]!
    firstChild[parent] = k
  }
  const order: number[] = []
  const waiting = roots.toReversed()
  while (waiting.length > 0) {
    const k = waiting.pop()!
    order.push(k)
    const children: number[] = []
    for (let child = firstChild[k]!; child !== noParent; child = nextSibling[child]!) children.push(child)
    while (children.length > 0) waiting.push(children.pop()!)
  }
  return order
}

/**
 * Builds the thread from comments in page order. Siblings keep that order.
 * @throws when two entries share an id, or when a chain of parents leads back to its start
 */
export const buildThread = (entries: readonly Entry[]): Thread => {
  const ids = new Map<string, number>()
  entries.forEach(({ id }, k) => {
    if (ids.has(id)) throw new Error(`Two comments have the id ${id}`)
    ids.set(id, k)
  })

  // Placeholders come after the entries; `rank` puts each where its first reply stands.
  const all: Entry[] = [...entries]
  const rank: number[] = entries.map((_, k) => k)
  entries.forEach(({ parentId }, k) => {
    if (parentId === null || ids.has(parentId)) return
    ids.set(parentId, all.length)
    all.push({ id: parentId, parentId: null })
    rank.push(k)
  })

  const parentOf = Int32Array.from(all, ({ parentId }) => (parentId === null ? noParent : ids.get(parentId)!))
  const roots = all.flatMap((_, k) => (parentOf[k] === noParent ? [k] : []))
  roots.sort((a, b) => rank[a]! - rank[b]!)

  const order = readingOrder(parentOf, roots)
  if (order.length < all.length) {
    const reached = new Set(order)
    const lost = all.find((_, k) => !reached.has(k))
    throw new Error(`The parents of ${lost?.id} lead in a circle`)
  }

  const placeOf = new Int32Array(all.length)
  order.forEach((k, place) => {
    placeOf[k] = place
  })
  const nodes: ThreadNode[] = order.map((k, place) => ({
    id: all[k]!.id,
    entry: k < entries.length ? k : -1,
    parent: parentOf[k] === noParent ? -1 : placeOf[parentOf[k]!]!,
    depth: 0,
    subtreeEnd: place + 1,
  }))
  for (const node of nodes) if (node.parent >= 0) node.depth = nodes[node.parent]!.depth + 1
  for (let place = nodes.length - 1; place >= 0; place--) {
    const node = nodes[place]!
    const parent = nodes[node.parent]
    if (parent && parent.subtreeEnd < node.subtreeEnd) parent.subtreeEnd = node.subtreeEnd
  }
  return { nodes, nodeOf: placeOf.subarray(0, entries.length) }
}

/** The chain of nodes above a node, nearest last. */
export const ancestorsOf = (thread: Thread, place: number): ThreadNode[] => {
  const chain: ThreadNode[] = []
  for (let up = thread.nodes[place]!.parent; up >= 0; up = thread.nodes[up]!.parent)
    chain.push(thread.nodes[up]!)
  return chain.reverse()
}
