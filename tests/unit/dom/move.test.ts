import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGroups, groupSize } from '@/utils/dom/groups'
import { createMover, type Placed } from '@/utils/dom/move'
import { hash } from './hash'

const nested =
  '<ol id="root"> <li id="a">a<ol><li id="a1">a1</li> <li id="a2">a2</li></ol></li>\n<li id="b">b</li> text <!-- note --></ol>'

const said = ({ textContent }: Element) => textContent

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

  it('puts comments between what else is in the list, and leaves what was around them in its place', () => {
    document.body.innerHTML =
      '<section id="root"><h2>Comments</h2><p id="a">a</p><div><p id="b">b</p></div><form>Reply</form></section>'
    const before = document.body.innerHTML
    const root = document.querySelector<HTMLElement>('#root')!
    const mover = createMover(root)
    const at = (id: string): Placed => ({ elements: [document.getElementById(id)!], list: root })
    const shown = () => [...root.children].filter(({ textContent }) => textContent !== '').map(said)
    for (const ids of [
      ['b', 'a'],
      ['a', 'b'],
    ]) {
      mover.place(ids.map(at))
      expect(shown()).toEqual(['Comments', ...ids, 'Reply'])
      expect(root.children[1]!.localName).toBe('div')
    }
    root.lastElementChild!.insertAdjacentHTML('beforebegin', '<p id="c">c</p>')
    mover.insert(at('c'), null)
    expect(shown()).toEqual(['Comments', 'a', 'b', 'c', 'Reply'])
    mover.restore()
    document.getElementById('c')!.remove()
    expect(document.body.innerHTML).toBe(before)
  })

  it('shows them step by step, from one of them to both sides, and can go back at any time', () => {
    const count = 130
    const ids = Array.from({ length: count }, (_, n) => `c${n}`)
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.nat(count - 1),
        fc.boolean(),
        fc.nat(4),
        fc.integer(),
        (isGrouped, seenAt, isAnythingSeen, steps, seed) => {
          // Every second one is a reply to the one before it.
          document.body.innerHTML = `<ol id="root">${ids
            .flatMap((id, n) =>
              n % 2 ? [] : [`<li id="${id}">${id}<ol><li id="c${n + 1}">c${n + 1}</li></ol></li>`],
            )
            .join('\n')}</ol>`
          const before = document.body.innerHTML
          const root = document.querySelector<HTMLElement>('#root')!
          const order = ids.toSorted((a, b) => hash(a, seed) - hash(b, seed))
          const seen = isAnythingSeen ? document.getElementById(ids[seenAt]!) : null
          const mover = createMover(root)
          const steadily = mover.placing(
            order.map((id) => ({ elements: [document.getElementById(id)!], list: root })),
            isGrouped ? createGroups(100) : undefined,
            seen,
          )
          const moved: string[] = []
          const places = new Set<number>()
          for (let step = 0; step < steps; step++) {
            const { value } = steadily.next()
            for (const place of value ?? []) {
              moved.push(order[place]!)
              places.add(place)
            }
            if (step === 0) expect(seen === null ? order[0] : seen.id).toSatisfy((id) => moved.includes(id))
            // They are one stretch, in order, and all others are still there.
            const [first, last] = [Math.min(...places), Math.max(...places)]
            expect(places.size).toBe(last - first + 1)
            const items = [...root.querySelectorAll('li')].map(({ id }) => id)
            expect(items.toSorted()).toEqual(ids.toSorted())
            expect(items.filter((id) => moved.includes(id))).toEqual(order.slice(first, last + 1))
          }
          if (steps > Math.ceil(count / groupSize))
            expect([...root.querySelectorAll('li')].map(({ id }) => id)).toEqual(order)
          mover.restore()
          expect(document.body.innerHTML).toBe(before)
        },
      ),
      { numRuns: 25 },
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

  it('puts nothing into the page again that the page has taken away', () => {
    document.body.innerHTML = nested
    const root = document.querySelector<HTMLElement>('#root')!
    const mover = createMover(root)
    const at = (id: string): Placed => ({ elements: [all[id]!], list: root })
    const all = Object.fromEntries(['a', 'a1', 'a2', 'b'].map((id) => [id, document.getElementById(id)!]))
    const shown = () => [...root.querySelectorAll('li')].map(({ id }) => id)
    mover.place(['b', 'a2', 'a1', 'a'].map(at))
    all.b!.remove()
    all.a1!.remove()
    mover.place(['b', 'a', 'a1', 'a2'].map(at))
    expect(shown()).toEqual(['a', 'a2'])
    mover.insert(at('b'), all.a!)
    expect(shown()).toEqual(['a', 'a2'])
    mover.restore()
    expect(root.innerHTML).toBe(' <li id="a">a<ol> <li id="a2">a2</li></ol></li>\n text <!-- note -->')
    mover.place(['b', 'a', 'a1', 'a2'].map(at))
    expect(shown()).toEqual(['a', 'a2'])
    mover.restore()
    // What the page takes away with a comment are also the replies to it.
    mover.place(['a2', 'a'].map(at))
    all.a!.remove()
    mover.restore()
    expect(shown()).toEqual([])
  })
})
