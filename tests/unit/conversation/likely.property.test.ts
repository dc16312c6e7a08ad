import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likelyParents } from '@/utils/conversation/likely'
import { createChoices, type Known } from '@/utils/conversation/likely-choices'
import type { Link } from '@/utils/thread/conversation'
import { atOnce } from '@/utils/thread/in-slices'
import { knownOf, type Said } from './likely-threads'

const vocabulary =
  'harbour trawler herring barrel cannery lighthouse winter sluice mill council spring bakery'
const texts = fc
  .array(fc.constantFrom(...vocabulary.split(' '), 'you', '?', '“herring barrel”'), { maxLength: 9 })
  .map((words) => words.join(' '))

/** Threads of two levels, of people and strangers, with times in any order. */
const threads = fc
  .array(
    fc.record({
      by: fc.constantFrom('Ida', 'Bo', 'Cleo', null),
      text: texts,
      top: fc.integer({ min: 0, max: 3 }),
      minute: fc.integer({ min: 0, max: 500 }),
    }),
    { maxLength: 40 },
  )
  .map((all) => {
    const tops = new Set<number>()
    return knownOf(
      all.map(({ by, text, top, minute }, k): Said => {
        const isFirst = !tops.has(top)
        tops.add(top)
        return isFirst
          ? { by, text, id: `t${top}`, minute: 0 }
          : { by, text, id: `c${k}`, minute, below: `t${top}` }
      }),
    )
  })

const first = (known: Known, count: number): Known => ({
  comments: known.comments.slice(0, count),
  words: known.words.slice(0, count),
  times: known.times.slice(0, count),
  links: known.links.slice(0, count),
  partOf: known.partOf.slice(0, count),
  commenters: known.commenters.slice(0, count),
  references: known.references.slice(0, count),
})

const linksOf = (known: Known): (Link | null)[] => atOnce(likelyParents(known, 0))

describe('likely links of any thread', () => {
  it('lead within the branch, to an earlier comment, never to the top, and so never in a circle', () => {
    fc.assert(
      fc.property(threads, (known) => {
        const places = new Map(known.comments.map(({ id }, k) => [id, k]))
        const links = linksOf(known)
        expect(links).toHaveLength(known.comments.length)
        links.forEach((link, k) => {
          if (!link) return
          const comment = known.comments[k]!
          const place = places.get(link.parentId)!
          const target = known.comments[place]!
          expect(comment.parentId).not.toBeNull()
          expect(target.parentId).toBe(comment.parentId)
          expect(place).toBeLessThan(k)
          expect(Date.parse(target.time.instant!)).toBeLessThanOrEqual(Date.parse(comment.time.instant!))
          expect(link.confidence).toBeGreaterThan(0.5)
          expect(link.confidence).toBeLessThanOrEqual(1)
          expect(link.evidence.length).toBeGreaterThan(0)
          for (const { words, start, end } of link.evidence)
            expect(comment.text.slice(start, end)).toBe(words)
        })
      }),
    )
  })

  it('are the same at each reading, in portions, and with a memory of what was read', () => {
    fc.assert(
      fc.property(threads, fc.nat(40), (known, cut) => {
        const all = linksOf(known)
        expect(linksOf(known)).toEqual(all)
        const count = Math.min(cut, known.comments.length)
        expect(linksOf(first(known, count))).toEqual(all.slice(0, count))
        expect(atOnce(likelyParents(known, count))).toEqual(all.slice(count))
        const memory = createChoices()
        const early = atOnce(likelyParents(first(known, count), 0, memory))
        expect([...early, ...atOnce(likelyParents(known, count, memory))]).toEqual(all)
      }),
    )
  })

  it('do not depend on likely links that were found before', () => {
    fc.assert(
      fc.property(threads, (known) => {
        const all = linksOf(known)
        expect(linksOf({ ...known, links: known.links.map((link, k) => all[k] ?? link) })).toEqual(all)
      }),
    )
  })
})

describe('the work for likely links', () => {
  /** How often a list is looked into while a thread is read. */
  const looks = (known: Known): number => {
    let count = 0
    const counting = <T>(list: readonly T[]): readonly T[] =>
      new Proxy(list, {
        get: (target, name) => {
          if (typeof name === 'string' && /^\d+$/.test(name)) count += 1
          return Reflect.get(target, name) as unknown
        },
      })
    atOnce(
      likelyParents(
        { ...known, comments: counting(known.comments), commenters: counting(known.commenters) },
        0,
      ),
    )
    return count
  }
  const crowd = (count: number, branch: number): Known =>
    knownOf(
      Array.from({ length: count }, (_, k): Said => {
        const words = Array.from({ length: 12 }, (_, n) => `word${(k * 7 + n * n * 31) % 400}`)
        const top = k - (k % branch)
        return {
          by: `P${k % 37}`,
          text: `${words.join(' ')} harbour`,
          ...(k === top ? {} : { below: `c${top}` }),
        }
      }),
    )

  it.each([10, 1000, 100_000])('grows with the comments alone, in branches of up to %i', (branch) => {
    const few = looks(crowd(500, branch)) / 500
    const many = looks(crowd(4000, branch)) / 4000
    expect(many).toBeLessThan(few * 1.5)
    expect(many).toBeLessThan(100)
  })

  it('pauses every few dozen comments', () => {
    const work = likelyParents(crowd(1000, 20), 0)
    let pauses = 0
    while (!work.next().done) pauses += 1
    expect(pauses).toBeGreaterThanOrEqual(25)
  })
})
