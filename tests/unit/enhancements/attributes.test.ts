import { describe, expect, it } from 'vitest'
import { bloggerPage, enhanced, sample, shownOrder } from './enhanced'

describe('the attributes of a comment', () => {
  it('say who, when, and where it stands', async () => {
    const { comment } = await enhanced(bloggerPage(sample))
    expect({ ...comment('c3').dataset }).toMatchObject({
      understoryComment: 'c3',
      understoryDepth: '1',
      understoryParent: 'c1',
      understoryLink: 'site',
      understoryName: 'Bo',
      understoryCommenter: 'name:bo',
      understoryTime: '2026-03-01T10:40:00.000Z',
    })
  })

  it('leave out what is not known: no parent at top level, no person behind an anonymous comment', async () => {
    const { dataset } = (await enhanced(bloggerPage(sample))).comment('c6')
    expect(dataset.understoryParent).toBeUndefined()
    expect(dataset.understoryLink).toBeUndefined()
    expect(dataset.understoryCommenter).toBeUndefined()
    expect(dataset.understoryRecurring).toBeUndefined()
    expect(dataset.understoryName).toBe('Anonymous')
  })

  it('count the comments of people who write more than once', async () => {
    const { comment } = await enhanced(bloggerPage(sample))
    expect(comment('c1').dataset.understoryRecurring).toBe('2')
    expect(comment('c3').dataset.understoryRecurring).toBeUndefined()
  })

  it('are those of the blog where a remembered arrangement is not shown, because that is switched off', async () => {
    await enhanced(bloggerPage(sample), { arrangement: 'newest', only: ['folding'] })
    expect(shownOrder()).toEqual(['0 c1', '1 c2', '1 c3', '0 c4', '1 c5', '0 c6'])
  })

  it('follow the arrangement that is shown', async () => {
    const { page, comment } = await enhanced(bloggerPage(sample))
    expect(shownOrder()).toEqual(['0 c1', '1 c2', '1 c3', '0 c4', '1 c5', '0 c6'])
    page.arrangementName.value = 'newest'
    expect(shownOrder()).toEqual(['0 c3', '0 c2', '0 c5', '0 c6', '0 c4', '0 c1'])
    expect(comment('c2').dataset.understoryParent).toBeUndefined()
    page.arrangementName.value = 'original'
    expect(comment('c2').dataset.understoryParent).toBe('c1')
  })
})
