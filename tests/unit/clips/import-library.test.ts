import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { type ClipDatabase, readClip } from '@/utils/clips/database'
import { importLibrary } from '@/utils/clips/import-library'
import { saveClip } from '@/utils/clips/save-clip'
import { trash } from '@/utils/clips/trash'
import type { Clip } from '@/utils/messages/clip'
import { emptyLibrary, faultsOf, someClip, uuid } from './some-clips'

const monday = new Date('2024-01-01T10:00:00Z')

const kept = (n: number, change: Partial<Clip> = {}): Clip => ({
  ...someClip(n),
  ...{ savedAt: '2024-01-01T10:00:00.000Z', updatedAt: '2024-01-01T10:00:00.000Z', deletedAt: null },
  ...{ tags: [], note: '', starred: false, read: false, revisions: [], contentHash: '0'.repeat(64) },
  ...change,
})

const take = (db: ClipDatabase, ...clips: unknown[]) =>
  importLibrary(db, { format: 'understory-library', version: 1, exportedAt: '', clips })

test('a bad clip is refused by its place and its field, and costs only itself', async () => {
  const db = emptyLibrary()
  const bad = kept(2, { source: { ...someClip().source, permalink: 'javascript:alert(1)' } })
  expect(await take(db, kept(1), bad, 'clip', kept(3))).toEqual({
    ...{ imported: 2, updated: 0, duplicate: 0, refused: 2 },
    reasons: [
      'clip 2: source.permalink: only http and https addresses',
      expect.stringMatching(/^clip 3: .*Expected Object/),
    ],
  })
  expect(await faultsOf(db)).toEqual([])
})

test('a clip that is here with other words gets the newer ones, and keeps the others as a revision', async () => {
  const db = emptyLibrary()
  await saveClip(db, someClip(1), monday)
  const newer = kept(1, {
    id: uuid(50),
    text: 'newer',
    updatedAt: '2024-02-01T00:00:00.000Z',
    tags: ['rooks'],
  })
  const older = kept(1, { id: uuid(51), text: 'older', updatedAt: '2023-02-01T00:00:00.000Z', note: 'mine' })
  expect(await take(db, newer, older)).toMatchObject({ imported: 0, updated: 2 })
  const merged = await readClip(db, uuid(1))
  expect(merged).toMatchObject({ id: uuid(1), text: 'newer', tags: ['rooks'], note: 'mine' })
  expect(merged?.revisions.map(({ text }) => text)).toEqual(['older', someClip(1).text])
  expect(await take(db, newer, older)).toMatchObject({ imported: 0, updated: 0, duplicate: 2 })
  expect(await faultsOf(db)).toEqual([])
})

test('the same words clipped at another time in another browser are a duplicate', async () => {
  const db = emptyLibrary()
  await saveClip(db, someClip(1), monday)
  const same = kept(1, {
    id: uuid(70),
    savedAt: '2025-01-01T00:00:00.000Z',
    updatedAt: '2025-01-01T00:00:00.000Z',
  })
  expect(await take(db, same)).toMatchObject({ duplicate: 1, updated: 0 })
})

test('a clip under a known id and another address is that clip, moved', async () => {
  const db = emptyLibrary()
  await saveClip(db, someClip(1), monday)
  const moved = kept(2, { id: uuid(1), updatedAt: '2024-02-01T00:00:00.000Z' })
  expect(await take(db, kept(5), moved)).toMatchObject({ imported: 1, updated: 1 })
  expect(await readClip(db, uuid(1))).toMatchObject({ text: someClip(2).text, source: { nativeId: 'c2' } })
  expect(await faultsOf(db)).toEqual([])
})

test('a backup brings back what lies in the trash', async () => {
  const db = emptyLibrary()
  await saveClip(db, someClip(1), monday)
  await trash(db, [uuid(1)], monday)
  expect(await take(db, kept(1))).toMatchObject({ updated: 1 })
  expect(await readClip(db, uuid(1))).toMatchObject({ deletedAt: null })
  expect(await faultsOf(db)).toEqual([])
})

test('a file holds one clip twice, and thousands of clips', async () => {
  const db = emptyLibrary()
  const clips = Array.from({ length: 2_500 }, (_, n) => kept(n))
  expect(await take(db, ...clips, kept(7), kept(2_499))).toMatchObject({ imported: 2_500, duplicate: 2 })
})

test('the hash is ours, whatever the file says, and times are written our way', async () => {
  const db = emptyLibrary()
  await take(db, kept(1, { savedAt: '2024-01-01T11:00:00+01:00' }))
  const clip = await readClip(db, uuid(1))
  expect(clip?.contentHash).not.toBe('0'.repeat(64))
  expect(clip?.savedAt).toBe('2024-01-01T10:00:00.000Z')
})
