import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClipDatabase } from '@/utils/clips/database'
import { exportLibrary, livingClips } from '@/utils/clips/export-library'
import { importLibrary } from '@/utils/clips/import-library'
import { countClips, newestRows } from '@/utils/clips/list-clips'
import { saveClip } from '@/utils/clips/save-clip'
import { createClipSearch } from '@/utils/clips/search-clips'
import { restore, trash } from '@/utils/clips/trash'
import type { Clip, NewClip } from '@/utils/messages/clip'
import { emptyLibrary, faultsOf, someClip, someComment, uuid } from './some-clips'

const words = fc.string({ unit: 'grapheme', maxLength: 40 })

/** Few comments under few ids, so that they meet often. */
const newClip: fc.Arbitrary<NewClip> = fc
  .record({
    id: fc.integer({ min: 0, max: 8 }),
    nativeId: fc.integer({ min: 0, max: 4 }),
    kind: fc.constantFrom('comment' as const, 'branch' as const, 'selection' as const),
    text: fc.oneof(fc.constantFrom('one', 'two'), words),
    comments: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
    title: words,
  })
  .map(({ id, nativeId, kind, text, comments, title }) => ({
    ...someClip(nativeId, { id: uuid(id), kind, text, html: text }),
    source: { ...someClip(nativeId).source, pageTitle: title },
    ...(kind === 'branch' ? { comments: comments.map((n) => someComment(n)) } : {}),
  }))

/** The same with ids that belong to one thing only, as those of real pages do; one thing may still have several. */
const honestClip: fc.Arbitrary<NewClip> = fc
  .tuple(newClip, fc.integer({ min: 0, max: 1 }))
  .filter(([{ kind }]) => kind !== 'selection')
  .map(([clip, variant]) => {
    const thing = (clip.kind === 'branch' ? 100 : 200) + Number(clip.source.nativeId.slice(1)) * 10
    return { ...clip, id: uuid(thing + variant) }
  })

const numbers = [...Array(10).keys(), 100, 110, 120, 130, 140, 200, 210, 220, 230, 240]
const ids = fc.array(fc.constantFrom(...numbers.map(uuid)), { maxLength: 6 })

type Step =
  | { do: 'save'; clip: NewClip }
  | { do: 'trash' | 'restore'; ids: string[] }
  | { do: 'import'; clips: { clip: NewClip; day: number; trashed: boolean; note: string }[] }

const stepWith = (newClip: fc.Arbitrary<NewClip>): fc.Arbitrary<Step> =>
  fc.oneof(
    fc.record({ do: fc.constant('save' as const), clip: newClip }),
    fc.record({ do: fc.constantFrom('trash' as const, 'restore' as const), ids }),
    fc.record({
      do: fc.constant('import' as const),
      clips: fc.array(
        fc.record({
          clip: newClip,
          day: fc.integer({ min: 1, max: 28 }),
          trashed: fc.boolean(),
          note: words,
        }),
        { maxLength: 5 },
      ),
    }),
  )

const step = stepWith(newClip)
const honestStep = stepWith(honestClip)

const time = (day: number): string => new Date(Date.UTC(2024, 0, day)).toISOString()

const fileOf = (clips: Clip[]) => ({ format: 'understory-library', version: 1, exportedAt: time(1), clips })

const take = async (db: ClipDatabase, steps: Step[]): Promise<void> => {
  for (const [index, each] of steps.entries()) {
    const now = new Date(time(index + 1))
    if (each.do === 'save') await saveClip(db, each.clip, now).catch(() => undefined)
    if (each.do === 'trash') await trash(db, each.ids, now)
    if (each.do === 'restore') await restore(db, each.ids)
    if (each.do === 'import') {
      const clips = each.clips.map(({ clip, day, trashed, note }) => ({
        ...clip,
        ...{ savedAt: time(day), updatedAt: time(day), deletedAt: trashed ? time(day) : null },
        ...{ tags: [], note, starred: false, read: false, revisions: [], contentHash: '0'.repeat(64) },
      }))
      await importLibrary(db, fileOf(clips))
    }
  }
}

const pieces = async (db: ClipDatabase): Promise<string> => {
  let file = ''
  for await (const piece of exportLibrary(db, new Date(time(1)), (html) => html)) file += piece
  return file
}

test('whatever is saved, trashed, restored and imported, the library stays consistent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const db = emptyLibrary()
      const search = createClipSearch(db)
      for (const each of steps) {
        await take(db, [each])
        expect(await faultsOf(db)).toEqual([])
        const { living } = await countClips(db)
        expect(await newestRows(db, { limit: 100 })).toHaveLength(living)
        expect(await search.find('rooks', 100)).toHaveLength(living)
      }
      await db.delete()
    }),
    { numRuns: 60 },
  )
})

test('what is exported and imported into an empty library is exported the same again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const db = emptyLibrary()
      await take(db, steps)
      const file = await pieces(db)
      const { living } = await countClips(db)
      const other = emptyLibrary()
      const report = await importLibrary(other, JSON.parse(file))
      expect(report).toEqual({ imported: living, updated: 0, duplicate: 0, refused: 0, reasons: [] })
      expect(JSON.parse(await pieces(other))).toEqual(JSON.parse(file))
      await Promise.all([db.delete(), other.delete()])
    }),
    { numRuns: 60 },
  )
})

test('a file imported twice adds nothing the second time, and loses no text of either side', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(honestStep, { maxLength: 8 }),
      fc.array(honestStep, { maxLength: 8 }),
      async (ours, theirs) => {
        const [db, other] = [emptyLibrary(), emptyLibrary()]
        await take(db, ours)
        await take(other, theirs)
        const file = JSON.parse(await pieces(other))
        const before = (await textsOf(db)).concat(await textsOf(other))
        await importLibrary(db, file)
        const now = new Set(await textsOf(db))
        expect(before.filter((text) => !now.has(text))).toEqual([])
        const again = await importLibrary(db, file)
        expect({ ...again, duplicate: 0 }).toEqual({
          imported: 0,
          updated: 0,
          duplicate: 0,
          refused: 0,
          reasons: [],
        })
        expect(again.duplicate).toBe(file.clips.length)
        expect(await faultsOf(db)).toEqual([])
        await Promise.all([db.delete(), other.delete()])
      },
    ),
    { numRuns: 60 },
  )
})

/** Every text that the living clips hold, as it counts: comparing white space and forms is the hash's business. */
const textsOf = async (db: ClipDatabase): Promise<string[]> => {
  const texts: string[] = []
  for await (const { contentHash, revisions } of livingClips(db)) {
    texts.push(contentHash, ...revisions.map((revision) => revision.contentHash))
  }
  return texts
}
