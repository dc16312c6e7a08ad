import type { Comment } from '@/utils/thread/comment'
import type { Words } from './words'

/** A comment with what the inference looks at again and again. Indexes are those of the conversation's lists. */
export type Entry = {
  index: number
  comment: Comment
  words: Words
  /** Index of the comment that the platform shows it under; -1 at top level and where that one is not here. */
  parent: number
  /** Index of the top-level comment of its branch on the page. */
  top: number
  /** 0 at top level, as the platform nests. */
  depth: number
  /** The displayed clock in minutes since 1970, as if it were UTC; NaN where none is displayed. */
  minute: number
  /** Milliseconds for the order in time; never before those of what the platform shows it under. */
  at: number
  /** Milliseconds by the comment's own clock; NaN where it has none. */
  own: number
  /** Key of the account; null for anonymous comments. */
  account: string | null
  /** Key of the claimed name, certain or not; null for comments without one. */
  signed: string | null
  /** The claimed name has a form that only names take. */
  isSurelySigned: boolean
}

/** Whether one comment was there before another: by time, then by place on the page. */
export const isBefore = (a: Entry, b: Entry): boolean =>
  (a.at < b.at || (a.at === b.at && a.index < b.index)) && !(a.own > b.own)

export const inOrder = (a: Entry, b: Entry): number => a.at - b.at || a.index - b.index

const readMinute = (local: string | null): number =>
  local !== null && local.length >= 16 ? Date.parse(`${local.slice(0, 16)}Z`) / 60_000 : Number.NaN

/** Makes entries of comments in page order, each knowing those before it. */
export const createEntries = () => {
  const entries: Entry[] = []
  const byId = new Map<string, Entry>()
  // The blog's clock minus UTC, learnt from the first comment that has both.
  let offset = Number.NaN

  const ownTime = ({ time }: Comment, minute: number): number => {
    const instant = time.instant === null ? Number.NaN : Date.parse(time.instant)
    if (Number.isNaN(minute)) return Number.isNaN(offset) ? instant : instant + offset
    if (Number.isNaN(offset) && !Number.isNaN(instant))
      offset = Math.round((minute * 60_000 - instant) / 900_000) * 900_000
    // Seconds tell the order of two comments of one minute.
    const exact = instant + offset
    return Math.abs(exact - minute * 60_000) < 60_000 ? exact : minute * 60_000
  }

  const add = (comment: Comment, account: string | null, words: Words): Entry => {
    const index = entries.length
    const parent = comment.parentId === null ? undefined : byId.get(comment.parentId)
    const minute = readMinute(comment.time.local)
    const own = ownTime(comment, minute)
    const at = Number.isNaN(own) ? (parent ?? entries[index - 1])?.at : own
    const entry: Entry = {
      index,
      comment,
      words,
      parent: parent?.index ?? -1,
      top: parent?.top ?? index,
      depth: parent ? parent.depth + 1 : 0,
      minute,
      at: Math.max(at ?? 0, parent?.at ?? Number.NEGATIVE_INFINITY),
      own,
      account,
      signed: null,
      isSurelySigned: false,
    }
    entries.push(entry)
    byId.set(comment.id, entry)
    return entry
  }
  return { entries, byId, add }
}
