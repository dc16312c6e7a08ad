import { describe, expect, it } from 'vitest'
import { sources } from './sources'

/** Text becomes HTML in one module only. */
const door = 'utils/dom/html.ts'
const parsers =
  /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|setHTML|DOMParser|createContextualFragment|dangerouslySetInnerHTML|srcdoc|document\.write)\b/

const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1')

describe('the door to HTML', () => {
  it('is the only module that parses text as HTML', () => {
    const others = Object.entries(sources)
      .filter(([path, text]) => path !== door && parsers.test(withoutComments(text)))
      .map(([path]) => path)
    expect(others).toEqual([])
  })

  it('exists', () => {
    expect(sources[door]).toBeDefined()
  })
})
