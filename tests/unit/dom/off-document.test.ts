import { beforeEach, expect, it } from 'vitest'
import { offDocument } from '@/utils/dom/off-document'

const list = () => document.querySelector('ol')!
const field = () => document.querySelector('textarea')!

beforeEach(() => {
  document.body.innerHTML =
    '<button>Elsewhere</button><ol><li>The weir</li><li><textarea></textarea></li></ol><p></p>'
})

it('an element is where it was, changed, after it was out of the document', () => {
  let wasThere = true
  offDocument(list(), () => {
    wasThere = document.querySelector('ol') !== null
  })
  expect(wasThere).toBe(false)
  expect([...document.body.children].map(({ localName }) => localName)).toEqual(['button', 'ol', 'p'])
})

it('the focus within comes back, and that elsewhere stays', () => {
  field().focus()
  offDocument(list(), () => list()?.append('more'))
  expect(document.activeElement).toBe(field())
  document.querySelector('button')!.focus()
  offDocument(list(), () => undefined)
  expect(document.activeElement?.localName).toBe('button')
})

it('the focus is let go where what had it was taken away', () => {
  const root = list()
  field().focus()
  offDocument(root, () => root.lastElementChild!.remove())
  expect(document.activeElement).toBe(document.body)
})
