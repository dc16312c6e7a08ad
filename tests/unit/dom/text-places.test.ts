import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '@/utils/dom/plain-text'
import { createTextPlaces } from '@/utils/dom/text-places'

const element = (markup: string): HTMLElement => {
  const holder = document.createElement('div')
  holder.innerHTML = markup
  return holder
}

const wordsAt = (holder: HTMLElement, text: string, start: number, end: number): string[] =>
  createTextPlaces(
    [holder],
    text,
    () => false,
  )(start, end).map(({ node, from, to }) => node.data.slice(from, to))

describe('places of words', () => {
  it('are found across elements and other white space', () => {
    const holder = element('<p>One  two</p>\n<p>th<b>ree</b><br>four</p>')
    const text = plainText(holder)
    expect(wordsAt(holder, text, text.indexOf('two'), text.indexOf('four'))).toEqual(['two', 'th', 'ree'])
  })

  it('are none where the page says something else than was read', () => {
    const holder = element('One two')
    expect(wordsAt(holder, 'One too', 4, 7)).toEqual([])
    expect(wordsAt(holder, 'One two three', 8, 13)).toEqual([])
  })

  it('do not count what is no part of the words', () => {
    const holder = element('One <script>x</script><i class="like">Like</i> two')
    const places = createTextPlaces([holder], 'One two', (inner) => inner.matches('.like'))(4, 7)
    expect(places.map(({ node, from, to }) => node.data.slice(from, to))).toEqual(['two'])
  })

  it('hold the letters of any stretch of any text', () => {
    const piece = fc.constantFrom(
      'a',
      'bc ',
      ' d',
      '\n',
      '<b>e f</b>',
      '<br>',
      '<p>g</p>',
      '&nbsp;',
      'é',
      '日本',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const holder = element(pieces.join(''))
        const text = plainText(holder)
        const [start = 0, end = 0] = [a, b].map((n) => n % (text.length + 1)).sort((x, y) => x - y)
        const letters = (words: string) => words.replace(/\s+/g, '')
        expect(letters(wordsAt(holder, text, start, end).join(''))).toBe(letters(text.slice(start, end)))
      }),
    )
  })
})
