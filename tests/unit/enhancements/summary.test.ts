import { expect, it } from 'vitest'
import { bloggerPage, enhanced, sample } from './enhanced'

it('The toolbar counts comments, and people that can be told apart', async () => {
  await enhanced(bloggerPage(sample))
  const summary = document.querySelector('[role=toolbar][aria-label=Understory] .us-slot-summary')!
  expect(Array.from(summary.children, (part) => part.getAttribute('data-label'))).toEqual([
    '6 comments',
    '2 people by name',
  ])
})
