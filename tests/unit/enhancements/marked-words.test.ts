import { beforeEach, expect, it } from 'vitest'
import { createTrace } from '@/utils/dom/trace'
import { wrapWords } from '@/utils/enhancements/common/marked-words'

let controller: AbortController
let words: HTMLElement
let node: Text

/** Wraps "21:31", and then "09:10" in what is left behind it, as references are. */
beforeEach(() => {
  document.body.innerHTML = '<p>No 21:31, nor 09:10 either</p>'
  words = document.querySelector('p')!
  node = words.firstChild as Text
  controller = new AbortController()
  const trace = createTrace(controller.signal)
  wrapWords({ node, from: 3, to: 8 }, document.createElement('a'), trace)
  wrapWords({ node: words.lastChild as Text, from: 6, to: 11 }, document.createElement('a'), trace)
})

const off = () => controller.abort()

it('words that were wrapped are one text again when the page is given back', () => {
  expect(words.textContent).toBe('No 21:31, nor 09:10 either')
  expect(words.children).toHaveLength(2)
  off()
  expect(words.innerHTML).toBe('No 21:31, nor 09:10 either')
  expect([...words.childNodes]).toEqual([node])
})

it.each([
  ['changes the text before them', () => (node.data = 'NO '), 'NO 21:31, nor 09:10 either'],
  [
    'changes the text behind them',
    () => ((words.lastChild as Text).data = ' or so'),
    'No 21:31, nor 09:10 or so',
  ],
  ['joins its texts', () => node.remove(), '21:31, nor 09:10 either'],
  [
    'puts elements around its texts',
    () => {
      const font = document.createElement('font')
      font.textContent = 'Nein '
      node.replaceWith(font)
    },
    'Nein 21:31, nor 09:10 either',
  ],
  [
    'translates them',
    () => (words.querySelector('a')!.textContent = '21 Uhr 31'),
    'No 21 Uhr 31, nor 09:10 either',
  ],
])('words stay where the page %s meanwhile', (_, change, expected) => {
  change()
  off()
  expect(words.textContent).toBe(expected)
  expect(words.querySelector('a')).toBeNull()
})
