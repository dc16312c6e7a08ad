import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMover } from '@/utils/dom/move'

const nested =
  '<ol id="root"> <li id="a">a<ol><li id="a1">a1</li> <li id="a2">a2</li></ol></li>\n<li id="b">b</li> text <!-- note --></ol>'

describe('moving elements', () => {
  it('shows them in the order asked for and puts them back exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.shuffledSubarray(['a', 'a1', 'a2', 'b'], { minLength: 4 }), {
          minLength: 1,
          maxLength: 4,
        }),
        (orders) => {
          document.body.innerHTML = nested
          const before = document.body.innerHTML
          const root = document.querySelector<HTMLElement>('#root')!
          const mover = createMover(root)
          for (const order of orders) {
            mover.place(order.map((id) => ({ elements: [document.getElementById(id)!], list: root })))
            expect([...root.querySelectorAll('li')].map(({ id }) => id)).toEqual(order)
          }
          mover.restore()
          expect(document.body.innerHTML).toBe(before)
        },
      ),
    )
  })

  it('leaves an element where it is when its old place has gone', () => {
    document.body.innerHTML = nested
    const root = document.querySelector<HTMLElement>('#root')!
    const mover = createMover(root)
    mover.place([{ elements: [document.getElementById('a1')!], list: root }])
    document.querySelector('#a ol')!.remove()
    expect(() => mover.restore()).not.toThrow()
  })
})
