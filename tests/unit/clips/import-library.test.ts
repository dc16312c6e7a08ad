import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { type ClipDatabase, readClip } from '@/utils/clips/database'
import { importLibrary } from '@/utils/clips/import-library'
import { saveClip } from '@/utils/clips/save-clip'
import { createClipSearch } from '@/utils/clips/search-clips'
import { trash } from '@/utils/clips/trash'
import type { Clip } from '@/utils/messages/clip'
import { emptyLibrary, faultsOf, someClip, someComment, uuid } from './some-clips'

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

test('the same words with a newer answer to who, when and to whom are updated, without a revision', async () => {
  const db = emptyLibrary()
  await saveClip(db, someClip(1), monday)
  const { parentId: _, link: __, ...parent } = someComment(5)
  const change = { context: [parent], publishedText: '31 October 2020 at 9:31' }
  const older = kept(1, { ...change, updatedAt: '2023-02-01T00:00:00.000Z' })
  expect(await take(db, older)).toMatchObject({ updated: 0, duplicate: 1 })
  const newer = kept(1, { ...change, id: uuid(50), updatedAt: '2024-02-01T00:00:00.000Z' })
  expect(await take(db, newer)).toMatchObject({ updated: 1, duplicate: 0 })
  expect(await readClip(db, uuid(1))).toMatchObject({
    ...{ ...change, updatedAt: newer.updatedAt, savedAt: monday.toISOString(), revisions: [] },
  })
  expect(await take(db, newer)).toMatchObject({ updated: 0, duplicate: 1 })
  expect(await faultsOf(db)).toEqual([])
})

test('two clips under one id in a file are both kept, and both are known the next time', async () => {
  const db = emptyLibrary()
  const others = Array.from({ length: 2_000 }, (_, n) => kept(n + 10))
  const one = kept(1, { text: 'A heron' })
  const two = kept(2, { text: 'A stork', id: uuid(1) })
  const three = kept(3, { text: 'A crane', id: uuid(1) })
  const file = [one, two, ...others, three]
  expect(await take(db, ...file)).toMatchObject({ imported: 2_003, updated: 0, duplicate: 0 })
  expect(await readClip(db, uuid(1))).toMatchObject({ text: 'A heron', revisions: [] })
  const search = createClipSearch(db)
  for (const bird of ['heron', 'stork', 'crane']) expect(await search.find(bird, 9), bird).toHaveLength(1)
  expect(await take(db, ...file)).toMatchObject({ imported: 0, updated: 0, duplicate: 2_003 })
  expect(await faultsOf(db)).toEqual([])
})

test('a clip under a known id and another address is that clip, moved', async () => {
  const db = emptyLibrary()
  await saveClip(db, someClip(1), monday)
  const moved = kept(2, { id: uuid(1), updatedAt: '2024-02-01T00:00:00.000Z' })
  expect(await take(db, kept(5), moved)).toMatchObject({ imported: 1, updated: 1 })
  expect(await readClip(db, uuid(1))).toMatchObject({ text: someClip(2).text, source: { nativeId: 'c2' } })
  expect(await faultsOf(db)).toEqual([])
})

test('where one clip moved, another one may be', async () => {
  const db = emptyLibrary()
  await saveClip(db, someClip(1), monday)
  const moved = kept(2, { id: uuid(1), updatedAt: '2024-02-01T00:00:00.000Z' })
  const successor = kept(1, { id: uuid(9), text: 'A heron' })
  // The clip that is known by its key is what makes the other one's id be looked up.
  expect(await take(db, moved, successor)).toMatchObject({ imported: 1, updated: 1 })
  expect(await readClip(db, uuid(1))).toMatchObject({ text: someClip(2).text })
  expect(await readClip(db, uuid(9))).toMatchObject({ text: 'A heron', revisions: [] })
  expect(await take(db, moved, successor)).toMatchObject({ duplicate: 2 })
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
