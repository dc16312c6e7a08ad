import { describe, expect, it } from 'vitest'
import { createTrace } from '@/utils/dom/trace'
import { wrapWords } from '@/utils/enhancements/common/marked-words'

/** Wraps these words, from the last to the first, in what the element says. */
const wrapped = (html: string, words: readonly string[]) => {
  document.body.innerHTML = html
  const element = document.body.firstElementChild!
  const node = element.firstChild as Text
  const undo = new AbortController()
  const trace = createTrace(undo.signal)
  for (const each of words.toReversed()) {
    const from = node.data.indexOf(each)
    wrapWords({ node, from, to: from + each.length }, document.createElement('a'), trace)
  }
  return { element, node, undo }
}

describe('words of a text node get an element around them', () => {
  it.each([
    ['at its start', ['19:12'], '<p><a>19:12</a> and 20:15 were right</p>'],
    ['in its midst', ['20:15'], '<p>19:12 and <a>20:15</a> were right</p>'],
    ['at its end', ['were right'], '<p>19:12 and 20:15 <a>were right</a></p>'],
    ['at its start and in its midst', ['19:12', '20:15'], '<p><a>19:12</a> and <a>20:15</a> were right</p>'],
    ['all of it', ['19:12 and 20:15 were right'], '<p><a>19:12 and 20:15 were right</a></p>'],
    [
      'side by side, to the end',
      ['19:12 and ', '20:15 were right'],
      '<p><a>19:12 and </a><a>20:15 were right</a></p>',
    ],
  ])('%s', (_, words, html) => {
    const { element, node, undo } = wrapped('<p>19:12 and 20:15 were right</p>', words)
    expect(element.outerHTML).toBe(html)
    // One without words ends Chromium's renderer where a screen reader asks for it.
    for (const child of [...element.childNodes, ...[...element.children].flatMap((a) => [...a.childNodes])])
      expect(child.textContent).not.toBe('')
    expect(element.contains(node)).toBe(true)
    undo.abort()
    expect(element.outerHTML).toBe('<p>19:12 and 20:15 were right</p>')
    expect(element.childNodes).toHaveLength(1)
    expect(element.firstChild).toBe(node)
  })

  it.each([['19:12'], ['19:12 was right']])(
    'and leaves what the page has written there since: %s',
    (words) => {
      const { element, node, undo } = wrapped('<p>19:12 was right</p>', [words])
      node.data = 'Changed.'
      undo.abort()
      expect(element.textContent).toBe('Changed.')
    },
  )
})
