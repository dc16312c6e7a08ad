import { describe, expect, it } from 'vitest'
import { createClock, readDate } from '@/utils/sites/common/clock'

const at = (iso: string): number => Date.parse(iso)

describe('a displayed time', () => {
  it.each([
    ['30 October 2020 at 21:31', 'en', '2020-10-30T21:31'],
    ['October 29, 2020 at 9:31 PM', 'en', '2020-10-29T21:31'],
    ['October 29, 2020 at 12:05\u202fAM', 'en', '2020-10-29T00:05'],
    ['Thursday, October 29, 2020 9:31:07 PM', 'en', '2020-10-29T21:31'],
    ['10/30/2020 9:31 PM', 'en', '2020-10-30T21:31'],
    ['30/10/2020 21:31', 'en', '2020-10-30T21:31'],
    ['4/10/2020 21:31', 'fr', '2020-10-04T21:31'],
    ['4/10/2020 21:31', 'en-US', '2020-04-10T21:31'],
    ['29/10/20 21:31', 'es', '2020-10-29T21:31'],
    ['2020-10-29 21:31', 'sv', '2020-10-29T21:31'],
    ['7. Mai 2016 um 10:23', 'de', '2016-05-07T10:23'],
    ['7. Mai 2016 um 10:23', '', '2016-05-07T10:23'],
    ['19 de diciembre de 2011, 9:05', 'es', '2011-12-19T09:05'],
    ['29 de outubro de 2020 às 21:31', 'pt-BR', '2020-10-29T21:31'],
    ['3 février 2014 à 13 h 05', 'fr', '2014-02-03T13:05'],
    ['30 октября 2020 г. в 21:31', 'ru', '2020-10-30T21:31'],
    ['29. lokakuuta 2020 klo 21.31', 'fi', '2020-10-29T21:31'],
    ['29.10.2020 21.31', 'fi', '2020-10-29T21:31'],
    ['2020年10月30日 21:31', 'ja', '2020-10-30T21:31'],
    ['2020년 10월 30일 오후 9:31', 'ko', '2020-10-30T21:31'],
    ['2020年10月30日 下午9:31', 'zh-TW', '2020-10-30T21:31'],
    ['٣٠ أكتوبر ٢٠٢٠ في ٩:٣١ م', 'ar', '2020-10-30T21:31'],
    ['mar, 3 nov 2020 21:31', 'es', '2020-11-03T21:31'],
  ])('"%s" (%s) is %s', (text, language, local) => {
    expect(createClock(language === '' ? [] : [language])(text, null)).toBe(local)
  })

  it.each([
    ['10/11/2020 21:31', 'en', '2020-11-10T21:31:04Z', '2020-11-10T21:31'],
    ['10/11/2020 21:31', 'en', '2020-10-12T05:31:04Z', '2020-10-11T21:31'],
    ['00:13', 'de', '2015-06-05T22:13:05Z', '2015-06-06T00:13'],
    ['9:31 PM', 'en', '2020-10-30T01:31:04Z', '2020-10-29T21:31'],
    ['29 ตุลาคม 2563 21:31', 'th', '2020-10-29T14:31:00Z', '2020-10-29T21:31'],
    ['29. desemberis 2020 21:31', 'xx', '2020-12-29T20:31:00Z', '2020-12-29T21:31'],
    ['31 listopada 2020 21:31', '', '2020-10-31T20:31:00Z', '2020-10-31T21:31'],
  ])('"%s" (%s) with the instant %s is %s', (text, language, instant, local) => {
    expect(createClock([language])(text, at(instant))).toBe(local)
  })

  it.each(['', 'yesterday', '3 days ago', '25:61', 'listopad', '12345678', '21:31', '99/99/2020 10:10'])(
    'cannot be read in "%s" alone',
    (text) => {
      expect(createClock(['en'])(text, null)).toBeNull()
    },
  )

  it('is read right where the order of its numbers is known only from a later one', () => {
    const clock = createClock(['en'])
    expect(clock('5/5/2020 10:00', null)).toBe('2020-05-05T10:00')
    expect(clock('25/5/2020 10:00', null)).toBe('2020-05-25T10:00')
  })

  it('is what the page shows, also where it disagrees with the instant', () => {
    expect(createClock(['en'])('30 October 2020 at 21:31', at('2011-01-01T00:00:00Z'))).toBe(
      '2020-10-30T21:31',
    )
  })

  it('survives a language that is none', () => {
    expect(createClock(['not a language!'])('30 October 2020 at 21:31', null)).toBe('2020-10-30T21:31')
  })
})

describe('a displayed date', () => {
  it.each([
    ['Tuesday 3 November 2020', 'en-GB', '2020-11-03'],
    ['Friday, 4 December 2020', 'en-GB', '2020-12-04'],
    ['lundi 3 février 2014', 'fr', '2014-02-03'],
    ['Samstag, 7. Mai 2016', '', '2016-05-07'],
    ['A list of 3 things', 'en', null],
    ['A late ferry', 'en', null],
  ])('"%s" (%s) is %s', (text, language, date) => {
    expect(readDate(text, language === '' ? [] : [language])).toBe(date)
  })
})
