import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { readClip } from '@/utils/clips/database'
import { countClips, newestRows } from '@/utils/clips/list-clips'
import { saveClip } from '@/utils/clips/save-clip'
import { restore, trash } from '@/utils/clips/trash'
import { emptyLibrary, faultsOf, someClip, uuid } from './some-clips'

const now = new Date('2024-01-01T10:00:00Z')

test('the trash takes a clip off the list, and restoring gives the very same clip back', async () => {
  const db = emptyLibrary()
  await saveClip(db, someClip(1), now)
  await saveClip(db, someClip(2), now)
  const before = await readClip(db, uuid(1))
  const list = await newestRows(db, { limit: 10 })
  expect(await trash(db, [uuid(1)], now)).toEqual({ changed: 1 })
  expect((await newestRows(db, { limit: 10 })).map(({ id }) => id)).toEqual([uuid(2)])
  expect(await readClip(db, uuid(1))).toEqual({ ...before, deletedAt: now.toISOString() })
  expect(await faultsOf(db)).toEqual([])
  expect((await restore(db, [uuid(1)])).changed).toBe(1)
  expect(await readClip(db, uuid(1))).toEqual(before)
  const withoutChunk = (rows: typeof list) => rows.map(({ chunk: _, ...row }) => row)
  expect(withoutChunk(await newestRows(db, { limit: 10 }))).toEqual(withoutChunk(list))
  expect(await faultsOf(db)).toEqual([])
})

test('doing it twice, or to a clip that is not there, changes nothing', async () => {
  const db = emptyLibrary()
  await saveClip(db, someClip(1), now)
  expect((await trash(db, [uuid(1), uuid(1), uuid(8)], now)).changed).toBe(1)
  expect((await trash(db, [uuid(1)], now)).changed).toBe(0)
  expect(await countClips(db)).toEqual({ living: 0, trashed: 1 })
  expect((await restore(db, [uuid(8)])).changed).toBe(0)
  expect(await faultsOf(db)).toEqual([])
})
