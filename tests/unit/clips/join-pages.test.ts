import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { readClip } from '@/utils/clips/database'
import { saveClip } from '@/utils/clips/save-clip'
import type { ClippedThreadComment } from '@/utils/messages/clip'
import { emptyLibrary, faultsOf, someComment, someThread, uuid } from './some-clips'

const now = new Date('2024-01-01T10:00:00Z')

const on = (n: number, change: Partial<ClippedThreadComment> = {}): ClippedThreadComment =>
  someComment(n, { publishedAt: `2023-05-1${n}T08:00:00Z`, ...change })

const first = [on(1), on(2, { parentId: 'c1', link: 'site' })]
const place = on(2, { publishedAt: null, text: '', missing: true })
const second = [place, on(3, { parentId: 'c2', link: 'explicit' }), on(4)]

/** The thread's clip after it was clipped with these comments, one time after the other. */
const clipped = async (isPart: boolean, ...pages: ClippedThreadComment[][]) => {
  const db = emptyLibrary()
  for (const [n, comments] of pages.entries()) {
    const thread = someThread(comments, { id: uuid(n + 1) })
    await saveClip(db, isPart ? { ...thread, isPart } : thread, now)
  }
  expect(await faultsOf(db)).toEqual([])
  const kept = (await readClip(db, uuid(1)))!
  expect(kept).not.toHaveProperty('isPart')
  return kept
}

test.each([
  ['the first page and then the second', [first, second]],
  ['the second page and then the first', [second, first]],
])('a thread that is clipped page by page is one clip: %s', async (_, pages) => {
  const { comments, revisions } = await clipped(true, ...pages)
  expect(comments?.map(({ nativeId }) => nativeId)).toEqual(['c1', 'c2', 'c3', 'c4'])
  expect(comments?.[1]).toEqual(first[1])
  expect(revisions.map(({ text }) => text).join('')).not.toContain('Words')
})

test('a comment that has changed is as the page has it now, and its earlier words are a revision', async () => {
  const { comments, revisions } = await clipped(true, first, [on(1, { text: 'Other words' })])
  expect(comments?.map(({ text }) => text)).toEqual(['Other words', 'Words of 2'])
  expect(revisions[0]?.text).toContain('Words of 1')
})

test('what is gone from a thread of one page is gone from its clip', async () => {
  const { comments } = await clipped(false, first, [on(1)])
  expect(comments?.map(({ nativeId }) => nativeId)).toEqual(['c1'])
})
