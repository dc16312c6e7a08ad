import { describe, expect, it } from 'vitest'
import { findSignOff } from '@/utils/conversation/sign-offs'
import { conversationOf, said } from './threads'

const body = 'They shut the side door again and nobody was told about it.'
const namesOf = (...lines: string[]) =>
  conversationOf(lines.map(said)).commenters.map((who) => who?.name ?? null)

describe('a sign-off', () => {
  it.each([
    [`'Lamplighter`, 'Lamplighter'],
    ['– Hobb', 'Hobb'],
    ['~ Tilly', 'Tilly'],
    ['BeN.', 'BeN'],
    ['Martin', 'Martin'],
    ['Regards,\nOdile', 'Odile'],
    ['Viele Grüße\nMareike', 'Mareike'],
    ['Grüße\nJürgen', 'Jürgen'],
    ['Um abraço, Inês', 'Inês'],
  ])('is a name at the end, in a form that only names take: %s', (end, name) => {
    expect(findSignOff(`${body}\n\n${end}`)).toMatchObject({ name, isCertain: true })
  })

  it.each([
    'lol',
    'Thanks!',
    'Exactly',
    'Staff Council',
    'Shameful',
    'E. Arkwright\nSheffield',
    'Anon',
    'https://blog.example/somebody',
    '"That is all there is." – Marcus Aurelius',
    'NHS',
  ])('is none: %s', (end) => {
    expect(findSignOff(`${body}\n\n${end}`)?.isCertain ?? false).toBe(false)
  })

  it('in a form that words take, too, counts when it is repeated', () => {
    expect(namesOf(`a 08:00: ${body}\n\nwren`)).toEqual([null])
    expect(namesOf(`a 08:00: ${body}\n\nwren`, `b 09:00: So be it, then.\n\nWren.`)).toEqual(['wren', 'wren'])
  })

  it('counts when somebody is spoken to by it', () => {
    expect(namesOf(`a 08:00: ${body}\n\nwren`, 'b 09:00: Come off it wren')).toEqual(['wren', null])
  })

  it('is believed again below a line as short, and of several words when it is spoken to', () => {
    expect(namesOf(`a 08:00: ${body}\n'Wren`, 'b 09:00: It did not\n\nWren')).toEqual(['Wren', 'Wren'])
    const signed = `a 08:00: ${body}\n- Wren Hollow`
    expect(namesOf(signed)).toEqual([null])
    expect(namesOf(signed, 'b 09:00: @Wren Hollow which door?')).toEqual(['Wren Hollow', null])
  })

  it('joins comments of one person, never with an account of that name', () => {
    const { commenters } = conversationOf([
      said(`a 08:00: ${body}\n'Wren`),
      said(`b 08:10 Wren: ${body}`),
      said(`c 08:20: So be it.\n'wren`),
    ])
    expect(commenters[0]!.key).toBe(commenters[2]!.key)
    expect(commenters[0]!.key).not.toBe(commenters[1]!.key)
  })

  it('at the end of what somebody with an account wrote changes nothing', () => {
    expect(namesOf(`a 08:00 Orla: ${body}\n\n– Hobb`)).toEqual(['Orla'])
  })
})
