import { buildThread, type Thread } from './build-thread'
import type { Comment } from './comment'
import type { Link, LinkKind } from './conversation'
import { siblingsByTime } from './siblings-by-time'

export const arrangementNames = ['original', 'conversation', 'oldest', 'newest'] as const
export type ArrangementName = (typeof arrangementNames)[number]

/** One comment's place in an arrangement. */
export type Placement = {
  /** Index of the comment in the list that was arranged. */
  entry: number
  depth: number
  /** Entry of the comment whose branch it is in; -1 at depth 0. */
  parent: number
  /** Id of the comment it is shown under, the first part of one in several parts; null at depth 0. */
  parentId: string | null
  /** How that parent is known; null at depth 0. */
  link: LinkKind | null
  /** How many placements its branch holds besides it: they follow it. */
  inside: number
}

/** How a thread is shown: an order and a depth for each comment, nothing more. */
export type Arrangement = {
  name: ArrangementName
  /** It is the platform's own nesting, so that nothing has to move. */
  isInPlace: boolean
  placements: readonly Placement[]
  /** From an entry to its place in `placements`. */
  placeOf: number[]
  /** Comments from this entry on came in since, and nothing else has changed; 0 where all was arranged anew. */
  grownFrom: number
}

const indexed = (name: ArrangementName, isInPlace: boolean, placements: Placement[]): Arrangement => {
  const placeOf = new Array<number>(placements.length)
  placements.forEach(({ entry }, place) => {
    placeOf[entry] = place
  })
  return { name, isInPlace, placements, placeOf, grownFrom: 0 }
}

/** Placeholders have no element to show; their replies stay where they are, one level in. */
const nested = (
  name: ArrangementName,
  isInPlace: boolean,
  { nodes }: Thread,
  kindOf: (entry: number) => LinkKind,
  nameOf: (id: string) => string = (id) => id,
): Arrangement => {
  const shownBefore = new Int32Array(nodes.length + 1)
  nodes.forEach(({ entry }, place) => {
    shownBefore[place + 1] = shownBefore[place]! + (entry >= 0 ? 1 : 0)
  })
  const placements = nodes.flatMap(({ entry, parent, depth, subtreeEnd }, place): Placement[] =>
    entry < 0
      ? []
      : [
          {
            entry,
            depth,
            parent: nodes[parent]?.entry ?? -1,
            parentId: parent < 0 ? null : nameOf(nodes[parent]!.id),
            link: parent < 0 ? null : kindOf(entry),
            inside: shownBefore[subtreeEnd]! - shownBefore[place]! - 1,
          },
        ],
  )
  return indexed(name, isInPlace, placements)
}

/** One flat list by time. Comments whose time is unknown stay beside the one that precedes them on the page. */
const byTime = (name: 'oldest' | 'newest', { comments, order }: ArrangedComments): Arrangement => {
  let known = ''
  const times: string[] = []
  for (const entry of order) {
    const { time } = comments[entry]!
    known = time.instant ?? time.local ?? known
    times.push(known)
  }
  const direction = name === 'oldest' ? 1 : -1
  const places = order.map((_, place) => place)
  places.sort((a, b) => (times[a] === times[b] ? a - b : times[a]! < times[b]! ? -1 : 1) * direction)
  return indexed(
    name,
    false,
    places.map((from) => ({
      entry: order[from]!,
      depth: 0,
      parent: -1,
      parentId: null,
      link: null,
      inside: 0,
    })),
  )
}

/** What is arranged. */
export type ArrangedComments = {
  comments: readonly Comment[]
  /** Indexes into `comments`, in page order. */
  order: readonly number[]
  /** For each comment, the parent that the conversation gives it; null at top level. */
  links: readonly (Link | null)[]
  /** Where a comment continues one in several parts: the id of its first part. */
  partOf: readonly (string | null)[]
}

/**
 * The parts of one comment follow each other, and what answers any of them comes after the last: it hangs on that
 * one, and is said to answer the first.
 */
const joined = ({ comments, order, links, partOf }: ArrangedComments) => {
  const parents = links.map((link) => link?.parentId ?? null)
  const parts = new Map<string, number[]>()
  for (const entry of order) {
    const first = partOf[entry]
    if (first) parts.set(first, [...(parts.get(first) ?? []), entry])
  }
  if (parts.size === 0) return { parents, order, firstOf: (id: string) => id }
  const firstOf = new Map<string, string>()
  const lastOf = new Map<string, string>()
  for (const [first, entries] of parts) {
    const last = comments[entries.at(-1)!]!.id
    for (const id of [first, ...entries.map((entry) => comments[entry]!.id)]) {
      firstOf.set(id, first)
      lastOf.set(id, last)
    }
  }
  return {
    parents: parents.map((parent) => (parent === null ? null : (lastOf.get(parent) ?? parent))),
    order: order.flatMap((entry) =>
      partOf[entry] ? [] : [entry, ...(parts.get(comments[entry]!.id) ?? [])],
    ),
    firstOf: (id: string) => firstOf.get(id) ?? id,
  }
}

/**
 * Arranges a thread.
 * @param thread the platform's own nesting
 */
export const arrange = (name: ArrangementName, thread: Thread, arranged: ArrangedComments): Arrangement => {
  if (name === 'oldest' || name === 'newest') return byTime(name, arranged)
  if (name === 'original') return nested(name, true, thread, () => 'site')
  const { comments, links } = arranged
  const { parents, order, firstOf } = joined(arranged)
  const isInPlace =
    order === arranged.order && comments.every(({ parentId }, entry) => parentId === parents[entry])
  const kindOf = (entry: number): LinkKind => links[entry]?.kind ?? 'site'
  if (isInPlace) return nested(name, true, thread, kindOf)
  const isPart = (entry: number): boolean => firstOf(comments[entry]!.id) !== comments[entry]!.id
  const whole = (id: string | null): string | null => id && firstOf(id)
  const isMoved = (entry: number): boolean => whole(parents[entry]!) !== whole(comments[entry]!.parentId)
  const conversation = buildThread(
    comments.map(({ id }, entry) => ({ id, parentId: parents[entry]! })),
    siblingsByTime(comments, order, parents, isMoved, isPart),
  )
  return nested(name, false, conversation, kindOf, firstOf)
}
