import type { ClippedOnPage } from '@/utils/messages/clip'
import { type ClipDatabase, whenOpen } from './database'
import { pageKey } from './natural-key'

/** What is kept of one page, the trash left out. The page is known under all its addresses, see `pageKey`. */
export const clippedOnPage = async (db: ClipDatabase, pageUrl: string): Promise<ClippedOnPage[]> => {
  await whenOpen(db)
  const page = await db.pages.get(pageKey(pageUrl))
  if (!page) return []
  const rows = await db.rows.bulkGet([...page.ids.values()])
  return rows
    .filter((row) => row !== undefined)
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ id, kind, nativeId }) => ({ id, kind, nativeId }))
}
