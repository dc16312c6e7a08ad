import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ancestorsOf, buildThread } from '@/utils/thread/build-thread'

const entry = (id: string, parentId: string | null = null) => ({ id, parentId })

/** Any list in which parents come before, after, or not at all, without circles. */
const forests = fc
  .array(fc.option(fc.nat()), { maxLength: 60 })
  .map((choices) =>
    choices.map((choice, k) =>
      entry(
        `c${k}`,
        choice === null || k === 0 ? null : choice % 7 === 0 ? `gone${choice % 3}` : `c${choice % k}`,
      ),
    ),
  )

describe('a thread', () => {
  it('lists parents before their replies and keeps the order of the page among siblings', () => {
    const { nodes } = buildThread([
      entry('a'),
      entry('b'),
      entry('a1', 'a'),
      entry('a2', 'a'),
      entry('a1x', 'a1'),
    ])
    expect(nodes.map(({ id, depth }) => `${depth} ${id}`)).toEqual(['0 a', '1 a1', '2 a1x', '1 a2', '0 b'])
    expect(nodes.map(({ subtreeEnd }) => subtreeEnd)).toEqual([4, 3, 3, 4, 5])
  })

  it('puts a placeholder where the first reply to a missing comment stands', () => {
    const { nodes } = buildThread([entry('a'), entry('x1', 'x'), entry('b'), entry('x2', 'x')])
    expect(nodes.map(({ id, entry }) => `${id} ${entry}`)).toEqual(['a 0', 'x -1', 'x1 1', 'x2 3', 'b 2'])
  })

  it('refuses two comments with one id', () => {
    expect(() => buildThread([entry('a'), entry('a')])).toThrow('Two comments have the id a')
  })

  it('refuses parents that lead in a circle', () => {
    expect(() => buildThread([entry('z'), entry('a', 'b'), entry('b', 'a')])).toThrow('lead in a circle')
    expect(() => buildThread([entry('a', 'a')])).toThrow('lead in a circle')
  })

  it('names the chain of ancestors, nearest last', () => {
    const thread = buildThread([entry('a'), entry('b', 'a'), entry('c', 'b')])
    expect(ancestorsOf(thread, 2).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('nests 50,000 comments 500 deep without recursion', () => {
    const entries = Array.from({ length: 50_000 }, (_, k) =>
      entry(`c${k}`, k % 500 === 0 ? null : `c${k - 1}`),
    )
    const { nodes } = buildThread(entries)
    expect(nodes).toHaveLength(50_000)
    expect(Math.max(...nodes.map(({ depth }) => depth))).toBe(499)
    expect(nodes[0]!.subtreeEnd).toBe(500)
  })

  it('holds every comment once, within its parent’s branch, whatever the order of the page', () => {
    fc.assert(
      fc.property(forests, (entries) => {
        const { nodes, nodeOf } = buildThread(entries)
        expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length)
        entries.forEach(({ id, parentId }, k) => {
          const place = nodeOf[k]!
          const node = nodes[place]!
          expect(node.id).toBe(id)
          expect(nodes[node.parent]?.id ?? null).toBe(parentId)
          if (node.parent >= 0) {
            expect(node.parent).toBeLessThan(place)
            expect(node.subtreeEnd).toBeLessThanOrEqual(nodes[node.parent]!.subtreeEnd)
            expect(node.depth).toBe(nodes[node.parent]!.depth + 1)
          }
        })
      }),
    )
  })
})
