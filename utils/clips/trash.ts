import type { ClipDatabase, ClipRow } from './database'
import { putDeleted, writing } from './writing'

/** How many clips changed their place. */
export type Moved = { changed: number }

const move = (
  db: ClipDatabase,
  ids: string[],
  deletedAt: string | null,
  applies: (row: ClipRow) => boolean,
): Promise<Moved> =>
  writing(db, async (counters) => {
    const rows = (await db.rows.bulkGet([...new Set(ids)])).filter((row) => row !== undefined).filter(applies)
    await putDeleted(db, counters, rows, deletedAt)
    return { changed: rows.length }
  })

/** Moves clips to the trash. Those that are there already, and ids of nothing, change nothing. */
export const trash = (db: ClipDatabase, ids: string[], now: Date): Promise<Moved> =>
  move(db, ids, now.toISOString(), (row) => row.deletedAt === null)

/** Takes clips out of the trash, to the place in the list that they had. */
export const restore = (db: ClipDatabase, ids: string[]): Promise<Moved> =>
  move(db, ids, null, (row) => row.deletedAt !== null)
