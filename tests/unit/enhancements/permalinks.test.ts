import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { bloggerPage, enhanced, press, sample } from './enhanced'

/** The event comes later than the address. */
const goToHash = async (hash: string) => {
  const changed = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }))
  location.hash = hash
  await changed
}

const toNextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
const isMarked = (comment: Element) => comment.hasAttribute('data-understory-target')

describe('the address that a reader came with', () => {
  beforeAll(() => goToHash('#c3'))
  afterAll(() => goToHash(''))
  beforeEach(() => {
    const arrival = { type: 'navigate' } as PerformanceNavigationTiming
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([arrival])
  })
  afterEach(() => vi.restoreAllMocks())

  it('is followed as soon as the thread is ready', async () => {
    const { comment, off } = await enhanced(bloggerPage(sample))
    await toNextFrame()
    expect(isMarked(comment('c3'))).toBe(true)
    off()
  })

  it('is not followed once they have gone on', async () => {
    const lastVisit = async () => {
      window.dispatchEvent(new Event('wheel'))
      return null
    }
    const { comment } = await enhanced(bloggerPage(sample), { services: { lastVisit } })
    await toNextFrame()
    expect(isMarked(comment('c3'))).toBe(false)
  })
})

describe('a permalink', () => {
  afterEach(() => goToHash(''))

  it('into a folded branch opens it and marks the comment', async () => {
    const { comment } = await enhanced(bloggerPage(sample))
    press(comment('c1'), 'Collapse')
    await goToHash('#c3')
    expect(comment('c1').hasAttribute('data-understory-collapsed')).toBe(false)
    expect(comment('c3').hasAttribute('data-understory-target')).toBe(true)
  })

  it('to something else on the page is the page’s own affair', async () => {
    await enhanced(bloggerPage(sample))
    await goToHash('#top-continue')
    expect(document.querySelector('[data-understory-target]')).toBeNull()
  })
})
