import { buildThread, type Thread } from './build-thread'
import type { Comment } from './comment'
import type { Link, LinkKind } from './conversation'

export const arrangementNames = ['original', 'conversation', 'oldest', 'newest'] as const
export type ArrangementName = (typeof arrangementNames)[number]

/** One comment's place in an arrangement. */
export type Placement = {
  /** Index of the comment in the list that was arranged. */
  entry: number
  depth: number
  /** Id of the comment it is shown under; null at depth 0. */
  parentId: string | null
  /** How that parent is known; null at depth 0. */
  link: LinkKind | null
  /** Index after the last placement of this branch. */
  branchEnd: number
}

/** How a thread is shown: an order and a depth for each comment, nothing more. */
export type Arrangement = {
  name: ArrangementName
  placements: readonly Placement[]
  /** From an entry to its place in `placements`. */
  placeOf: Int32Array
}

const indexed = (name: ArrangementName, placements: Placement[]): Arrangement => {
  const placeOf = new Int32Array(placements.length)
  placements.forEach(({ entry }, place) => {
    placeOf[entry] = place
  })
  return { name, placements, placeOf }
}

/** Placeholders have no element to show; their replies stay where they are, one level in. */
const nested = (name: ArrangementName, thread: Thread, kindOf: (entry: number) => LinkKind): Arrangement => {
  const shownBefore = new Int32Array(thread.nodes.length + 1)
  thread.nodes.forEach(({ entry }, place) => {
    shownBefore[place + 1] = shownBefore[place]! + (entry >= 0 ? 1 : 0)
  })
  const placements = thread.nodes.flatMap(({ entry, parent, depth, subtreeEnd }): Placement[] =>
    entry < 0
      ? []
      : [
          {
            entry,
            depth,
            parentId: thread.nodes[parent]?.id ?? null,
            link: parent < 0 ? null : kindOf(entry),
            branchEnd: shownBefore[subtreeEnd]!,
          },
        ],
  )
  return indexed(name, placements)
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
    places.map((from, place) => ({
      entry: order[from]!,
      depth: 0,
      parentId: null,
      link: null,
      branchEnd: place + 1,
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
}

/**
 * Arranges a thread.
 * @param thread the platform's own nesting
 */
export const arrange = (name: ArrangementName, thread: Thread, arranged: ArrangedComments): Arrangement => {
  if (name === 'oldest' || name === 'newest') return byTime(name, arranged)
  const { comments, order, links } = arranged
  if (name === 'original') return nested(name, thread, () => 'site')
  const conversation = buildThread(
    comments.map(({ id }, k) => ({ id, parentId: links[k]?.parentId ?? null })),
    order,
  )
  return nested(name, conversation, (entry) => links[entry]?.kind ?? 'site')
}
