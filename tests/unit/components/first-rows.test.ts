import { beforeEach, describe, expect, it, vi } from 'vitest'
import { keepFirstRows, readFirstRows } from '@/components/first-rows'
import { listed, someRows } from './some-rows'

beforeEach(() => localStorage.clear())

describe('the rows of last time', () => {
  it('are none at first', () => {
    expect(readFirstRows(localStorage)).toBeNull()
  })

  it('are a few, whatever the list holds', () => {
    const rows = Array.from({ length: 50 }, (_, index) => listed(`c${index}`))
    keepFirstRows(localStorage, { rows, living: 1204 })
    expect(readFirstRows(localStorage)).toEqual({ rows: rows.slice(0, 6), living: 1204 })
  })

  it('are none when they cannot be read', () => {
    keepFirstRows(localStorage, { rows: someRows, living: 3 })
    localStorage.setItem(localStorage.key(0)!, '{"rows":')
    expect(readFirstRows(localStorage)).toBeNull()
  })

  it('do without, when there is no room for them', () => {
    const full = {
      getItem: () => null,
      removeItem: vi.fn(),
      setItem: () => {
        throw new Error('full')
      },
    }
    expect(() => keepFirstRows(full as unknown as Storage, { rows: someRows, living: 3 })).not.toThrow()
  })
})
