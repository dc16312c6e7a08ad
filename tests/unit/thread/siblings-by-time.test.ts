import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange } from '@/utils/thread/arrange'
import { buildThread } from '@/utils/thread/build-thread'
import type { Comment } from '@/utils/thread/comment'
import type { Link } from '@/utils/thread/conversation'
import { growArrangement } from '@/utils/thread/grow-arrangement'
import { at, comment } from './sample'

const hour = (time: number): Comment['time'] => at(`2026-03-01T${String(time).padStart(2, '0')}:00:00.000Z`)

/** A comment as the page has it, and what the conversation says that it answers. */
type Said = { id: string; time: number | null; below: string | null; answers?: string; partOf?: string }

const arrangementOf = (said: readonly Said[]) => {
  const comments = said.map(({ id, time, below }) =>
    comment(id, { parentId: below, ...(time === null ? {} : { time: hour(time) }) }),
  )
  const order = said.map((_, entry) => entry)
  const links = said.map(({ below, answers }): Link | null => {
    const parentId = answers ?? below
    return parentId === null
      ? null
      : { parentId, kind: answers ? 'explicit' : 'site', confidence: 1, evidence: [] }
  })
  const partOf = said.map((one) => one.partOf ?? null)
  return { comments, order, links, partOf }
}

const conversationOf = (said: readonly Said[]) => {
  const arranged = arrangementOf(said)
  return arrange('conversation', buildThread(arranged.comments, arranged.order), arranged)
}

const shown = (said: readonly Said[]): string[] =>
  conversationOf(said).placements.map(({ entry, depth }) => `${depth} ${said[entry]!.id}`)

describe('answers to one comment from several places of the page', () => {
  it('stand by time', () => {
    expect(
      shown([
        { id: 'a', time: 9, below: null },
        { id: 'a1', time: 10, below: 'a' },
        { id: 'a2', time: 12, below: 'a' },
        { id: 'b', time: 11, below: null, answers: 'a' },
        { id: 'b1', time: 13, below: 'b' },
      ]),
    ).toEqual(['0 a', '1 a1', '1 b', '2 b1', '1 a2'])
  })

  it('stand latest first where the page has its own so', () => {
    expect(
      shown([
        { id: 'b', time: 11, below: null, answers: 'a' },
        { id: 'a', time: 9, below: null },
        { id: 'a2', time: 12, below: 'a' },
        { id: 'a1', time: 10, below: 'a' },
      ]),
    ).toEqual(['0 a', '1 a2', '1 b', '1 a1'])
  })

  it('stay as the page has them where that goes by something else, or a time is not known', () => {
    const ranked: Said[] = [
      { id: 'a', time: 9, below: null },
      { id: 'a1', time: 14, below: 'a' },
      { id: 'a2', time: 10, below: 'a' },
      { id: 'a3', time: 12, below: 'a' },
      { id: 'b', time: 11, below: null, answers: 'a' },
    ]
    expect(shown(ranked)).toEqual(['0 a', '1 a1', '1 a2', '1 a3', '1 b'])
    const unknown = ranked.map((one) => (one.id === 'a1' ? { ...one, time: null } : one))
    expect(shown(unknown)).toEqual(['0 a', '1 a1', '1 a2', '1 a3', '1 b'])
  })

  it('leaves other answers, and parts of one comment, where they are', () => {
    expect(
      shown([
        { id: 'a', time: 9, below: null },
        { id: 'a1', time: 12, below: 'a' },
        { id: 'a2', time: 10, below: 'a' },
        { id: 'b', time: 11, below: null },
        { id: 'c', time: 13, below: null },
        { id: 'c2', time: 15, below: null, partOf: 'c' },
        { id: 'd', time: 14, below: null, answers: 'c' },
      ]),
    ).toEqual(['0 a', '1 a1', '1 a2', '0 b', '0 c', '0 c2', '1 d'])
  })

  it('leaves parts of one comment together among other answers', () => {
    expect(
      shown([
        { id: 'a', time: 9, below: null },
        { id: 'a1', time: 10, below: 'a' },
        { id: 'a2', time: 12, below: 'a', partOf: 'a1' },
        { id: 'b', time: 11, below: null, answers: 'a' },
      ]),
    ).toEqual(['0 a', '1 a1', '1 a2', '1 b'])
  })

  it('come to the same place one by one as all at once', () => {
    const arrivals = fc.array(fc.record({ time: fc.nat(23), below: fc.nat(), answers: fc.nat() }), {
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(arrivals, (list) => {
        const said: Said[] = [{ id: 'c0', time: 0, below: null }]
        let grown = conversationOf(said)
        for (const { time, below, answers } of list) {
          const entry = said.length
          const one: Said = { id: `c${entry}`, time, below: below % 3 ? null : `c${below % entry}` }
          said.push(answers % 2 ? { ...one, answers: `c${answers % entry}` } : one)
          const arranged = arrangementOf(said)
          const ids = new Map(said.map(({ id }, k) => [id, k]))
          const anew = arrange('conversation', buildThread(arranged.comments, arranged.order), arranged)
          grown = growArrangement(grown, arranged, entry, [null], ids) ?? anew
          expect({ ...grown, grownFrom: 0 }).toEqual({ ...anew, grownFrom: 0 })
        }
      }),
    )
  })
})
