import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { type ClipDatabase, readClip } from '@/utils/clips/database'
import { livingClips } from '@/utils/clips/export-library'
import { saveClip } from '@/utils/clips/save-clip'
import { emptyLibrary, someClip, uuid } from './some-clips'

const now = new Date('2024-01-01T10:00:00Z')

/** Reads one clip again and again, while it is changed again and again. */
const readingMeanwhile = async (read: (db: ClipDatabase) => Promise<string[]>): Promise<string[][]> => {
  const db = emptyLibrary()
  await saveClip(db, someClip(1), now)
  let isChanging = true
  const change = async () => {
    for (let n = 0; n < 40; n += 1) await saveClip(db, someClip(1, { text: `Version ${n}` }), now)
    isChanging = false
  }
  const changing = change()
  const reads: string[][] = []
  while (isChanging) reads.push(await read(db))
  await changing
  return reads
}

test('a clip that changes during an export is in the file', async () => {
  const reads = await readingMeanwhile(async (db) => {
    const ids: string[] = []
    for await (const { id } of livingClips(db)) ids.push(id)
    return ids
  })
  expect(new Set(reads.flatMap(({ length }) => length))).toEqual(new Set([1]))
})

test('a clip that changes while it is read is there', async () => {
  const reads = await readingMeanwhile(async (db) => {
    const clip = await readClip(db, uuid(1))
    return clip ? [clip.id] : []
  })
  expect(new Set(reads.flatMap(({ length }) => length))).toEqual(new Set([1]))
})
