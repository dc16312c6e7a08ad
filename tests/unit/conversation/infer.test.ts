import { describe, expect, it } from 'vitest'
import { createInference } from '@/utils/conversation/infer'
import { atOnce } from '@/utils/thread/in-slices'
import { context, conversationOf, lastOf, said } from './threads'

const page = [
  said('a 08:00: The boiler is cold.'),
  said('b<a 08:10: It was never warm.'),
  said('c 08:20: The roof leaks, too.'),
  said('d<c 08:30: Since the spring.'),
]

describe('what a comment answers', () => {
  it('is what the platform says where its words say nothing', () => {
    const { links } = conversationOf(page)
    expect(links.map((link) => link?.parentId ?? null)).toEqual([null, 'a', null, 'c'])
    expect(links[1]).toMatchObject({ kind: 'site', confidence: 1 })
  })

  it('is for another blog’s ping nothing but its place, whatever the ping quotes', () => {
    const words = 'Down by the weir the old ferryman keeps a lamp lit for the eels'
    const ping = { ...said(`e 09:00: Somebody writes: "${words}"`), isPing: true as const }
    expect(lastOf([said(`a 08:00: ${words}.`), ping])).toMatchObject({ parent: null, references: [] })
    const quoted = said(`f 09:30: "${words}": who lit it?`)
    expect(lastOf([{ ...said(`a 08:00: ${words}.`), isPing: true as const }, quoted]).parent).toBeNull()
    expect(lastOf([said(`a 08:00: ${words}.`), ping, quoted]).parent).toBe('a')
  })

  it('may be in another branch, and is what is addressed first; the rest is listed beside', () => {
    const { link, also } = lastOf([...page, said('e<c 09:00: @08:10 no. And @08:30, since the winter.')])
    expect(link).toMatchObject({ parentId: 'b', kind: 'explicit' })
    expect(also).toEqual(['d'])
  })

  it('comes with the words that say so, and their place', () => {
    const text = 'Well said 08:10!'
    const { link } = lastOf([...page, said(`e 09:00: ${text}`)])
    const [{ kind, words, start, end }] = link!.evidence as [
      { kind: string; words: string; start: number; end: number },
    ]
    expect({ kind, words }).toEqual({ kind: 'clock', words: '08:10' })
    expect(text.slice(start, end)).toBe(words)
    expect(link!.confidence).toBeGreaterThan(0.8)
  })

  it('is not what the reader said it is not', () => {
    const refused = new Set(['e b'])
    const comments = [...page, said('e 09:00: @08:10 no')]
    expect(lastOf(comments, { refused })).toMatchObject({ parent: null, references: ['@08:10 → b'] })
    const twins = [...page, said('b2<c 08:10: Neither was I.'), said('e<a 09:00: @08:10 no')]
    expect(lastOf(twins, { refused }).parent).toBe('b2')
  })

  it('survives comments without text, name, time or parent', () => {
    const bare = { ...said('x 08:00: '), time: { text: '', instant: null, local: null }, parentId: 'gone' }
    expect(lastOf([...page, bare])).toMatchObject({ references: [], parent: 'gone' })
  })
})

describe('reading on', () => {
  it('tells which earlier comments are seen anew', () => {
    const inference = createInference(context())
    atOnce(inference.read([said('a 08:00: The door is shut again and so be it.\n\nwren'), page[2]!]))
    expect(inference.conversation.commenters[0]).toBeNull()
    const changed = atOnce(inference.read([said('e 09:00: @wren which door?')]))
    expect([...changed]).toEqual([0])
    expect(inference.conversation.commenters[0]?.name).toBe('wren')
    expect(inference.conversation.links[2]?.parentId).toBe('a')
  })

  it('finds what was there before but is given late', () => {
    const inference = createInference(context())
    atOnce(inference.read([page[0]!, said('e<a 09:00: @08:20 no')]))
    const changed = atOnce(inference.read([page[2]!]))
    expect([...changed]).toEqual([1])
    expect(inference.conversation.links[1]?.parentId).toBe('c')
  })

  it('tells of a comment that points at something more, though its parent and its references are as many', () => {
    const inference = createInference(context({ hasMore: true }))
    const asks = said('e 09:00 Bo: @08:00 no. And @08:20 you are quite right about it.')
    atOnce(inference.read([said('a 08:00 Ana: The boiler is cold.'), asks]))
    const { links, references, alsoAnswers } = inference.conversation
    expect([links[1]?.parentId, references[1]!.length]).toEqual(['a', 2])
    const changed = atOnce(inference.read([said('c 08:20 Cy: The roof leaks, too.')]))
    expect([links[1]?.parentId, references[1]!.length]).toEqual(['a', 2])
    expect(references[1]![1]!.targets).toEqual(['c'])
    expect(alsoAnswers[1]!.map(({ parentId }) => parentId)).toEqual(['c'])
    expect([...changed]).toEqual([1])
  })

  it('tells nothing of a comment that what comes late changes nothing of', () => {
    const inference = createInference(context())
    atOnce(inference.read([page[0]!, said('e<a 09:00: @08:00 no')]))
    expect([...atOnce(inference.read([page[2]!]))]).toEqual([])
  })

  it('yields every few dozen comments', () => {
    const many = Array.from({ length: 320 }, (_, k) => said(`c${k} 08:00: Number ${k}.`))
    const work = createInference(context()).read(many)
    let pauses = 0
    while (!work.next().done) pauses += 1
    expect(pauses).toBeGreaterThan(20)
  })
})
