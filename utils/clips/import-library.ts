import { v4 as uuid } from 'uuid'
import type { Clip } from '@/utils/messages/clip'
import type { ImportReport } from '@/utils/messages/protocol'
import { readBodies } from './bodies'
import { charactersOf, InvalidClipError, parseClip, parseLibrary } from './clip-schema'
import { contentHash } from './content-hash'
import type { ClipDatabase } from './database'
import { mergeClips } from './merge-clips'
import { naturalKey } from './natural-key'
import { idsOfKeys } from './natural-keys'
import { errorNames } from './refusal'
import { type Change, changeOf, putClips, writing } from './writing'

const maxBatchClips = 2_000
const maxBatchCharacters = 8 * 2 ** 20
/** Enough to see what is wrong with a file; the count tells how many more there are. */
const maxReasons = 100

type Tally = Pick<ImportReport, 'imported' | 'updated' | 'duplicate'>

/** The clip as it is kept: its hash is ours, whatever the file says. */
const prepared = async (clip: Clip): Promise<Change> => {
  const hash = await contentHash(clip)
  const own = { ...clip, contentHash: hash }
  return changeOf(own, naturalKey(own, hash), undefined)
}

/**
 * Gives a clip another id where an earlier clip of the file has the same one and is of something else: both are
 * kept. The next time, each is known by what it is of.
 * @param keyOfId what the clips of the file so far are of
 */
const withOwnId = (change: Change, keyOfId: Map<string, string>): Change => {
  const { id, key } = change.row
  const taken = keyOfId.get(id)
  if (taken !== undefined && taken !== key) return changeOf({ ...change.clip, id: uuid() }, key, undefined)
  keyOfId.set(id, key)
  return change
}

/**
 * Writes clips, merged with those that are here.
 * @param checkIds looks every id up. That takes longer, and hardly ever is there a clip with a known id and an
 * unknown key, so it is only done once the database has said that an id is taken.
 */
const putBatch = (db: ClipDatabase, batch: Change[], checkIds: boolean): Promise<Tally> =>
  writing(db, async (counters) => {
    const tally: Tally = { imported: 0, updated: 0, duplicate: 0 }
    const idOfKey = await idsOfKeys(
      db,
      batch.map(({ row }) => row.key),
    )
    const ids = [...idOfKey.values(), ...(checkIds ? batch.map(({ row }) => row.id) : [])]
    const rows = (await db.rows.bulkGet([...new Set(ids)])).filter((row) => row !== undefined)
    const rowOfId = new Map(rows.map((row) => [row.id, row]))
    const bodies = await readBodies(db, rows)
    // A file may hold one clip twice: the second meets what became of the first.
    const changes = new Map<string, Change>()
    for (const change of batch) {
      const id = idOfKey.get(change.row.key) ?? change.row.id
      const row = rowOfId.get(id)
      const body = bodies.get(id)
      const ours = changes.get(id)?.clip ?? (row && body && { ...body, deletedAt: row.deletedAt })
      const merged = ours && mergeClips(ours, change.clip)
      if (merged === null) {
        tally.duplicate += 1
        continue
      }
      const next = merged ? changeOf(merged, naturalKey(merged, merged.contentHash), row) : change
      const left = (changes.get(id)?.row ?? row)?.key
      // Where a clip moved away from, the next one of the file is another clip.
      if (left !== undefined) idOfKey.delete(left)
      changes.set(id, next)
      idOfKey.set(next.row.key, id)
      tally[merged ? 'updated' : 'imported'] += 1
    }
    await putClips(db, counters, [...changes.values()])
    return tally
  })

const putSafely = async (db: ClipDatabase, batch: Change[]): Promise<Tally> => {
  try {
    return await putBatch(db, batch, false)
  } catch (error) {
    if (!errorNames(error).includes('ConstraintError')) throw error
    return putBatch(db, batch, true)
  }
}

/**
 * Takes the clips of a library file in. A clip that is new here is imported, one that is here with other content
 * is merged with it (see `mergeClips`), one that is the same is a duplicate, one that is not a clip is refused and
 * costs only itself. Nothing that is here is lost.
 * @param file what was read from a file, not trusted
 * @returns how many of each; `reasons` names the first hundred refused clips by their place in the file
 * @throws InvalidClipError when it is no library file; what the database throws, and then the batches before are in
 */
export const importLibrary = async (db: ClipDatabase, file: unknown): Promise<ImportReport> => {
  const report: ImportReport = { imported: 0, updated: 0, duplicate: 0, refused: 0, reasons: [] }
  const keyOfId = new Map<string, string>()
  let batch: Promise<Change>[] = []
  let size = 0
  let written: Promise<void> = Promise.resolve()
  /** The database writes one batch while the next is made ready. */
  const flush = async () => {
    const changes = (await Promise.all(batch)).map((change) => withOwnId(change, keyOfId))
    batch = []
    size = 0
    await written
    written = putSafely(db, changes).then((tally) => {
      report.imported += tally.imported
      report.updated += tally.updated
      report.duplicate += tally.duplicate
    })
    // It is awaited by the next flush, if there is one to come.
    written.catch(() => undefined)
  }
  for (const [index, value] of parseLibrary(file).entries()) {
    try {
      const clip = parseClip(value)
      batch.push(prepared(clip))
      size += charactersOf(clip)
    } catch (error) {
      if (!(error instanceof InvalidClipError)) throw error
      report.refused += 1
      if (report.reasons.length < maxReasons) report.reasons.push(`clip ${index + 1}: ${error.message}`)
    }
    if (batch.length >= maxBatchClips || size >= maxBatchCharacters) await flush()
  }
  await flush()
  await written
  return report
}
