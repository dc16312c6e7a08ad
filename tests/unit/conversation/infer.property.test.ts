import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createInference } from '@/utils/conversation/infer'
import type { Comment } from '@/utils/thread/comment'
import { atOnce } from '@/utils/thread/in-slices'
import { comment, named } from '../thread/sample'
import { context, conversationOf } from './threads'

const names = ['Moss', 'Fenella', 'Bartleby Quint', 'Will', 'rook_lift']
const words =
  'the boat was late again and nobody on the quay could say why we waited with a dog until it rained'.split(
    ' ',
  )

const clock = fc
  .tuple(fc.integer({ min: 8, max: 11 }), fc.integer({ min: 0, max: 12 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
const phrase = fc
  .tuple(fc.nat(words.length - 1), fc.integer({ min: 3, max: 12 }))
  .map(([from, length]) => Array.from({ length }, (_, k) => words[(from + k) % words.length]).join(' '))
const piece = fc.oneof(
  phrase,
  phrase.map((text) => `"${text}"`),
  phrase.map((text) => `> ${text}\n`),
  clock.map((time) => `@anon ${time}`),
  clock.map((time) => `No ${time}, you are wrong.`),
  clock.map((time) => time.replace(':', '')),
  fc.constantFrom(...names).map((name) => `@${name}`),
  fc.constantFrom(...names).map((name) => `${name}, no.`),
  fc.constantFrom("\n\n'Wren", '\n– Hobb', '\nthanks', ' https://boats.example/winter/table.pdf '),
)
const written = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(' '))

/** Threads of two levels in the order of time, minutes apart, some in the same minute. */
const threads = fc
  .array(
    fc.record({
      text: written,
      name: fc.option(fc.constantFrom(...names)),
      pause: fc.integer({ min: 0, max: 9 }),
      under: fc.option(fc.nat()),
    }),
    { minLength: 1, maxLength: 24 },
  )
  .map((rows) => {
    let minute = 480
    const tops: string[] = []
    return rows.map(({ text, name, pause, under }, k): Comment => {
      minute += pause
      const local = new Date(Date.UTC(2021, 2, 1) + minute * 60_000).toISOString().slice(0, 16)
      const parentId = under === null || tops.length === 0 ? null : tops[under % tops.length]!
      if (parentId === null) tops.push(`c${k}`)
      return comment(`c${k}`, {
        parentId,
        ...(name === null ? {} : { author: named(name, `https://blog.example/${name}`) }),
        time: { text: local.slice(11), instant: `${local}:00.000Z`, local },
        text,
      })
    })
  })

const runs = { numRuns: 150, seed: 20_210_301 }
const indexOf = (id: string): number => Number(id.slice(1))

describe('whatever is said', () => {
  it('links lead back in time and never in a circle', () => {
    fc.assert(
      fc.property(threads, (comments) => {
        const { links, alsoAnswers } = conversationOf(comments)
        for (const [k, link] of links.entries())
          for (const { parentId } of [...(link ? [link] : []), ...alsoAnswers[k]!])
            expect(indexOf(parentId)).toBeLessThan(k)
      }),
      runs,
    )
  })

  it('references stand in order, without overlaps, and say the words that stand there', () => {
    fc.assert(
      fc.property(threads, (comments) => {
        const { references } = conversationOf(comments)
        for (const [k, found] of references.entries()) {
          let last = 0
          for (const { start, end, words: said, targets } of found) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            expect(comments[k]!.text.slice(start, end)).toBe(said)
            expect(new Set(targets).size).toBe(targets.length)
            for (const target of targets) expect(indexOf(target)).toBeLessThan(k)
            last = end
          }
        }
      }),
      runs,
    )
  })

  it('an early comment stays where it is when others come, and two readings are as good as one', () => {
    fc.assert(
      fc.property(threads, fc.nat(), (comments, cut) => {
        const half = cut % (comments.length + 1)
        const inference = createInference(context())
        atOnce(inference.read(comments.slice(0, half)))
        const early = structuredClone({
          links: inference.conversation.links.map((link) => (link?.kind === 'likely' ? null : link)),
          references: inference.conversation.references,
        })
        atOnce(inference.read(comments.slice(half)))
        const whole = conversationOf(comments)
        const { conversation } = inference
        expect(conversation.references.slice(0, half)).toEqual(early.references)
        for (const [k, link] of early.links.entries())
          if (link?.kind === 'explicit') expect(conversation.links[k]).toEqual(link)
        expect(conversation.references).toEqual(whole.references)
        expect(conversation.commenters).toEqual(whole.commenters)
        expect(conversation.partOf).toEqual(whole.partOf)
        const explicit = (links: typeof whole.links) => links.filter((link) => link?.kind === 'explicit')
        expect(explicit(conversation.links)).toEqual(explicit(whole.links))
      }),
      runs,
    )
  })

  it('reading the same again says the same', () => {
    fc.assert(
      fc.property(threads, (comments) => {
        expect(conversationOf(comments)).toEqual(conversationOf(comments))
      }),
      { ...runs, numRuns: 30 },
    )
  })

  it('what the reader refused is linked by no reading of ours', () => {
    fc.assert(
      fc.property(threads, (comments) => {
        const before = conversationOf(comments)
        const refused = new Set(
          before.links.flatMap((link, k) => (link && link.kind !== 'site' ? [`c${k} ${link.parentId}`] : [])),
        )
        const { links, alsoAnswers } = conversationOf(comments, { refused })
        for (const [k, link] of links.entries())
          for (const { kind, parentId } of [...(link ? [link] : []), ...alsoAnswers[k]!])
            if (kind !== 'site') expect(refused).not.toContain(`c${k} ${parentId}`)
      }),
      runs,
    )
  })
})
