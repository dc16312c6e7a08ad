import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAllInSteps } from '@/utils/sites/common/find-all-in-steps'
import { atOnce } from '@/utils/thread/in-slices'

/** Elements within each other; every list is as long as its number says. */
type Tree = { isWanted: boolean; repeated: number; children: Tree[] }

const { tree } = fc.letrec<{ tree: Tree }>((again) => ({
  tree: fc.record({
    isWanted: fc.boolean(),
    repeated: fc.constantFrom(0, 0, 0, 260),
    children: fc.oneof({ maxDepth: 3 }, fc.constant<Tree[]>([]), fc.array(again('tree'), { maxLength: 3 })),
  }),
}))

const elementOf = ({ isWanted, repeated, children }: Tree): Element => {
  const element = document.createElement('div')
  if (isWanted) element.className = 'comment'
  for (let k = 0; k < repeated; k++) {
    const item = document.createElement('p')
    item.className = k % 3 === 0 ? 'comment' : ''
    element.append(item)
  }
  element.append(...children.map(elementOf))
  return element
}

describe('looking through a long page in steps', () => {
  it('finds what the browser would, in the same order', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (trees) => {
        document.body.replaceChildren(...trees.map(elementOf))
        const found = atOnce(findAllInSteps(document, '.comment'))
        expect(found).toEqual([...document.querySelectorAll('.comment')])
      }),
      { numRuns: 60 },
    )
  })

  it('pauses again and again in a long list, and hardly in a short one', () => {
    const steps = (items: number): number => {
      document.body.replaceChildren(elementOf({ isWanted: false, repeated: items, children: [] }))
      return [...findAllInSteps(document, '.comment')].length
    }
    expect(steps(20)).toBe(1)
    expect(steps(2000)).toBeGreaterThan(50)
  })
})
