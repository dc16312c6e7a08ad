import { describe, expect, it, vi } from 'vitest'
import { bloggerPage, enhanced, press, sample, settled } from './enhanced'

const since = (minute: string) => ({ services: { lastVisit: async () => `2026-03-01T10:${minute}:00.000Z` } })

describe('new comments', () => {
  it('are those posted since the last visit, marked by a word', async () => {
    const { comment } = await enhanced(bloggerPage(sample), since('25'))
    await settled()
    const marked = [...document.querySelectorAll<HTMLElement>('[data-understory-new]')]
    expect(marked.map(({ dataset }) => dataset.understoryComment)).toEqual(['c2', 'c3'])
    expect(comment('c2').querySelector('.us-new')?.getAttribute('data-label')).toBe('new')
    expect(document.querySelector<HTMLElement>('.us-slot-summary .us-new')?.dataset.label).toContain(
      '2 new since',
    )
  })

  it('say since when: the day of the week, or the date where that is not enough', async () => {
    const says = async (daysAgo: number) => {
      const now = vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 2, 1, 10) + daysAgo * 24 * 60 * 60_000)
      await enhanced(bloggerPage(sample), { services: { lastVisit: async () => '2026-03-01T10:00:00.000Z' } })
      await settled()
      now.mockRestore()
      return document.querySelector<HTMLElement>('.us-slot-summary .us-new')?.dataset.label
    }
    expect(await says(5)).toMatch(/^6 new since Sunday/)
    expect(await says(120)).toBe('6 new since 1 March 2026')
  })

  it('are none on a first visit', async () => {
    await enhanced(bloggerPage(sample))
    await settled()
    expect(document.querySelectorAll('[data-understory-new]')).toHaveLength(0)
    press(document, 'Next new')
    expect(document.querySelector('.us-bar [role=status]')?.textContent).toContain('Nothing new')
  })

  it('are gone through one by one, opening what hides them', async () => {
    const { comment } = await enhanced(bloggerPage(sample), since('25'))
    await settled()
    press(document, 'Collapse all')
    expect(comment('c1').querySelector<HTMLElement>('.us-fold')?.dataset.label).toContain('2 new')
    press(document, 'Next new')
    expect(document.activeElement).toBe(comment('c2'))
    expect(comment('c1').hasAttribute('data-understory-collapsed')).toBe(false)
    press(document, 'Next new')
    expect(document.activeElement).toBe(comment('c3'))
    press(document, 'Next new')
    expect(document.activeElement).toBe(comment('c2'))
  })
})
