import type { ClippedOnPage } from '@/utils/messages/clip'
import { type ClipDatabase, whenOpen } from './database'
import { idsOfPage } from './natural-keys'

/** What is kept of one page, the trash left out. The page is known under all its addresses, see `pageKey`. */
export const clippedOnPage = async (db: ClipDatabase, pageUrl: string): Promise<ClippedOnPage[]> => {
  await whenOpen(db)
  const rows = await db.rows.bulkGet(await idsOfPage(db, pageUrl))
  return rows
    .filter((row) => row !== undefined)
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ id, kind, nativeId }) => ({ id, kind, nativeId }))
}
