import { describe, expect, it } from 'vitest'
import type { Comment } from '@/utils/thread/comment'
import { conversationOf, lastOf, said } from './threads'

const before = [
  said('a 08:10: First of all, the boiler is cold.'),
  said('b 09:15: Something else entirely.'),
  said('c 10:00: A third opinion.'),
  said('d 19:40: And a fourth one.'),
]
const answer = (text: string, at = '20:30') => lastOf([...before, said(`e ${at}: ${text}`)])

describe('a clock', () => {
  it.each([
    '@anon 09:15 no.',
    '@ 09:15 no.',
    'Anon at 09:15 you are wrong',
    '09:15 - you are wrong',
    'No 09:15, you have missed it',
    '0915 makes some good points.',
    '09.15 you must be joking',
    'Well said 09:15!',
    'Not a word of 09:15 is true.',
    'Re the boiler 09:15 it was never warm',
    'Please stop this 09:15',
    'In reply to 09:15 I would say no',
    'Anonymous 9.15am is right',
    'Anonym von 09:15 Uhr hat recht',
    'Anonyme de 9h15, vous exagérez',
    'Anónimo de las 09:15, no es así',
    'The comment at 09:15 is mine',
    '(Anon 09:16) hardly',
    'Anon09:15 you are wrong',
    'Anonymous0915 makes some good points.',
  ])('means the comment of that minute: %s', (text) => {
    expect(answer(text).parent).toBe('b')
  })

  it.each([
    'The 09:15 sailing was late.',
    'I was there at 09:15 and saw it.',
    'Open from 09:15 to 10:00 only',
    'Bus at 09:15',
    'Read John 9:15 and 10:00 again',
    'It costs £9.15 or 915 in all',
    'A ratio of 9:15 will do',
    'See you at 9:15 tomorrow',
    'Meeting @ 09:15 in the hall',
    '0915 is my bus number',
    'I counted 0915 steps',
    'Time: 09:15',
    'Departures 08:10, 09:15, 10:00',
    'It began in 1940 and ended in 1945',
    '1940 was a good year',
    'Page 09:15 of http://blog.example/09:15/0915',
    '09:15 Arrive\n10:00 Leave',
    'Won 9:15 against the neighbours',
    'No, form b09:15 it was',
    'Exactly, tram0915 makes some good points.',
  ])('is none where it is the time of something: %s', (text) => {
    expect(answer(text)).toMatchObject({ references: [], parent: null })
  })

  const odd = [said('a 08:11: Who keeps the key?'), said('b 19:41: Not I.')]
  const oddAnswer = (text: string) => lastOf([...odd, said(`c 2/07:00: ${text}`)])

  it.each([
    'You had me there 19:41, I was wrong',
    'Confirming 19:41, nobody has it',
    '19:41 y el perro de quién era',
    'Bien vu 19h41 !',
    'I take it back (19:41).',
    '19.41 which desk are you typing from?',
    'Especially 19:41 yesterday.',
    'All very well 08:11 and 19:41 with your keys',
    'Quello delle 19.41 è il custode',
    'Der von 19:41 sitzt selber im Rat',
    'O das 19:41 esqueceu-se da chave',
    'An den Helden von 19 Uhr 41: pfui',
    'To the charmer at 19:41: my husband looked for it',
    'I take back what I said at 19:41 about the key',
  ])('that no small word makes the time of something is a name: %s', (text) => {
    expect(oddAnswer(text).references.join()).toMatch(/→ b$/)
  })

  it.each([
    'My mother gets the 19:41 from the Cross',
    'There is a 19:41 and there was a 08:11',
    'Two readings, 08:11 and 19:41, both over.',
    'The odds were 19:41 to one',
    'The clock says 19:41 visitors per hour',
    'Section 19:41 of the rule book',
    'Police: 19:41 call, 20:02 arrival.',
    '19:41 and still no bus.',
    '19:41 on the dot the lights went out.',
    'Kundgebung 19:41 gleich nach der Tagesschau',
    'It rose by 19.41 last year',
  ])('is none where it is still the time of something: %s', (text) => {
    expect(oddAnswer(text)).toMatchObject({ references: [], parent: null })
  })

  it('that was named as the time of something is that again, unless somebody is spoken to', () => {
    const page = [
      said('a 18:22: The post office shuts too early.'),
      said('b 18:30: They have taken the 18:22 off, and nobody knows why.'),
      said('b2 18:40: It was always full, the 18:22.'),
    ]
    const references = (text: string) => lastOf([...page, said(`c 19:00: ${text}`)]).references
    expect(references('18:22 never came on Wednesday')).toEqual([])
    expect(references('All that talk of late buses 18:22 or none')).toEqual([])
    expect(references('18:22!!! And I waited an hour.')).toEqual([])
    expect(references('18:22 you are right about the post office')).toEqual(['18:22 → a'])
    expect(references('18:22, the chemist shuts even earlier')).toEqual(['18:22 → a'])
    expect(references('@18:22 so does the chemist')).toEqual(['@18:22 → a'])
    const early = [page[0]!, said('e 18:25: 18:22 never leaves the house'), ...page.slice(1)]
    expect(conversationOf(early).references[1]!.map(({ targets }) => targets)).toEqual([['a']])
    expect(
      lastOf([...page, said('c 19:00: 18:22 never leaves')], { postText: 'The 18:22 has gone.' }).references,
    ).toEqual([])
  })

  it('in a timetable, a diary or a row of times is none', () => {
    const page = [said('a 07:52: One.'), said('b 08:04: Two.'), said('c 08:17: Three.')]
    const references = (text: string) => lastOf([...page, said(`d 19:00: ${text}`)]).references
    expect(references('For those coming:\n07:52 Soup\n08:04 Walk\n08:17 Bus')).toEqual([])
    expect(references('Buses! When do we want them? 07:52, 08:04, 08:17 and so on')).toEqual([])
    expect(references('07:52 last night: off. 08:04 last night: off. 08:17 last night: late.')).toEqual([])
    expect(references('The shuttle (07:52, 08:04, nothing until 15:10) has anybody seen it?')).toEqual([])
  })

  it('on the quarter is a name only where it begins a sentence: things begin at such times', () => {
    expect(answer('House steps, 09:15, bring a chair').references).toEqual([])
    expect(answer('the doors, if you come 09:15 sharp').references).toEqual([])
    expect(answer('09:15 and 10:00 firing verses at each other').references).toEqual([
      '09:15 → b',
      '10:00 → c',
    ])
  })

  it('of a later time than now means the day before', () => {
    expect(lastOf([...before, said('e 2/08:00: @19:40 good point')]).parent).toBe('d')
  })

  it('means the most recent earlier comment of that minute', () => {
    const again = said('b2 2/09:15: Once more.')
    expect(lastOf([...before, again, said('e 2/11:00: @09:15 good point')]).parent).toBe('b2')
    expect(lastOf([...before, again, said('e 2/09:00: @09:15 good point')]).parent).toBe('b')
  })

  it('with "yesterday" or a date means that day', () => {
    const again = said('b2 2/09:15: Once more.')
    expect(lastOf([...before, again, said('e 2/11:00: @yesterday 09:15 good point')]).parent).toBe('b')
    expect(lastOf([...before, again, said('e 2/11:00: Anon 1 March 09:15 good point')]).parent).toBe('b')
  })

  it('lists all comments of that minute, those of its own branch first', () => {
    const page = [said('a 09:15: One.'), said('b 09:15: Two.')]
    const question = '@09:15 which of you was it?'
    expect(lastOf([...page, said(`c<a 09:20: ${question}`)]).references).toEqual(['@09:15 → a b'])
    const { link } = lastOf([...page, said(`c 09:20: ${question}`)])
    const alone = lastOf([page[1]!, said(`c 09:20: ${question}`)])
    expect(link!.confidence).toBeLessThan(alone.link!.confidence)
  })

  it('without a separator says nothing where two comments share the minute', () => {
    const two = [said('a 09:15: One.'), said('b 09:15: Two.'), said('c 09:20: 0915 makes sense')]
    expect(lastOf(two).references).toEqual([])
  })

  it('never means a later comment', () => {
    expect(
      lastOf([said('a 09:15: One.'), said('b 2/09:15: Two.'), said('c 09:14: @09:15 no')]).references,
    ).toEqual([])
  })

  it('of a page that shows twelve hours is read either way', () => {
    const shown = (comment: Comment, text: string): Comment => ({
      ...comment,
      time: { ...comment.time, text },
    })
    const page = [shown(said('a 21:31: One.'), 'March 1, 2021 at 9:31 PM')]
    for (const words of ['@9:31', '@21:31', '@9.31pm', 'Anon 9:31 PM'])
      expect(
        lastOf([...page, shown(said(`b 22:00: ${words} yes`), 'March 1, 2021 at 10:00 PM')]).parent,
        words,
      ).toBe('a')
    expect(
      lastOf([...page, shown(said('b 22:00: @9:31am yes'), 'March 1, 2021 at 10:00 PM')]).parent,
    ).toBeNull()
  })

  it('that no comment fits is elsewhere where the thread goes on over other pages', () => {
    const page = [said('a 09:15: One.'), said('b 10:00: @anon 07:07 I agree, and so on')]
    expect(lastOf(page).references).toEqual([])
    expect(lastOf(page, { hasMore: true })).toMatchObject({ references: ['@anon 07:07 → '], parent: null })
  })

  it("in somebody else's words points at nothing", () => {
    expect(answer('"I think that @anon 08:10 is right about all this", he said.').references).toEqual([])
  })
})
