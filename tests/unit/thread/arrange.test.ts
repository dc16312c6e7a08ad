import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ArrangementName, arrange, arrangementNames } from '@/utils/thread/arrange'
import { buildThread } from '@/utils/thread/build-thread'
import type { Comment } from '@/utils/thread/comment'
import type { Link } from '@/utils/thread/conversation'
import { at, comment } from './sample'

const siteLink = ({ parentId }: Comment): Link | null =>
  parentId === null ? null : { parentId, kind: 'site', confidence: 1, evidence: [] }

const arranged = (name: ArrangementName, comments: Comment[]) =>
  arrange(name, buildThread(comments), {
    comments,
    order: comments.map((_, entry) => entry),
    links: comments.map(siteLink),
    partOf: comments.map(() => null),
  })

const shown = (name: ArrangementName, comments: Comment[]) =>
  arranged(name, comments).placements.map(({ entry, depth }) => `${depth} ${comments[entry]!.id}`)

const page = [
  comment('a', { time: at('2026-03-01T10:00:00.000Z') }),
  comment('a1', { parentId: 'a', time: at('2026-03-01T14:00:00.000Z') }),
  comment('b', { time: at('2026-03-01T12:00:00.000Z') }),
  comment('b1', { parentId: 'b', time: at('2026-03-01T13:00:00.000Z') }),
]

describe('an arrangement', () => {
  it('called original is the page’s own order and nesting', () => {
    expect(shown('original', page)).toEqual(['0 a', '1 a1', '0 b', '1 b1'])
  })

  it('called conversation is the platform’s nesting where the words tell nothing more', () => {
    expect(shown('conversation', page)).toEqual(shown('original', page))
  })

  it('by time is flat', () => {
    expect(shown('oldest', page)).toEqual(['0 a', '0 b', '0 b1', '0 a1'])
    expect(shown('newest', page)).toEqual(['0 a1', '0 b1', '0 b', '0 a'])
  })

  it('keeps comments without a time beside the one before them', () => {
    const withoutTime = [page[0]!, comment('x'), page[1]!, page[2]!]
    expect(shown('oldest', withoutTime)).toEqual(['0 a', '0 x', '0 b', '0 a1'])
    expect(shown('newest', withoutTime)).toEqual(['0 a1', '0 b', '0 x', '0 a'])
  })

  it('keeps replies to a missing comment in their place, one level in, with its id', () => {
    const { placements } = arranged('original', [comment('a'), comment('b', { parentId: 'gone' })])
    expect(placements[1]).toMatchObject({ depth: 1, parentId: 'gone', link: 'site' })
  })

  it('shows every comment once, and knows where each is and where its branch ends', () => {
    const threads = fc.array(fc.record({ up: fc.nat(), minute: fc.nat(59) }), { maxLength: 40 }).map((list) =>
      list.map(({ up, minute }, k) =>
        comment(`c${k}`, {
          parentId: k > 0 && up % 3 > 0 ? `c${up % k}` : null,
          time: at(`2026-03-01T10:${String(minute).padStart(2, '0')}:00.000Z`),
        }),
      ),
    )
    fc.assert(
      fc.property(threads, fc.constantFrom(...arrangementNames), (comments, name) => {
        const { placements, placeOf } = arranged(name, comments)
        expect(placements.map(({ entry }) => entry).toSorted((a, b) => a - b)).toEqual(
          comments.map((_, k) => k),
        )
        placements.forEach(({ entry, depth, inside: held }, place) => {
          const branchEnd = place + 1 + held
          expect(placeOf[entry]).toBe(place)
          for (const inside of placements.slice(place + 1, branchEnd))
            expect(inside.depth).toBeGreaterThan(depth)
          expect(placements[branchEnd]?.depth ?? 0).toBeLessThanOrEqual(depth)
        })
      }),
    )
  })
})
