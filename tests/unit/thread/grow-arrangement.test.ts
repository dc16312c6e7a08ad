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
})
