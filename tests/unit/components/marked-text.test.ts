import { describe, expect, it } from 'vitest'
import { excerptOf, findWords } from '@/components/marked-text'

const marked = (text: string, query: string) =>
  findWords(text, query).map(([start, end]) => text.slice(start, end))

describe('marking', () => {
  it('finds every word of the query, also inside longer ones', () => {
    expect(marked('To borrow, or not to be borrowed.', 'borrow to')).toEqual(['To', 'borrow', 'to', 'borrow'])
  })

  it('sees through case and accents, and stays at the right place behind letters that fold to two', () => {
    expect(marked('Straße zum CAFÉ', 'cafe')).toEqual(['CAFÉ'])
    expect(marked('Straße zum Cafe\u0301 Nord', 'cafe')).toEqual(['Cafe\u0301'])
  })

  it('takes the signs of a pattern as signs', () => {
    expect(marked('1+1 (two)', '1+1 (two')).toEqual(['1+1', '(two'])
  })

  it('marks nothing for a query without words', () => {
    expect(findWords('anything', '   ')).toEqual([])
  })
})

describe('an excerpt', () => {
  const long = `${'far away '.repeat(60)}a heronry at last ${'and on '.repeat(60)}`

  it('begins a little before the first word found, at the beginning of a word', () => {
    const excerpt = excerptOf(long, 'heronry')
    expect(excerpt).toMatch(/^…(far|away) .*heronry.*…$/)
    expect(excerpt!.length).toBeLessThan(250)
  })

  it('is none where no word is found', () => {
    expect(excerptOf(long, 'quagga')).toBeNull()
  })
})
