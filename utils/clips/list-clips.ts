import { type ClipDatabase, type ClipRow, livingPosition, whenOpen } from './database'

/** Where a page of a list ended. */
export type ListPosition = Pick<ClipRow, 'savedAt' | 'id'>

/**
 * The living clips, newest first.
 * @param page at most `limit` rows, those that come after the row `before` in this order
 */
export const newestRows = async (
  db: ClipDatabase,
  { limit, before }: { limit: number; before?: ListPosition | undefined },
): Promise<ClipRow[]> => {
  await whenOpen(db)
  const rows = before ? db.rows.where('livingAt').below(livingPosition(before)) : db.rows.orderBy('livingAt')
  return rows.reverse().limit(limit).toArray()
}

/** How many clips there are. */
export const countClips = async (db: ClipDatabase): Promise<{ living: number; trashed: number }> => {
  await whenOpen(db)
  const { living = 0, trashed = 0 } = (await db.counters.get('library')) ?? {}
  return { living, trashed }
}
