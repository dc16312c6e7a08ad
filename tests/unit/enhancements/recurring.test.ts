import { describe, expect, it } from 'vitest'
import { bloggerPage, enhanced, press, sample } from './enhanced'

describe('recurring people', () => {
  it('carry words beside their colour, and lead to their next comment', async () => {
    const { comment } = await enhanced(bloggerPage(sample))
    const mark = press(comment('c1'), '1 of 2 by Ana: go to the next')
    expect(mark.dataset.label).toBe('1 of 2')
    expect(mark.style.getPropertyValue('--us-hue')).not.toBe('')
    expect(document.activeElement).toBe(comment('c5'))
    press(comment('c5'), '2 of 2 by Ana: go to the next')
    expect(document.activeElement).toBe(comment('c1'))
  })

  it('are not those who write once or cannot be told apart', async () => {
    const { comment } = await enhanced(bloggerPage(sample))
    expect(comment('c3').querySelector('.us-person')).toBeNull()
    expect(comment('c6').querySelector('.us-person')).toBeNull()
  })
})

it('Anonymous comments that are signed in the text are called by that name', async () => {
  const { comment } = await enhanced(bloggerPage(sample), {
    found: ({ commenters }) => {
      for (const entry of [1, 3]) commenters[entry] = { key: 'signed:heron', name: 'Heron' }
    },
  })
  const mark = press(comment('c2'), '1 of 2 by Heron: go to the next')
  expect(mark.dataset.label).toBe('Heron, 1 of 2')
})
