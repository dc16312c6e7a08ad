import type { Comment } from './comment'

/** Times of one thread are of one kind, and can be compared as they are written. */
export const writtenAt = ({ time }: Comment): string | null => time.instant ?? time.local

/**
 * The answers to one comment as a conversation shows them: by time, in the direction in which the page has those that
 * stand there itself. They stay in the order of the page where that has another order, or a time is not known.
 * @param entries in the order of the page
 * @param isMoved whether the page has an answer elsewhere
 */
const byTime = (
  comments: readonly Comment[],
  entries: readonly number[],
  isMoved: (entry: number) => boolean,
): readonly number[] => {
  const timeOf = (entry: number) => writtenAt(comments[entry]!) ?? ''
  const compare = (a: number, b: number) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0)
  const own = entries.filter((entry) => !isMoved(entry))
  const direction = [1, -1].find((sign) =>
    own.every((entry, k) => k === 0 || compare(own[k - 1]!, entry) * sign <= 0),
  )
  if (!direction || !entries.every(timeOf)) return entries
  return entries.toSorted((a, b) => compare(a, b) * direction)
}

/**
 * The order in which a conversation shows comments: the page's, but that answers from elsewhere on the page come among
 * the others when they were written.
 * @param order indexes into `comments`, in page order
 * @param parents for each comment, the id of what it answers; null at top level
 * @param isMoved whether the page has a comment below another one
 * @param stays whether a comment has a place of its own among its siblings, as parts of one comment have
 */
export const siblingsByTime = (
  comments: readonly Comment[],
  order: readonly number[],
  parents: readonly (string | null)[],
  isMoved: (entry: number) => boolean,
  stays: (entry: number) => boolean,
): readonly number[] => {
  const joinedBy = new Set<string>()
  for (const entry of order) if (parents[entry] && isMoved(entry)) joinedBy.add(parents[entry])
  if (joinedBy.size === 0) return order
  const siblings = new Map<string, number[]>()
  order.forEach((entry, place) => {
    const parent = parents[entry]
    if (!parent || !joinedBy.has(parent)) return
    const places = siblings.get(parent) ?? []
    siblings.set(parent, places)
    places.push(place)
  })
  const shown = [...order]
  for (const places of siblings.values()) {
    const entries = places.map((place) => order[place]!)
    if (entries.some(stays)) continue
    byTime(comments, entries, isMoved).forEach((entry, k) => {
      shown[places[k]!] = entry
    })
  }
  return shown
}
