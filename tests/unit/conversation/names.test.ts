import { describe, expect, it } from 'vitest'
import { lastOf, said } from './threads'

const before = [
  said('a 08:00 Moss: The last boat was cancelled.'),
  said('b 08:10 Bartleby Quint: It was a joke of a boat.'),
  said('c<b 08:20 Fenella: I waited on the quay.'),
  said('d 08:30 Will: I took the bus.'),
]
const answer = (text: string) => lastOf([...before, said(`e 09:00: ${text}`)])

describe('a name', () => {
  it.each([
    ['@Moss you slept in the car', 'a'],
    ['Moss, ring the office', 'a'],
    ['Hi moss - ring the office', 'a'],
    ['Come off it Fenella', 'c'],
    ['Bartleby, so it was', 'b'],
    ['@bartlebyquint so it was', 'b'],
    ['@Bartelby so it was', 'b'],
    ['I agree with Fenella about the quay', 'c'],
    ['As Fenella says, nobody came', 'c'],
    ['Yes, Fenella, and the day after', 'c'],
    ['@Will was it full?', 'd'],
    ['Liebe Fenella, ich auch', 'c'],
    ['Bonjour Fenella, moi aussi', 'c'],
    ['Moss it was not cancelled', 'a'],
    ['Bartleby Quint over to you', 'b'],
    ['Shocking Fenella. I laughed though', 'c'],
    ["I'll be there Fenella. With two chairs.", 'c'],
    ['That is what a timetable is for, Fenella.', 'c'],
    ['Ten out of ten Fenella.', 'c'],
    ['As Fenella was saying, it is the fog', 'c'],
  ])('says whom a comment answers: %s', (text, target) => {
    expect(answer(text).parent).toBe(target)
  })

  it.each([
    'Will there be a boat?',
    'I will take the bus',
    'Moss grew on the quay',
    'Fenella Drake sang on the boat',
    'my cat is called Bartleby',
    'Mos, who is that?',
    'write to me@moss.example',
    'Moss. of the quay is slippery',
    'It has grown\n\nMoss',
  ])('is none where it is a word, or somebody else: %s', (text) => {
    expect(answer(text)).toMatchObject({ references: [], parent: null })
  })

  it('in passing is a link that moves nothing, where it is all of a name of several words', () => {
    expect(answer('Somebody should read Bartleby Quint again')).toMatchObject({
      references: ['Bartleby Quint → b'],
      parent: null,
    })
    expect(answer('You would have to ask Mr Quint').references).toEqual(['Quint → b'])
    expect(answer('Somebody should read Quint again').references).toEqual([])
  })

  it('of somebody else in the same comment stays that', () => {
    const page = [said('a 08:00 Ruthven: Well I never.')]
    const references = (text: string) => lastOf([...page, said(`b 09:00: ${text}`)]).references
    expect(references('I met the other Ruthven at the market. As Ruthven says, it rains.')).toEqual([])
    expect(references('As Ruthven says, it rains.')).toEqual(['Ruthven → a'])
    expect(references('Ruthven the Bold says it rains.')).toEqual([])
  })

  it('that is a word is known by a capital where no word has one', () => {
    const page = [said('a 08:00 Rose: The last boat was cancelled.')]
    const references = (text: string) => lastOf([...page, said(`b 09:00: ${text}`)]).references
    expect(references('Gorgeous Rose, and not a leaf out of place')).toEqual(['Rose → a'])
    expect(references('Rose, did you see it?')).toEqual(['Rose → a'])
    expect(references('What a rose, did you see it?')).toEqual([])
    expect(references('Die Rose, wie schön')).toEqual([])
    expect(references('Rose bushes by the quay')).toEqual([])
  })

  it('is found without its article, and without the number behind it', () => {
    const page = [said('a 08:00 Le Sonneur: Dix coups.'), said('b 08:10 Bomber59: No.')]
    expect(lastOf([...page, said('c 09:00: Merci au Sonneur pour les détails')]).parent).toBe('a')
    expect(lastOf([...page, said('c 09:00: Bomber, e tu?')]).parent).toBe('b')
  })

  it('means the last comment of that person, in the own branch where there is one', () => {
    const more = [...before, said('c2 08:40 Fenella: At the top again.')]
    expect(lastOf([...more, said('e<b 09:00: @Fenella which quay?')]).parent).toBe('c')
    expect(lastOf([...more, said('e 09:00: @Fenella which quay?')]).parent).toBe('c2')
  })

  it('that agrees with the platform leaves the platform its link, and adds the words', () => {
    const { link } = lastOf([...before, said('e<a 09:00: Moss, ring the office')])
    expect(link).toMatchObject({ parentId: 'a', kind: 'site', confidence: 1, evidence: [{ words: 'Moss' }] })
  })

  it('of one misspelt letter must be the only one like it', () => {
    const two = [said('a 08:00 Marlena: One.'), said('b 08:10 Marlene: Two.')]
    expect(lastOf([...two, said('c 09:00: @Marleni no')]).references).toEqual([])
    expect(lastOf([said('a 08:00 Marlena: One.'), said('c 09:00: @Marleni no')]).parent).toBe('a')
  })

  it('never means the writer', () => {
    expect(lastOf([...before, said('e 09:00 Moss: @Moss is me')]).references).toEqual([])
  })

  it('called without "@" moves nothing where the platform nests freely', () => {
    const nested = [
      said('a 08:00 Moss: One.'),
      said('b<a 08:10 Fenella: Two.'),
      said('c<b 08:20 Quill: Three.'),
    ]
    expect(lastOf([...nested, said('d<c 08:30: Moss, no')])).toMatchObject({
      references: ['Moss → a'],
      parent: 'c',
    })
    expect(lastOf([...nested, said('d<c 08:30: @Moss no')]).parent).toBe('a')
  })

  it("of the post's author greets the post, not a comment", () => {
    const host = said('b<a 08:10 Orla: Thank you.')
    const page = [said('a 08:00: Lovely.'), { ...host, author: { ...host.author, isPostAuthor: true } }]
    expect(lastOf([...page, said('c 08:30: Dear Orla, I liked it')]).references).toEqual([])
    expect(lastOf([...page, said('c<a 08:30: Orla, one more thing')]).parent).toBe('b')
  })

  it("of the post's author, where the page says who that is, is known and nobody else is guessed", () => {
    const page = [
      said('a 08:00: Lovely.'),
      said('b<a 08:10 Orla: Thank you.'),
      said('c 08:20: Splendid.'),
      said('d<c 08:30 Orla: And thank you.'),
    ]
    const greets = [...page, said('e 09:00: Dear Orla, I liked it')]
    expect(lastOf(greets).references).toEqual([])
    expect(lastOf(greets, { postAuthor: 'orla' }).references).toEqual([])
    expect(lastOf(greets.slice(0, 2).concat(greets.slice(-1)), { postAuthor: 'Orla' }).references).toEqual([])
    const two = [...page, said('d2 08:40 Quill: A word from the house.')]
    expect(lastOf([...two, said('e 09:00: Dear Orla, I liked it')], { postAuthor: 'Quill' }).parent).toBe('d')
    expect(lastOf(greets, { postAuthor: 'Somebody Else' }).references).toEqual([])
  })

  it('of several people leads to the first, and lists the rest', () => {
    expect(answer('@Moss and @Fenella: how was the night?')).toMatchObject({ parent: 'a', also: ['c'] })
  })
})
