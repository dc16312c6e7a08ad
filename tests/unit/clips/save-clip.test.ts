import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { readClip } from '@/utils/clips/database'
import { importLibrary } from '@/utils/clips/import-library'
import { countClips } from '@/utils/clips/list-clips'
import { clippedOnPage } from '@/utils/clips/page-clips'
import { saveClip, TakenIdError } from '@/utils/clips/save-clip'
import { trash } from '@/utils/clips/trash'
import type { NewClip } from '@/utils/messages/clip'
import { anonymous, emptyLibrary, faultsOf, someClip, someComment, someThread, uuid } from './some-clips'

const monday = new Date('2024-01-01T10:00:00Z')
const tuesday = new Date('2024-01-02T10:00:00Z')

const emptyFile = { format: 'understory-library', version: 1, exportedAt: '' }

describe('saving a clip', () => {
  test('a new clip is kept with its times, its hash and nothing of the reader’s own', async () => {
    const db = emptyLibrary()
    expect(await saveClip(db, someClip(), monday)).toEqual({ id: uuid(1), outcome: 'created' })
    expect(await readClip(db, uuid(1))).toEqual({
      ...someClip(),
      savedAt: monday.toISOString(),
      updatedAt: monday.toISOString(),
      deletedAt: null,
      tags: [],
      note: '',
      starred: false,
      read: false,
      revisions: [],
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await faultsOf(db)).toEqual([])
  })

  test('a retry with the same id changes nothing', async () => {
    const db = emptyLibrary()
    await saveClip(db, someClip(), monday)
    expect(await saveClip(db, someClip(), tuesday)).toEqual({ id: uuid(1), outcome: 'unchanged' })
    expect(await countClips(db)).toEqual({ living: 1, trashed: 0 })
  })

  test('the same comment under another id and another address of the page is the same clip', async () => {
    const db = emptyLibrary()
    await saveClip(db, someClip(), monday)
    const { source } = someClip()
    const again = someClip(1, {
      id: uuid(77),
      source: { ...source, pageUrl: `${source.pageUrl.replace('https', 'http')}?m=1` },
    })
    expect(await saveClip(db, again, tuesday)).toEqual({ id: uuid(1), outcome: 'unchanged' })
  })

  test('two clicks at once make one clip', async () => {
    const db = emptyLibrary()
    const clips = [1, 2, 3, 4].map((n) => someClip(1, { id: uuid(n) }))
    const saved = await Promise.all(clips.map((clip) => saveClip(db, clip, monday)))
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1)
    expect(await faultsOf(db)).toEqual([])
  })

  test('changed text makes a revision and keeps what the reader added', async () => {
    const db = emptyLibrary()
    await saveClip(db, someClip(), monday)
    const first = await readClip(db, uuid(1))
    const changed = someClip(1, { id: uuid(5), text: 'The rooks left.', html: '<p>The rooks left.</p>' })
    expect(await saveClip(db, changed, tuesday)).toEqual({ id: uuid(1), outcome: 'revised' })
    const kept = await readClip(db, uuid(1))
    expect(kept).toMatchObject({
      text: 'The rooks left.',
      savedAt: monday.toISOString(),
      updatedAt: tuesday.toISOString(),
    })
    expect(kept?.revisions).toEqual([
      {
        html: first?.html,
        text: first?.text,
        contentHash: first?.contentHash,
        savedAt: monday.toISOString(),
      },
    ])
    expect(await faultsOf(db)).toEqual([])
  })

  test('other white space and another Unicode form are the same text', async () => {
    const db = emptyLibrary()
    await saveClip(db, someClip(1, { text: 'Café  noir\n' }), monday)
    const again = someClip(1, { text: ' Cafe\u0301 noir' })
    expect((await saveClip(db, again, tuesday)).outcome).toBe('unchanged')
  })

  test.each<[string, Partial<NewClip>]>([
    ['what it answers', { context: [someComment(5, { text: 'Which rooks?' })] }],
    ['its HTML', { html: '<p>The <b>rooks</b> are back, 1.</p>' }],
    ['its author', { author: { ...anonymous, claimedName: 'Asterix' } }],
    ['its title', { source: { ...someClip().source, pageTitle: 'Winter in the rookery' } }],
    ['its time', { publishedAt: '2020-10-30T22:31:04.000Z' }],
    ['its time as it is written', { publishedText: '30 October 2020 at 22:31' }],
  ])('the same text with another %s is corrected, without a revision', async (_, change) => {
    const db = emptyLibrary()
    await saveClip(db, someClip(), monday)
    await importLibrary(db, { ...emptyFile, clips: [{ ...(await readClip(db, uuid(1))), note: 'mine' }] })
    const better = someClip(1, { ...change, id: uuid(5) })
    expect(await saveClip(db, better, tuesday)).toEqual({ id: uuid(1), outcome: 'revised' })
    expect(await readClip(db, uuid(1))).toMatchObject({
      ...{ ...change, id: uuid(1), note: 'mine', revisions: [] },
      ...{ savedAt: monday.toISOString(), updatedAt: tuesday.toISOString() },
    })
    expect((await saveClip(db, { ...better, id: uuid(6) }, tuesday)).outcome).toBe('unchanged')
    expect(await faultsOf(db)).toEqual([])
  })

  test('fields in another order and a time that has passed are no change', async () => {
    const db = emptyLibrary()
    const { source, author } = someClip()
    await saveClip(db, someClip(1, { publishedText: '3 hours ago' }), monday)
    const turned = <T extends object>(part: T): T => Object.fromEntries(Object.entries(part).reverse()) as T
    const again = someClip(1, {
      ...{ id: uuid(5), publishedText: '5 hours ago', source: turned(source), author: turned(author) },
    })
    expect((await saveClip(db, again, tuesday)).outcome).toBe('unchanged')
  })

  test('a clip from the trash comes back to the top', async () => {
    const db = emptyLibrary()
    await saveClip(db, someClip(), monday)
    await trash(db, [uuid(1)], monday)
    expect(await saveClip(db, someClip(1, { id: uuid(9) }), tuesday)).toEqual({
      id: uuid(1),
      outcome: 'restored',
    })
    expect(await readClip(db, uuid(1))).toMatchObject({ deletedAt: null, savedAt: tuesday.toISOString() })
    expect(await faultsOf(db)).toEqual([])
  })

  test('an id that another clip has is refused, and that clip stays', async () => {
    const db = emptyLibrary()
    await saveClip(db, someClip(), monday)
    await expect(saveClip(db, someClip(2, { id: uuid(1) }), tuesday)).rejects.toThrow(TakenIdError)
    expect(await readClip(db, uuid(1))).toMatchObject({ text: someClip().text })
    expect(await faultsOf(db)).toEqual([])
  })

  test('two selections of one comment are two clips', async () => {
    const db = emptyLibrary()
    const one = someClip(1, { kind: 'selection', text: 'The rooks' })
    const other = someClip(1, { kind: 'selection', text: 'are back', id: uuid(2) })
    await saveClip(db, one, monday)
    expect((await saveClip(db, other, monday)).outcome).toBe('created')
    expect((await saveClip(db, { ...one, id: uuid(3) }, monday)).id).toBe(uuid(1))
  })
})

describe('saving a thread', () => {
  test('another order of the same comments is the same thread', async () => {
    const db = emptyLibrary()
    await saveClip(db, someThread([someComment(1), someComment(2)]), monday)
    expect((await saveClip(db, someThread([someComment(2), someComment(1)]), tuesday)).outcome).toBe(
      'unchanged',
    )
  })

  test('a revision keeps the comments that are gone or changed, and not those that are still there', async () => {
    const db = emptyLibrary()
    await saveClip(db, someThread([someComment(1), someComment(2), someComment(3)]), monday)
    const later = someThread([someComment(1), someComment(2, { text: 'Something else' }), someComment(4)])
    expect((await saveClip(db, later, tuesday)).outcome).toBe('revised')
    const [revision] = (await readClip(db, uuid(900)))?.revisions ?? []
    expect(revision?.text).toBe('Anonymous, 21:31\nWords of 2\n\nAnonymous, 21:31\nWords of 3')
  })

  test('a revision of a thread that only grew is empty, although the thread’s text is that of its comments', async () => {
    const db = emptyLibrary()
    const grown = (length: number) => {
      const comments = Array.from({ length }, (_, n) => someComment(n))
      return someThread(comments, { text: comments.map(({ text }) => text).join('\n\n') })
    }
    for (let day = 1; day <= 5; day += 1) {
      await saveClip(db, grown(day * 20), new Date(Date.UTC(2024, 0, day)))
    }
    const { revisions } = (await readClip(db, uuid(900)))!
    expect(revisions.map(({ text }) => text)).toEqual(['', '', '', ''])
  })

  test('a comment that is found to answer another one is written down without a revision', async () => {
    const db = emptyLibrary()
    await saveClip(db, someThread([someComment(1), someComment(2)]), monday)
    const answer = someComment(2, { parentId: 'c1', link: 'explicit' })
    const linked = someThread([someComment(1), answer])
    expect((await saveClip(db, linked, tuesday)).outcome).toBe('revised')
    expect(await readClip(db, uuid(900))).toMatchObject({ comments: linked.comments, revisions: [] })
    expect((await saveClip(db, linked, tuesday)).outcome).toBe('unchanged')
  })

  test('a thread of 10,000 comments and a comment of a megabyte are kept', async () => {
    const db = emptyLibrary()
    const comments = Array.from({ length: 10_000 }, (_, n) => someComment(n))
    await saveClip(db, someThread(comments), monday)
    await saveClip(db, someClip(1, { text: 'rook '.repeat(200_000) }), monday)
    expect((await db.rows.get(uuid(900)))?.commentCount).toBe(10_000)
    expect((await db.rows.get(uuid(1)))?.snippet.length).toBeLessThanOrEqual(241)
  })
})

describe('what is kept of a page', () => {
  test('is told by kind and id, without the trash and without other pages', async () => {
    const db = emptyLibrary()
    const elsewhere = { ...someClip().source, pageUrl: 'https://rooks.blogspot.com/2020/10/post.html2' }
    await saveClip(db, someClip(1), monday)
    await saveClip(db, someClip(2), monday)
    await saveClip(db, someThread([someComment(1)]), monday)
    await saveClip(db, someClip(3, { source: elsewhere }), monday)
    await trash(db, [uuid(2)], monday)
    const found = await clippedOnPage(db, 'http://rooks.blogspot.com/2020/10/post.html?m=1#c1')
    expect(found).toHaveLength(2)
    expect(found).toContainEqual({ id: uuid(1), kind: 'comment', nativeId: 'c1' })
    expect(found).toContainEqual({ id: uuid(900), kind: 'thread', nativeId: '' })
  })
})
