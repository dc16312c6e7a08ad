import type { ArrangedComments, Arrangement, Placement } from './arrange'
import { writtenAt } from './siblings-by-time'

/**
 * Where a comment that came in goes: before the sibling that comes next on the page, else to the end of its branch;
 * null where that sibling stands elsewhere now, and only arranging anew can tell.
 */
const placeFor = (
  { placements, placeOf }: Pick<Arrangement, 'placements' | 'placeOf'>,
  comments: ArrangedComments['comments'],
  parent: number | null,
  parentId: string | null,
  before: number | null,
): number | null => {
  if (before !== null) {
    const next = placeOf[before]!
    if (placements[next]!.parentId === parentId) return next
    if (parent === null || comments[before]!.parentId === parentId) return null
  }
  if (parent === null) return placements.length
  const above = placeOf[parent]!
  return above + 1 + placements[above]!.inside
}

/**
 * Where a comment goes among answers that stand by time, because some are from elsewhere on the page (see
 * `siblingsByTime`); undefined where none is, null where only arranging anew can tell.
 */
const placeByTime = (
  { placements, placeOf }: Pick<Arrangement, 'placements' | 'placeOf'>,
  { comments, links }: Pick<ArrangedComments, 'comments' | 'links'>,
  entry: number,
  parent: number,
  before: number | null,
): number | null | undefined => {
  const isMoved = (one: number) => (links[one]?.parentId ?? null) !== comments[one]!.parentId
  const timeOf = (one: number) => writtenAt(comments[one]!) ?? ''
  const now = timeOf(entry)
  const above = placeOf[parent]!
  const end = above + 1 + placements[above]!.inside
  let found = end
  let hasMoved = isMoved(entry)
  // One that the page has before another of its own may tell that it has the latest first.
  const isBeforeOwn =
    before !== null && !isMoved(entry) && comments[before]!.parentId === comments[entry]!.parentId
  let isOrdered = now !== '' && !isBeforeOwn
  let last = ' '
  for (let place = above + 1; place < end; place += 1 + placements[place]!.inside) {
    const sibling = placements[place]!.entry
    const time = timeOf(sibling)
    hasMoved ||= isMoved(sibling)
    isOrdered &&= time >= last
    last = time
    // Those of one time stand in the order of the page.
    isOrdered &&= time !== now || before === null
    if (time <= now) continue
    // Where the page's own follow, it puts them by something else than time.
    isOrdered &&= isMoved(entry) || isMoved(sibling)
    found = Math.min(found, place)
  }
  if (!hasMoved) return undefined
  return isOrdered ? found : null
}

/**
 * Adds comments to a nested arrangement without arranging all of it anew: it is grown in place, and what is
 * returned is the same with another identity. Null where that cannot be done.
 * @param from comments from this index on are new
 * @param before for each new one, the entry that it stands right before on the page; null at the end
 * @param entryOf from ids to entries
 */
export const growArrangement = (
  arrangement: Arrangement,
  { comments, links, partOf }: ArrangedComments,
  from: number,
  before: readonly (number | null)[],
  entryOf: ReadonlyMap<string, number>,
): Arrangement | null => {
  const { name, isInPlace } = arrangement
  if (name === 'oldest' || name === 'newest') return null
  const isConversation = name === 'conversation'
  // Parts of one comment stand out of the order of the page.
  if (isConversation && partOf.some((first) => first !== null)) return null
  const placements = arrangement.placements as Placement[]
  const { placeOf } = arrangement
  for (let entry = from; entry < comments.length; entry++) {
    const link = links[entry] ?? null
    const { id, parentId: own } = comments[entry]!
    // Its replies were here before it.
    if (placements.some((placement) => placement.parent < 0 && placement.parentId === id)) return null
    const parentId = isConversation ? (link?.parentId ?? null) : own
    if (isInPlace && parentId !== own) return null
    const parent = parentId === null ? null : (entryOf.get(parentId) ?? -1)
    if (parent !== null && (parent < 0 || parent >= entry)) return null
    const grown = { placements, placeOf }
    const next = before[entry - from] ?? null
    const byTime =
      isConversation && parent !== null
        ? placeByTime(grown, { comments, links }, entry, parent, next)
        : undefined
    const place = byTime === undefined ? placeFor(grown, comments, parent, parentId, next) : byTime
    if (place === null) return null
    placements.splice(place, 0, {
      entry,
      depth: parent === null ? 0 : placements[placeOf[parent]!]!.depth + 1,
      parent: parent ?? -1,
      parentId,
      link: parent === null ? null : isConversation ? (link?.kind ?? 'site') : 'site',
      inside: 0,
    })
    for (let up = parent ?? -1; up >= 0; ) {
      const above = placements[placeOf[up]!]!
      above.inside++
      up = above.parent
    }
    if (place < entry) for (let k = 0; k < entry; k++) if (placeOf[k]! >= place) placeOf[k]!++
    placeOf[entry] = place
  }
  return { name, isInPlace, placements, placeOf, grownFrom: from }
}
