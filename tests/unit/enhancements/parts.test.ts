import { describe, expect, it, vi } from 'vitest'
import { bloggerPage, enhanced, press, settled, shownOrder } from './enhanced'

const part = (number: number): string =>
  `${'The keeper wrote down the level of the water each morning. '.repeat(8)}(${number}/3)`

/** An article in three comments, the second with an answer. */
const thread = [
  { id: 'c1', author: 'Ana', minute: 1, words: part(1) },
  { id: 'c2', author: 'Ana', minute: 2, words: part(2) },
  { id: 'c3', author: 'Ana', minute: 3, words: part(3) },
  { id: 'c4', author: 'Bo', minute: 9, words: '@10:02 how does he measure it?' },
]

const marks = () =>
  [...document.querySelectorAll<HTMLElement>('.us-part')].map(({ dataset }) => dataset.label)

describe('the parts of one comment', () => {
  it('say which they are, and lead from one to the next', async () => {
    const { comment } = await enhanced(bloggerPage(thread))
    expect(marks()).toEqual(['part 1 of 3', 'part 2 of 3', 'part 3 of 3'])
    expect(comment('c1').dataset.understoryPartOf).toBeUndefined()
    expect(comment('c3').dataset.understoryPartOf).toBe('c1')
    press(comment('c2'), 'part 2 of 3: go to the next')
    expect(document.activeElement).toBe(comment('c3'))
    press(comment('c3'), 'part 3 of 3: go to the first')
    expect(document.activeElement).toBe(comment('c1'))
  })

  it('read as one in a conversation, and what answers them comes after', async () => {
    const { page, comment } = await enhanced(bloggerPage(thread), { arrangement: 'conversation' })
    expect(shownOrder()).toEqual(['0 c1', '0 c2', '0 c3', '1 c4'])
    const seams = () =>
      ['c1', 'c2', 'c3', 'c4'].map((id) =>
        ['goesOn', 'continues'].filter((name) =>
          comment(id).hasAttribute(`data-understory-${name === 'goesOn' ? 'goes-on' : name}`),
        ),
      )
    expect(seams()).toEqual([['goesOn'], ['goesOn', 'continues'], ['continues'], []])
    page.arrangementName.value = 'newest'
    expect(seams()).toEqual([[], [], [], []])
  })

  it('count as one comment, and are clipped as one', async () => {
    const clipComment = vi.fn(async () => ({ kept: true }) as const)
    const { page, comment } = await enhanced(bloggerPage(thread), { services: { clipComment } })
    expect(document.querySelector<HTMLElement>('.us-slot-summary b')?.dataset.label).toBe('2 comments')
    press(comment('c2'), 'Clip')
    await settled()
    expect([...page.clipped.peek()]).toEqual(['c1'])
    const clipped = [...document.querySelectorAll<HTMLElement>('[data-understory-clipped]')]
    expect(clipped.map(({ dataset }) => dataset.understoryComment)).toEqual(['c1', 'c2', 'c3'])
    page.clipped.value = new Set()
    expect(document.querySelector('[data-understory-clipped]')).toBeNull()
  })
})
