import { describe, expect, it } from 'vitest'
import { conversationOf, said } from './threads'

const prose = (length: number): string =>
  'The committee met in the hall and heard the engineer on the state of the lower gate. '
    .repeat(60)
    .slice(0, length)
    .trim()
const partsOf = (...lines: string[]) => conversationOf(lines.map(said)).partOf

describe('a split comment', () => {
  it('goes on where the size limit cut it', () => {
    expect(partsOf(`a 08:00: ${prose(3600)}`, `b 08:02: ${prose(1400)}`, `c 08:03: ${prose(900)}`)).toEqual([
      null,
      'a',
      'a',
    ])
  })

  it('goes on among replies, and there stands where its first part does', () => {
    const { links, partOf } = conversationOf(
      [`a 08:00: News.`, `b<a 08:05: ${prose(3600)}`, `c 08:06: ${prose(1400)}`].map(said),
    )
    expect(partOf).toEqual([null, null, 'b'])
    expect(links[2]).toMatchObject({ parentId: 'a', kind: 'explicit' })
  })

  it('goes on where its parts are numbered, whatever their length', () => {
    expect(partsOf(`a 08:00: ${prose(500)} (1/2)`, `b 08:20: (2/2) ${prose(300)}`)).toEqual([null, 'a'])
    expect(partsOf(`a 08:00: ${prose(600)}`, `b 08:04: Continued: ${prose(300)}`)).toEqual([null, 'a'])
  })

  it.each([
    ['an answer', `a 08:00: ${prose(3800)}`, 'b 08:03: I agree with every word of this.'],
    ['much later', `a 08:00: ${prose(3800)}`, `b 11:00: ${prose(1400)}`],
    ['another hand', `a 08:00 Moss: ${prose(3800)}`, `b 08:02 Quill: ${prose(1400)}`],
    ['short', `a 08:00: ${prose(900)}`, `b 08:02: ${prose(900)}`],
    ['a link', `a 08:00: ${prose(3800)}`, `b 08:02: https://blog.example/x ${prose(1400)}`],
  ])('does not take in what is %s', (_, first, second) => {
    expect(partsOf(first, second)).toEqual([null, null])
  })
})
