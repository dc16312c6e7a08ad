import { expect, it } from 'vitest'
import { bloggerPage, enhanced, sample } from './enhanced'

it('A comment in several parts is counted once: among replies, answers and what a person wrote', async () => {
  const all = await enhanced(bloggerPage(sample), {
    found: ({ partOf, commenters }) => {
      partOf[2] = 'c2'
      for (const entry of [1, 2]) commenters[entry] = { key: 'name:bo', name: 'Bo' }
    },
  })
  const label = (selector: string) => all.comment('c1').querySelector<HTMLElement>(selector)?.dataset.label
  expect(label('.us-fold')).toBe('1 reply')
  expect(label('.us-answers')).toBe('answered by 1')
  expect(all.comment('c2').hasAttribute('data-understory-recurring')).toBe(false)
  expect(all.comment('c3').dataset.understoryPartOf).toBe('c2')
})
