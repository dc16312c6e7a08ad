import type { Clip } from '@/utils/messages/clip'
import { putBodies, readBodies } from './bodies'
import { rowOf } from './clip-row'
import {
  type ClipBody,
  type ClipDatabase,
  type ClipRow,
  type Counters,
  livingPosition,
  whenOpen,
} from './database'
import { type MovedKey, moveKeys } from './natural-keys'
import { searchText } from './search-text'
import { moveTexts } from './text-chunks'

const none: Counters = { id: 'library', living: 0, trashed: 0, revision: 0, packs: 0 }

/**
 * Runs a change of the library in one transaction over all its stores.
 * @param work changes the counters it is given; they are written when it has ended
 * @returns what `work` returned, after the commit
 * @throws LibraryBlockedError, or what the database threw: then nothing has changed
 */
export const writing = async <T>(db: ClipDatabase, work: (counters: Counters) => Promise<T>): Promise<T> => {
  await whenOpen(db)
  return db.transaction('rw', [db.rows, db.bodies, db.keys, db.texts, db.counters], async () => {
    const before = (await db.counters.get('library')) ?? none
    const counters = { ...before }
    const result = await work(counters)
    if (JSON.stringify(counters) !== JSON.stringify(before)) await db.counters.put(counters)
    return result
  })
}

/** A clip that is to be written, with what is made of it; `before` is the row that it replaces, if any. */
export type Change = {
  clip: Clip
  before: ClipRow | undefined
  row: Omit<ClipRow, 'pack' | 'chunk'>
  /** Its words, folded; '' for one in the trash. */
  words: string
  /** Characters, roughly. */
  size: number
}

/** Makes all that is written of a clip. Pure, so that it can be done outside the transaction. */
export const changeOf = (clip: Clip, key: string, before: ClipRow | undefined): Change => {
  const words = clip.deletedAt === null ? searchText(clip) : ''
  const parts = [clip, ...clip.revisions, ...clip.context, ...(clip.comments ?? [])]
  const size = parts.reduce((sum, { html, text }) => sum + html.length + text.length, 1_000)
  return { clip, before, row: rowOf(clip, key), words, size }
}

const bodyOf = ({ deletedAt: _, ...body }: Clip): ClipBody => body

/**
 * Writes clips with everything that hangs on them: rows, bodies, keys, words, counters. To be called inside
 * `writing`.
 * @throws a constraint error when the id of a clip without `before` is taken: then nothing has changed
 */
export const putClips = async (db: ClipDatabase, counters: Counters, changes: Change[]): Promise<void> => {
  if (changes.length === 0) return
  const leaving = changes.flatMap(({ before }) => before ?? [])
  const joining = changes.filter(({ clip }) => clip.deletedAt === null)
  const bodies = changes.map(({ clip, size }) => ({ body: bodyOf(clip), size }))
  const words = joining.map(({ clip: { id, savedAt }, words: text }) => ({ id, savedAt, text }))
  const [packs, chunks] = await Promise.all([
    putBodies(db, counters, leaving, bodies),
    moveTexts(db, counters, leaving, words),
  ])
  const placed = changes.map(({ row, before }) => {
    const chunk = chunks.get(row.id)
    return { before, row: { ...row, pack: packs.get(row.id)!, ...(chunk === undefined ? {} : { chunk }) } }
  })
  const moved = changes.filter(({ before, row }) => before?.key !== row.key)
  await Promise.all([
    db.rows.bulkAdd(placed.filter(({ before }) => !before).map(({ row }) => row)),
    db.rows.bulkPut(placed.filter(({ before }) => before).map(({ row }) => row)),
    moveKeys(
      db,
      moved.map(({ before, row }): MovedKey => ({ id: row.id, from: before?.key, to: row.key })),
    ),
  ])
  const living = joining.length - leaving.filter(({ deletedAt }) => deletedAt === null).length
  counters.living += living
  counters.trashed += changes.length - leaving.length - living
}

/** Moves clips into the trash or out of it without touching their bodies. To be called inside `writing`. */
export const putDeleted = async (
  db: ClipDatabase,
  counters: Counters,
  rows: ClipRow[],
  deletedAt: string | null,
): Promise<void> => {
  if (rows.length === 0) return
  const joining = deletedAt === null ? [...(await readBodies(db, rows)).values()] : []
  const words = joining.map((body) => ({ id: body.id, savedAt: body.savedAt, text: searchText(body) }))
  const chunks = await moveTexts(db, counters, rows, words)
  const moved = rows.map(({ livingAt: _, chunk: __, ...row }): ClipRow => {
    const chunk = chunks.get(row.id)
    return {
      ...row,
      deletedAt,
      ...(deletedAt === null ? { livingAt: livingPosition(row) } : {}),
      ...(chunk === undefined ? {} : { chunk }),
    }
  })
  await db.rows.bulkPut(moved)
  const restored = deletedAt === null ? rows.length : -rows.length
  counters.living += restored
  counters.trashed -= restored
}
