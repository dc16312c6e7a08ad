import { describe, expect, it } from 'vitest'
import { createScanner, folded, plain } from '@/utils/conversation/words'

describe('a plain text', () => {
  it.each([
    ['Bonne ANNÉE, Zoë – “Ça va?”', 'bonne annee, zoe – "ca va?"'],
    ['Grüße aus Österreich', 'gruse aus osterreich'],
    ['À 21 h 31, voilà', 'à 21 h 31, voilà'],
    ['Привет, 你好 👋 5 °C 21²', '______, __ 👋 5 °c 21²'],
    ['İstanbul, ﬁne, Ω', 'istanbul, fine, _'.replace('fine', 'fne')],
  ])('has no case, no accents, and each character in its place: %s', (text, expected) => {
    expect(plain(text)).toBe(expected)
    expect(plain(text)).toHaveLength(text.length)
  })
})

describe('a scanner', () => {
  it('splits each text by itself, with places and hashes that forget case and accents', () => {
    const scan = createScanner()
    const wordsOf = (text: string) => {
      const { from, count, starts, ends, hashes } = scan(text)
      return Array.from({ length: count }, (_, k) => ({
        word: text.slice(starts[from + k], ends[from + k]),
        hash: hashes[from + k],
      }))
    }
    const first = wordsOf('Don’t go, Zoë')
    expect(first.map(({ word }) => word)).toEqual(['Don’t', 'go', 'Zoë'])
    expect(wordsOf('DON’T GO ZOE').map(({ hash }) => hash)).toEqual(first.map(({ hash }) => hash))
    expect(wordsOf('')).toEqual([])
  })

  it('keeps what it found when its lists are full', () => {
    const scan = createScanner()
    const early = scan('one two three')
    const { from, count, hashes } = early
    const before = [...hashes.subarray(from, from + count)]
    for (let k = 0; k < 40; k++) expect(scan('a '.repeat(9_000)).count).toBe(9_000)
    expect([...hashes.subarray(from, from + count)]).toEqual(before)
  })
})

describe('a folded name', () => {
  it('is the same by both ways', () => {
    expect(folded('  Rook_Lift 7! ')).toBe('rook lift 7')
    expect(folded('Rook_Lift – 7é')).toBe('rook lift 7e')
  })
})
