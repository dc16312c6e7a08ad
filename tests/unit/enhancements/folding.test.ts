import { describe, expect, it, vi } from 'vitest'
import { bloggerPage, enhanced, press, sample, settled } from './enhanced'

const isHidden = (element: Element) => element.closest('[data-understory-folded]') !== null

describe('folding', () => {
  it('hides a branch, says how many comments and whose, and opens it again', async () => {
    const { comment } = await enhanced(bloggerPage(sample))
    const control = press(comment('c1'), 'Collapse')
    expect(control.getAttribute('aria-expanded')).toBe('false')
    expect(control.getAttribute('aria-label')).toBe('Expand')
    expect(control.dataset.label).toBe('2 replies by Anonymous and Bo')
    expect(comment('c1').hasAttribute('data-understory-collapsed')).toBe(true)
    expect(isHidden(comment('c2'))).toBe(true)
    expect(isHidden(comment('c1'))).toBe(false)
    control.click()
    expect(control.getAttribute('aria-expanded')).toBe('true')
    expect(isHidden(comment('c2'))).toBe(false)
  })

  it('is also what a click on the line along the branch does', async () => {
    const { comment } = await enhanced(bloggerPage(sample))
    const branch = comment('c1').querySelector<HTMLElement>('[data-understory-branch]')!
    branch.getBoundingClientRect = () => new DOMRect(100, 0, 400, 300)
    branch.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 200 }))
    expect(comment('c1').hasAttribute('data-understory-collapsed')).toBe(false)
    branch.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 90 }))
    expect(comment('c1').hasAttribute('data-understory-collapsed')).toBe(true)
  })

  it('is what a click on the line does, too, when the thread was opened in another arrangement', async () => {
    const { page, comment } = await enhanced(bloggerPage(sample), {
      arrangement: 'conversation',
      // Each branch holds as many comments as the blog has in it, and others.
      found: ({ links }) => {
        links[4] = { parentId: 'c1', kind: 'explicit', confidence: 1, evidence: [] }
        links[2] = { parentId: 'c4', kind: 'explicit', confidence: 1, evidence: [] }
      },
    })
    expect(document.querySelectorAll('[data-understory-branch]')).toHaveLength(0)
    page.arrangementName.value = 'original'
    for (const id of ['c1', 'c4'])
      expect(comment(id).querySelectorAll('[data-understory-branch]'), id).toHaveLength(1)
  })

  it('is offered only where there are replies', async () => {
    const { comment } = await enhanced(bloggerPage(sample))
    expect(() => press(comment('c6'), 'Collapse')).toThrow()
    expect(() => press(comment('c2'), 'Collapse')).toThrow()
  })

  it('collapses and expands all', async () => {
    const { page } = await enhanced(bloggerPage(sample))
    press(document, 'Collapse all')
    expect([...page.folded.value]).toEqual(['c1', 'c4'])
    press(document, 'Expand all')
    expect(page.folded.value.size).toBe(0)
    expect(document.querySelectorAll('[data-understory-folded], [data-understory-collapsed]')).toHaveLength(0)
  })

  it('is remembered, and recalled', async () => {
    const rememberFolds = vi.fn()
    const { comment } = await enhanced(bloggerPage(sample), {
      services: { recallFolds: () => ['c4', 'gone'], rememberFolds },
    })
    await settled()
    expect(comment('c4').hasAttribute('data-understory-collapsed')).toBe(true)
    press(comment('c1'), 'Collapse')
    expect(rememberFolds.mock.lastCall?.[0]).toContain('c1')
  })

  it('never hides what came since the last visit beneath what was folded then', async () => {
    const rememberFolds = vi.fn()
    const { comment } = await enhanced(bloggerPage(sample), {
      services: {
        recallFolds: () => ['c1', 'c4'],
        rememberFolds,
        lastVisit: async () => '2026-03-01T10:25:00.000Z',
      },
    })
    await settled()
    expect(comment('c1').hasAttribute('data-understory-collapsed')).toBe(false)
    expect(isHidden(comment('c2'))).toBe(false)
    expect(comment('c4').hasAttribute('data-understory-collapsed')).toBe(true)
    expect(rememberFolds).not.toHaveBeenCalled()
    press(comment('c1'), 'Collapse')
    expect(isHidden(comment('c2'))).toBe(true)
  })

  it('leaves the page’s own handlers alone', async () => {
    const { comment } = await enhanced(bloggerPage(sample))
    const clicked = vi.fn()
    comment('c1').addEventListener('click', clicked)
    press(comment('c1'), 'Collapse')
    expect(clicked).not.toHaveBeenCalled()
  })
})
