import { expect, it, vi } from 'vitest'
import { createGrowing } from '@/entrypoints/reader/growing'
import type { ReadThread } from '@/utils/sites/common/site-adapter'
import { bloggerPage, enhanced, item, sample } from '../enhancements/enhanced'

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
