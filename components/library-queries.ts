import { readBodies } from '@/utils/clips/bodies'
import { type ClipDatabase, type ClipRow, whenOpen } from '@/utils/clips/database'
import { countClips } from '@/utils/clips/list-clips'
import type { ClipSearch } from '@/utils/clips/search-clips'
import { queryWords } from '@/utils/clips/search-text'
import { excerptOf, findWords } from './marked-text'

/** What the library answers to a page: rows, and how many clips there are in all. */
/** `query` is what these rows were found for: while the next answer is on its way, another is asked. */
export type Answer = { rows: ClipRow[]; hasMore: boolean; living: number; trashed: number; query?: string }

const withCounts = async (db: ClipDatabase, limit: number, asked: Promise<ClipRow[]>): Promise<Answer> => {
  const [rows, counts] = await Promise.all([asked, countClips(db)])
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit, ...counts }
}

/** The clips that have all words of the query, newest first. One more than asked for tells whether there are more. */
export const findClips = (
  db: ClipDatabase,
  search: ClipSearch,
  query: string,
  limit: number,
): Promise<Answer> => withCounts(db, limit, search.find(query, limit + 1))

const trashedRows = async (db: ClipDatabase, limit: number): Promise<ClipRow[]> => {
  await whenOpen(db)
  return db.rows.where('deletedAt').above('').reverse().limit(limit).toArray()
}

/** What was deleted, last first. In the trash, a clip stands under the day on which it was deleted. */
export const findTrashed = async (db: ClipDatabase, limit: number): Promise<Answer> => {
  const answer = await withCounts(db, limit, trashedRows(db, limit + 1))
  return { ...answer, rows: answer.rows.map((row) => ({ ...row, savedAt: row.deletedAt ?? row.savedAt })) }
}

const showsAWord = (row: ClipRow, query: string): boolean => findWords(row.snippet, query).length > 0

/**
 * A word may be far down in a clip, or in a thread's fiftieth comment. For the rows whose beginning does not show
 * any, reads the clip and shows the place instead.
 */
export const showPlaces = async (db: ClipDatabase, rows: ClipRow[], query: string): Promise<ClipRow[]> => {
  if (queryWords(query).length === 0) return rows
  const bodies = await readBodies(
    db,
    rows.filter((row) => !showsAWord(row, query)),
  )
  return rows.map((row) => {
    const body = bodies.get(row.id)
    for (const text of body ? [body.text, ...(body.comments ?? []).map((comment) => comment.text)] : []) {
      const snippet = excerptOf(text, query)
      if (snippet !== null) return { ...row, snippet }
    }
    return row
  })
}
