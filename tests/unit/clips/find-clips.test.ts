import 'fake-indexeddb/auto'
import { liveQuery } from 'dexie'
import { describe, expect, test } from 'vitest'
import { newestRows } from '@/utils/clips/list-clips'
import { saveClip } from '@/utils/clips/save-clip'
import { createClipSearch } from '@/utils/clips/search-clips'
import { fold } from '@/utils/clips/search-text'
import { restore, trash } from '@/utils/clips/trash'
import type { NewClip } from '@/utils/messages/clip'
import { emptyLibrary, someClip, someComment, someThread, uuid } from './some-clips'

const numberOf = (id: string): number => Number.parseInt(id.slice(-4), 16)

const minute = (n: number): Date => new Date(Date.UTC(2024, 0, 1, 10, n))

describe('the list', () => {
  test('is newest first, in pages that neither overlap nor leave anything out, even at one time', async () => {
    const db = emptyLibrary()
    for (let n = 1; n <= 23; n += 1) await saveClip(db, someClip(n), minute(Math.floor(n / 5)))
    const all = (await newestRows(db, { limit: 100 })).map(({ id }) => id)
    const paged: string[] = []
    for (;;) {
      const page = await newestRows(db, { limit: 4, before: await db.rows.get(paged.at(-1) ?? '') })
      if (page.length === 0) break
      paged.push(...page.map(({ id }) => id))
    }
    expect(paged).toEqual(all)
    expect(new Set(paged).size).toBe(23)
    expect(paged[0]).toBe(uuid(23))
  })

  test('can be watched, and shows a clip once it is kept', async () => {
    const db = emptyLibrary()
    const seen: number[] = []
    const watch = liveQuery(() => newestRows(db, { limit: 10 })).subscribe((rows) => seen.push(rows.length))
    await expect.poll(() => seen).toEqual([0])
    await saveClip(db, someClip(), minute(1))
    await expect.poll(() => seen.at(-1)).toBe(1)
    watch.unsubscribe()
  })

  test('shows the nearest ancestor, and how many people a thread has', async () => {
    const db = emptyLibrary()
    const context = [someComment(5), someComment(6, { text: 'Which\n\nrooks?' })]
    await saveClip(db, someClip(1, { context }), minute(1))
    const missing = someComment(9, { missing: true, text: '', html: '' })
    const named = someComment(8, { author: { name: 'sox', isPostAuthor: false, isAnonymous: false } })
    await saveClip(db, someThread([missing, someComment(7), named]), minute(2))
    const [thread, comment] = await newestRows(db, { limit: 2 })
    expect(comment).toMatchObject({
      authorName: 'Getafix',
      contextAuthor: 'Anonymous',
      contextSnippet: 'Which rooks?',
    })
    expect(thread).toMatchObject({ commentCount: 2, peopleCount: 1, snippet: 'Words of 7' })
  })
})

describe('the search', () => {
  const library = async (...clips: Partial<NewClip>[]) => {
    const db = emptyLibrary()
    for (const [n, change] of clips.entries()) await saveClip(db, someClip(n, change), minute(n))
    const search = createClipSearch(db)
    const found = async (query: string, limit = 50) =>
      (await search.find(query, limit)).map(({ id }) => numberOf(id))
    return { db, found }
  }

  test('finds clips that have all words, in any field, newest first', async () => {
    const { found } = await library(
      { text: 'A heron by the weir' },
      { text: 'Nothing here', context: [someComment(5, { text: 'a Heron?' })] },
      { text: 'Weir and heron' },
    )
    expect(await found('heron')).toEqual([2, 1, 0])
    expect(await found('HERON weir')).toEqual([2, 0])
    expect(await found('getafix rookery her')).toEqual([2, 1, 0])
    expect(await found('heron stork')).toEqual([])
    expect(await found('  ')).toEqual([2, 1, 0])
  })

  test('does without case and accents, on both sides', async () => {
    const { found } = await library({ text: 'Fête à Łódź: “STRASSE” you’ve ΟΔΟΣ' })
    for (const query of ['fete', 'FÊTE', 'lodz', 'straße', "you've", 'οδος', 'e\u0302te']) {
      expect(await found(query), query).toEqual([0])
    }
  })

  test('finds letters that are other letters in disguise', async () => {
    const { found } = await library({ text: '𝐇𝐞𝐥𝐥𝐨 Brand™ İzmir ϴ' })
    for (const query of ['hello', 'brandtm', 'ＢＲＡＮＤ™', '𝓱𝓔llo', 'izmir', 'İZMİR', 'θ']) {
      expect(await found(query), query).toEqual([0])
    }
  })

  test('finds the comments of a thread', async () => {
    const { db, found } = await library({ text: 'x' })
    await saveClip(db, someThread([someComment(1, { text: 'About kingfishers' })]), minute(5))
    expect(await found('kingfisher')).toEqual([900])
  })

  test('follows every change of the library', async () => {
    const { db, found } = await library({ text: 'heron' }, { text: 'heron too' })
    expect(await found('heron')).toEqual([1, 0])
    await saveClip(db, someClip(7, { text: 'heron three' }), minute(9))
    expect(await found('heron')).toEqual([7, 1, 0])
    await trash(db, [uuid(1)], minute(10))
    expect(await found('heron')).toEqual([7, 0])
    await saveClip(db, someClip(0, { text: 'stork' }), minute(11))
    expect(await found('heron')).toEqual([7])
    expect(await found('stork')).toEqual([0])
    await restore(db, [uuid(1)])
    expect(await found('heron')).toEqual([7, 1])
  })

  test('can be watched', async () => {
    const { db } = await library({ text: 'heron' })
    const search = createClipSearch(db)
    const seen: number[] = []
    const watch = liveQuery(() => search.find('heron', 10)).subscribe((rows) => seen.push(rows.length))
    await expect.poll(() => seen).toEqual([1])
    await saveClip(db, someClip(7, { text: 'heron two' }), minute(9))
    await expect.poll(() => seen.at(-1)).toBe(2)
    await trash(db, [uuid(7)], minute(10))
    await expect.poll(() => seen.at(-1)).toBe(1)
    watch.unsubscribe()
  })

  test('keys pressed while the library is being read do not read it again', async () => {
    const { db } = await library({ text: 'heron' }, { text: 'stork' })
    const search = createClipSearch(db)
    let reads = 0
    db.texts.hook('reading', (chunk) => {
      reads += 1
      return chunk
    })
    const loading = search.load()
    const [one, two] = await Promise.all([search.find('her', 5), search.find('sto', 5), loading])
    expect([one.length, two.length, reads]).toEqual([1, 1, 1])
  })

  test('typing on, taking back and asking for more find what a fresh search finds', async () => {
    const texts = Array.from(
      { length: 200 },
      (_, n) => `${n % 3 ? 'her' : 'hen'} ${n % 7 ? 'on' : 'harrier'} ${n}`,
    )
    const { db, found } = await library(
      ...texts.map((text) => ({ text, source: { ...someClip().source, nativeId: text } })),
    )
    for (const [query, limit] of [
      ['h', 5],
      ['he', 5],
      ['hen', 5],
      ['hen', 60],
      ['hen harrier', 9],
      ['he', 9],
      ['her 1', 80],
    ] as const) {
      const fresh = (await createClipSearch(db).find(query, limit)).map(({ id }) => numberOf(id))
      expect(await found(query, limit), query).toEqual(fresh)
      expect(fresh).toEqual(
        texts
          .map((_, n) => n)
          .filter((n) => query.split(' ').every((word) => `getafix ${fold(texts[n]!)}`.includes(word)))
          .reverse()
          .slice(0, limit),
      )
    }
  })
})
