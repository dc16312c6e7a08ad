import { describe, expect, it } from 'vitest'
import { dayLabel } from '@/components/day-groups'

const now = new Date(2026, 4, 6, 0, 30)
const at = (...date: [number, number, number, number?]) => new Date(...date).toISOString()

describe('the heading of a day', () => {
  it('follows the calendar, not 24 hours', () => {
    expect(dayLabel(at(2026, 4, 6, 0), now)).toBe('Today')
    expect(dayLabel(at(2026, 4, 5, 23), now)).toBe('Yesterday')
  })

  it('is a weekday within a week, and a date before', () => {
    expect(dayLabel(at(2026, 3, 30), now)).toBe('Thursday')
    expect(dayLabel(at(2026, 3, 29), now)).toMatch(/29.*2026|2026.*29/)
  })

  it('of a clock that goes wrong is a date, and of no date is nothing that looks like one', () => {
    expect(dayLabel(at(2026, 4, 9), now)).toMatch(/2026/)
    expect(dayLabel('soon', now)).toBe('Some day')
  })
})
