import { expect, it, vi } from 'vitest'
import { createGrowing } from '@/entrypoints/reader/growing'
import type { ReadThread } from '@/utils/sites/common/site-adapter'
import { bloggerPage, enhanced, item, sample, shownOrder } from '../enhancements/enhanced'

const added = (id: string, minute: number): Element => {
  document
    .querySelector('#top-ra')!
    .insertAdjacentHTML('beforeend', item({ id, minute, words: `Word of ${id}.` }))
  return document.getElementById(id)!
}

it('reads the page once more where an adapter cannot tell, and goes on from that reading', async () => {
  const all = await enhanced(bloggerPage(sample))
  const asked = vi.fn()
  const unsure: ReadThread = {
    ...all.read,
    *readAdded() {
      yield
      asked()
      return null
    },
  }
  const renewed = vi.fn()
  const growing = createGrowing(document, unsure, all, new AbortController().signal, renewed)
  const first = all.comment('c1')
  await growing([added('c7', 50)])
  expect(all.page.comments.map(({ comment }) => comment.id).at(-1)).toBe('c7')
  await growing([added('c8', 51)])
  expect(all.page.comments.map(({ comment }) => comment.id).at(-1)).toBe('c8')
  expect(asked).toHaveBeenCalledTimes(1)
  expect(renewed).not.toHaveBeenCalled()
  expect(all.comment('c1')).toBe(first)
})

/** The same comments on a page that has the latest first. */
const newestFirst = [
  { id: 'c3', minute: 30, words: 'Third.', replies: [{ id: 'c4', minute: 35, words: 'Reply to third.' }] },
  { id: 'c2', minute: 20, words: 'Second.' },
  { id: 'c1', minute: 10, words: 'First.' },
]

it.each([
  ['conversation', ['0 c9', '0 c2', '0 c1', '1 c3', '2 c4', '2 c8']],
  ['newest', ['0 c9', '0 c8', '0 c4', '0 c3', '0 c2', '0 c1']],
] as const)(
  'finds out where the page puts a comment while others are shown as %s',
  async (arrangement, shown) => {
    const all = await enhanced(bloggerPage(newestFirst), {
      arrangement,
      found: ({ links }) => {
        links[0] = { parentId: 'c1', kind: 'explicit', confidence: 1, evidence: [] }
      },
    })
    const growing = createGrowing(document, all.read, all, new AbortController().signal, vi.fn())
    const put = (list: string, where: InsertPosition, id: string, minute: number) => {
      document.querySelector(list)!.insertAdjacentHTML(where, item({ id, minute, words: `Word of ${id}.` }))
      return growing([document.getElementById(id)!])
    }
    await put('#c3-ra > div', 'beforeend', 'c8', 40)
    await put('#top-ra', 'afterbegin', 'c9', 50)
    expect(shownOrder()).toEqual(shown)
    all.page.arrangementName.value = 'original'
    const original = ['0 c9', '0 c3', '1 c4', '1 c8', '0 c2', '0 c1']
    expect(shownOrder()).toEqual(original)
    const { placements } = all.page.arrangement.peek()
    expect(placements.map(({ entry, depth }) => `${depth} ${all.page.comments[entry]!.comment.id}`)).toEqual(
      original,
    )
  },
)
