import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange } from '@/utils/thread/arrange'
import { buildThread } from '@/utils/thread/build-thread'
import type { Comment } from '@/utils/thread/comment'
import type { Link } from '@/utils/thread/conversation'
import { growArrangement } from '@/utils/thread/grow-arrangement'
import { comment } from './sample'

const linkOf = ({ parentId }: Comment): Link | null =>
  parentId === null ? null : { parentId, kind: 'site', confidence: 1, evidence: [] }

const arrangedAnew = (name: 'original' | 'conversation', comments: Comment[], order: number[]) =>
  arrange(name, buildThread(comments, order), {
    comments,
    order,
    links: comments.map(linkOf),
    partOf: comments.map(() => null),
  })

/** Where the branch of an entry ends in the order of the page. */
const endOf = (comments: Comment[], order: number[], entry: number): number => {
  const inside = new Set([comments[entry]!.id])
  let end = order.indexOf(entry) + 1
  while (end < order.length && inside.has(comments[order[end]!]!.parentId ?? '')) {
    inside.add(comments[order[end]!]!.id)
    end++
  }
  return end
}

describe('an arrangement that grows', () => {
  it.each(['original', 'conversation'] as const)('is %s as if it were arranged anew', (name) => {
    const arrivals = fc.array(fc.record({ parent: fc.nat(), first: fc.boolean() }), {
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(arrivals, (added) => {
        const comments = [comment('c0')]
        let order = [0]
        let grown = arrangedAnew(name, comments, order)
        for (const { parent, first } of added) {
          const entry = comments.length
          const above = parent % (entry + 1) === entry ? null : parent % (entry + 1)
          const at =
            above === null
              ? first
                ? 0
                : order.length
              : first
                ? order.indexOf(above) + 1
                : endOf(comments, order, above)
          const before = order[at] ?? null
          comments.push(comment(`c${entry}`, { parentId: above === null ? null : `c${above}` }))
          order = order.toSpliced(at, 0, entry)
          const links = comments.map(linkOf)
          const ids = new Map(comments.map(({ id }, k) => [id, k]))
          grown = growArrangement(
            grown,
            { comments, order, links, partOf: links.map(() => null) },
            entry,
            [before],
            ids,
          )!
        }
        expect({ ...grown, grownFrom: 0 }).toEqual(arrangedAnew(name, comments, order))
        expect(grown.grownFrom).toBe(comments.length - 1)
      }),
    )
  })

  it('is not grown where a parent is not there, or where it goes by time', () => {
    const comments = [comment('a'), comment('b', { parentId: 'gone' })]
    const order = [0, 1]
    const now = arrangedAnew('original', comments.slice(0, 1), [0])
    const ids = new Map([['a', 0]])
    expect(
      growArrangement(now, { comments, order, links: [null, null], partOf: [null, null] }, 1, [null], ids),
    ).toBeNull()
    const flat = arrange('oldest', buildThread([comments[0]!]), {
      comments: [comments[0]!],
      order: [0],
      links: [null],
      partOf: [null],
    })
    expect(
      growArrangement(flat, { comments, order, links: [null, null], partOf: [null, null] }, 1, [null], ids),
    ).toBeNull()
  })

  it('is not grown where a comment comes that others answer already', () => {
    const comments = [comment('a', { parentId: 'late' }), comment('late')]
    const now = arrangedAnew('original', comments.slice(0, 1), [0])
    const arranged = { comments, order: [1, 0], links: comments.map(linkOf), partOf: [null, null] }
    const ids = new Map([
      ['a', 0],
      ['late', 1],
    ])
    expect(growArrangement(now, arranged, 1, [0], ids)).toBeNull()
  })

  it.each(['original', 'conversation'] as const)(
    'is %s as if it were arranged anew, or not grown, whatever answers what and in whichever direction the page goes',
    (name) => {
      const arrivals = fc.array(
        fc.record({
          parent: fc.option(fc.nat()),
          answers: fc.option(fc.nat(), { freq: 2 }),
          later: fc.nat(2),
          hasTime: fc.nat(9),
        }),
        { minLength: 2, maxLength: 10 },
      )
      fc.assert(
        fc.property(fc.boolean(), fc.integer({ min: 1, max: 2 }), arrivals, (isNewestFirst, count, added) => {
          const from = Math.max(1, added.length - count)
          const idOf = (entry: number, of: number | null) =>
            entry === 0 || of === null ? null : `c${of % entry}`
          const comments = added.map(({ parent, later, hasTime }, entry) =>
            comment(`c${entry}`, {
              parentId: idOf(entry, parent),
              time: {
                text: '',
                instant: null,
                local: hasTime ? `2026-03-01T10:${10 + entry + later}` : null,
              },
            }),
          )
          const links = added.map(({ answers }, entry): Link | null => {
            const parentId = idOf(entry, answers)
            return parentId === null
              ? linkOf(comments[entry]!)
              : { parentId, kind: 'explicit', confidence: 1, evidence: [] }
          })
          const partOf = comments.map(() => null)
          /** The comments in the order of the page, of so many. */
          const orderOf = (size: number): number[] => {
            const below = (id: string | null): number[] => {
              const replies = [...comments.slice(0, size).keys()].filter((k) => comments[k]!.parentId === id)
              if (isNewestFirst) replies.reverse()
              return replies.flatMap((k) => [k, ...below(comments[k]!.id)])
            }
            return below(null)
          }
          let order = orderOf(from)
          const first = comments.slice(0, from)
          const now = arrange(name, buildThread(first, order), { comments: first, order, links, partOf })
          const before = comments.slice(from).map((_, k) => {
            const withNew = orderOf(from + k + 1)
            return withNew.slice(withNew.indexOf(from + k) + 1).find((entry) => entry < from) ?? null
          })
          for (const [k, next] of before.entries())
            order = order.toSpliced(next === null ? order.length : order.indexOf(next), 0, from + k)
          // Of several that stand before the same one, the page may have the later first.
          fc.pre(order.join() === orderOf(comments.length).join())
          const ids = new Map(comments.map(({ id }, k) => [id, k]))
          const all = { comments, order, links, partOf }
          const grown = growArrangement(now, all, from, before, ids)
          if (grown)
            expect({ ...grown, grownFrom: 0 }).toEqual(arrange(name, buildThread(comments, order), all))
        }),
        { numRuns: 1000 },
      )
    },
  )
})
