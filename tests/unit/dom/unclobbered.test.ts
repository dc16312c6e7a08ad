import { afterEach, describe, expect, it } from 'vitest'
import { countElements, find, findAll } from '@/utils/dom/unclobbered'

const names = ['getElementsByTagName', 'querySelector', 'querySelectorAll']
afterEach(() => {
  for (const name of names) delete (document as unknown as Record<string, unknown>)[name]
})

describe('a document in which images go by the names of its methods', () => {
  it('is looked through all the same', () => {
    document.body.innerHTML = '<img><p class="comment">One</p>'
    const before = document.getElementsByTagName('*').length
    const [image] = document.getElementsByTagName('img')
    // As browsers do for `<img name="querySelector">`.
    for (const name of names) Object.defineProperty(document, name, { value: image, configurable: true })
    expect(countElements(document)).toBe(before)
    expect(find(document, '.comment')?.textContent).toBe('One')
    expect(findAll(document, 'img, p')).toHaveLength(2)
  })
})
