import { describe, expect, it } from 'vitest'
import { conversationOf, lastOf, said } from './threads'

const whale = 'A whale without a tail is still a whale, whatever the small print says about it.'
const before = [said(`a 08:00: ${whale}`), said('b 08:10: The crate was empty when it came to the yard.')]
const answer = (text: string) => lastOf([...before, said(`c 09:00: ${text}`)])

describe('a quotation', () => {
  it.each([
    '"a whale without a tail is still a whale" - hang it up',
    '“without a tail is still a whale” oh dear',
    '„ohne“ heißt „A whale without a tail is still a whale“',
    '« whale without a tail is still » dit-il',
    '‘without a tail is still a whale’ oh dear',
    '> A whale without a tail is still a whale\nHardly.',
    '"A whale without its tail is still a whale" oh dear',
    '"A whale without a tail ... whatever the small print says about it" oh dear',
    `${whale}\n\nNot to the insurers, it is not.`,
  ])('of five words or more says what is answered: %s', (text) => {
    expect(answer(text).parent).toBe('a')
  })

  it.each([
    '"still a whale" he says',
    '"To be or not to be" he says',
    'A whale without a tail is still a whale for me',
    '"The crate stood in the yard all night"',
  ])("is none where the words are few, unmarked or nobody's: %s", (text) => {
    expect(answer(text).references).toEqual([])
  })

  it('of an article that several quote proves nothing', () => {
    const line = '"The gift came from a donor in the north", says the paper'
    expect(lastOf([said(`a 08:00: ${line}.`), said(`b 08:10: ${line}!`)]).references).toEqual([])
    const pasted = 'The gift came from a donor in the north. More inside.'
    expect(
      lastOf([said(`a 08:00: ${pasted}`), said(`b 08:10: ${pasted}`), said(`c 08:20: ${line}.`)]).references,
    ).toEqual([])
  })

  it('that takes up what was quoted just before, at the beginning, answers who brought it in', () => {
    const brought = said(
      'c 08:30: The notice says "all bones will be counted by the porters" and that is that.',
    )
    const late = Array.from({ length: 7 }, (_, k) => said(`f${k} 08:5${k}: Something else ${k}.`))
    const taken = 'd 09:30: "will be counted by the porters" - the porters!'
    expect(lastOf([...before, brought, said(taken)]).parent).toBe('c')
    expect(lastOf([...before, brought, ...late, said(taken)]).parent).toBeNull()
    expect(
      lastOf([...before, brought, said('d 09:30: They write "will be counted by the porters" too')]).parent,
    ).toBeNull()
  })

  it('of a comment that was quoted before still leads to where it was said', () => {
    const first = said('c 08:30: "a whale without a tail is still a whale" indeed')
    expect(lastOf([...before, first, said('d 09:00: "a tail is still a whale, whatever" - no')]).parent).toBe(
      'a',
    )
  })

  it('of the post points into the post and moves nothing', () => {
    const postText = 'The museum has bought a whale. It arrived in eleven crates last week.'
    const page = [said('a 08:00: "It arrived in eleven crates" they say')]
    const { references, links } = conversationOf(page, { postText })
    expect(links[0]).toBeNull()
    expect(references[0]).toHaveLength(1)
    const { inPost } = references[0]![0]!
    expect(postText.slice(inPost!.start, inPost!.end)).toBe('It arrived in eleven crates')
  })
})

describe('a link', () => {
  const report = 'https://museum.example/reports/whale-17'

  it('that was given once before, in the same branch, says what is answered', () => {
    const page = [said('a 08:00: News.'), said(`b<a 08:10: ${report}`)]
    expect(lastOf([...page, said(`c<a 08:20: The report is thin: ${report}`)]).parent).toBe('b')
  })

  it('proves nothing where several gave it, or where it only leads to a front page', () => {
    const two = [said(`a 08:00: ${report}`), said(`b 08:10: ${report}`)]
    expect(lastOf([...two, said(`c<a 08:20: See ${report} for what they say`)]).references).toEqual([])
    const front = [
      said('a 08:00: https://museum.example/'),
      said('b<a 08:10: It is on https://museum.example/ too'),
    ]
    expect(lastOf(front).references).toEqual([])
  })
})
