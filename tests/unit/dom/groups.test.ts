import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGroups, listOf } from '@/utils/dom/groups'
import { createMover, type Placed } from '@/utils/dom/move'
import { hash } from './hash'

const items = (count: number) =>
  Array.from({ length: count }, (_, n) => `<li id="c${n}">${n}<ol><li id="r${n}">re ${n}</li></ol></li>`)

const page = (count: number) => {
  document.body.innerHTML = `<ol id="root" class="comment-list wide">${items(count).join('\n')}</ol>`
  return document.querySelector<HTMLElement>('#root')!
}
const firstIds = (count: number) => Array.from({ length: count }, (_, n) => `c${n}`)
const placed = (ids: readonly string[], list: Element): Placed[] =>
  ids.map((id) => ({ elements: [document.getElementById(id)!], list }))
const shown = (root: Element) => [...root.querySelectorAll('li')].map(({ id }) => id)
const groupsIn = (root: Element) => [...root.querySelectorAll('[data-understory-group]')]

describe('groups of a list', () => {
  it('hold its comments in order, fifty each, and leave nothing behind', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }), fc.integer(), (turns, seed) => {
        const root = page(70)
        const before = document.body.innerHTML
        const mover = createMover(root)
        const ids = shown(root)
        for (const [turn, isGrouped] of turns.entries()) {
          const order = ids.toSorted((a, b) => hash(a, seed + turn) - hash(b, seed + turn))
          mover.place(placed(order, root), isGrouped ? createGroups(100) : undefined)
          expect(shown(root)).toEqual(order)
          expect(groupsIn(root).map((group) => group.querySelectorAll('li').length)).toEqual(
            isGrouped ? [50, 50, 40] : [],
          )
          expect(root.getAttribute('role')).toBe(isGrouped ? 'list' : null)
        }
        mover.restore()
        expect(document.body.innerHTML).toBe(before)
      }),
      { numRuns: 20 },
    )
  })

  it('are lists to the theme and nothing to a screen reader, with a guess of how high they are', () => {
    const root = page(60)
    createMover(root).place(placed(firstIds(60), root), createGroups(90.4))
    const [first, last] = groupsIn(root) as HTMLElement[]
    expect(first!.className).toBe('comment-list wide')
    expect(first!.getAttribute('role')).toBe('none')
    expect(first!.style.containIntrinsicBlockSize).toBe('auto 4520px')
    expect(last!.style.containIntrinsicBlockSize).toBe('auto 904px')
  })

  it('keep comments in the midst of the list from being a first or a last child, and even places even', () => {
    const root = page(120)
    createMover(root).place(placed(firstIds(120), root), createGroups(90))
    const matching = (selector: string) =>
      [...root.querySelectorAll(`li[id^=c]${selector}`)].map(({ id }) => id)
    expect(matching(':first-child')).toEqual(['c0'])
    expect(matching(':last-child')).toEqual(['c119'])
    expect(matching(':nth-child(odd)')).toEqual(Array.from({ length: 60 }, (_, n) => `c${2 * n}`))
  })

  it('take in more comments, and part when they have grown', () => {
    const root = page(60)
    const before = document.body.innerHTML
    const mover = createMover(root)
    mover.place(placed(firstIds(60), root), createGroups(90))
    for (let n = 59; n >= 0; n--) mover.insert(placed([`r${n}`], root)[0]!, document.getElementById('c0'))
    // At the end, where the page's script has put something of its own.
    root.insertAdjacentHTML('beforeend', '<li id="late">late</li>')
    mover.insert(placed(['late'], root)[0]!, null)
    expect(shown(root)).toEqual([
      ...Array.from({ length: 60 }, (_, n) => `r${59 - n}`),
      ...firstIds(60),
      'late',
    ])
    const sizes = groupsIn(root).map((group) => group.querySelectorAll('li').length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100)
    expect(sizes).toHaveLength(3)
    expect(listOf(document.getElementById('late')!)).toBe(root)
    mover.restore()
    document.getElementById('late')!.remove()
    expect(document.body.innerHTML).toBe(before)
  })

  it('never part what belongs to one comment', () => {
    document.body.innerHTML = `<dl id="root">${Array.from({ length: 120 }, (_, n) => `<dt id="t${n}">${n}</dt><dd>${n}</dd>`).join('')}</dl>`
    const root = document.querySelector<HTMLElement>('#root')!
    const mover = createMover(root)
    const at = (n: number): Placed => {
      const term = document.getElementById(`t${n}`)!
      return { elements: [term, term.nextElementSibling!], list: root }
    }
    mover.place(
      Array.from({ length: 45 }, (_, n) => at(n)),
      createGroups(90),
    )
    for (let n = 45; n < 120; n++) mover.insert(at(n), null)
    const groups = groupsIn(root)
    expect(groups.length).toBeGreaterThan(2)
    for (const group of groups) {
      const kinds = [...group.children]
        .map(({ localName }) => localName)
        .filter((name) => name !== 'template')
      expect(kinds.join(' ')).toBe(
        Array(kinds.length / 2)
          .fill('dt dd')
          .join(' '),
      )
    }
    expect([...root.querySelectorAll('dt')].map(({ id }) => id)).toEqual(
      Array.from({ length: 120 }, (_, n) => `t${n}`),
    )
  })
})
