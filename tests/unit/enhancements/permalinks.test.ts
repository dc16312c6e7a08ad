import { afterEach, describe, expect, it } from 'vitest'
import { bloggerPage, enhanced, press, sample } from './enhanced'

afterEach(() => {
  location.hash = ''
})

describe('a permalink', () => {
  it('into a folded branch opens it and marks the comment', async () => {
    const { comment } = await enhanced(bloggerPage(sample))
    press(comment('c1'), 'Collapse')
    location.hash = '#c3'
    window.dispatchEvent(new Event('hashchange'))
    expect(comment('c1').hasAttribute('data-understory-collapsed')).toBe(false)
    expect(comment('c3').hasAttribute('data-understory-target')).toBe(true)
  })

  it('to something else on the page is the page’s own affair', async () => {
    await enhanced(bloggerPage(sample))
    location.hash = '#top-continue'
    window.dispatchEvent(new Event('hashchange'))
    expect(document.querySelector('[data-understory-target]')).toBeNull()
  })
})
