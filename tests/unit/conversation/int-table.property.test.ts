import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IntTable } from '@/utils/conversation/int-table'

const int = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
// Few keys meet again and again; keys that differ in high bits alone must not crowd one place.
const key = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.integer({ min: 0, max: 255 }).map((high) => high << 24),
  int,
)

describe('a table of numbers', () => {
  it('finds what a map finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(key, int), { maxLength: 400 }),
        fc.integer({ min: 1, max: 64 }),
        (puts, size) => {
          const table = new IntTable(size)
          const map = new Map<number, number>()
          for (const [k, value] of puts) {
            const place = table.placeOf(k)
            expect(table.at(place)).toBe(map.get(k) ?? 0)
            // Nothing is what 0 stands for; the table is never told to forget.
            if (value === 0) continue
            table.put(place, k, value)
            map.set(k, value)
          }
          for (const [k, value] of map) expect(table.at(table.placeOf(k))).toBe(value)
        },
      ),
    )
  })

  it('has room for what was reserved before it comes', () => {
    const table = new IntTable()
    table.reserve(5000)
    const place = table.placeOf(7)
    table.put(place, 7, 1)
    for (let k = 100; k < 5000; k++) table.put(table.placeOf(k), k, k)
    // A place holds as long as nothing had to move.
    expect(table.placeOf(7)).toBe(place)
  })
})
