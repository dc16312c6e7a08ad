import { describe, expect, it } from 'vitest'
import { createAgo } from '@/utils/sites/common/relative-time'

const hour = 3_600_000
const day = 24 * hour

describe('a relative time', () => {
  it.each([
    ['3 hours ago', 'en', 3 * hour],
    ['about 3 hrs ago', 'en', 3 * hour],
    ['an hour ago', 'en', hour],
    ['3h ago', 'en', 3 * hour],
    ['yesterday at 21:31', 'en', day],
    ['vor 3 Stunden', 'de', 3 * hour],
    ['vor etwa einer Stunde', 'de', hour],
    ['vor 2 Tagen', 'de', 2 * day],
    ['gestern', 'de', day],
    ['il y a environ 3 heures', 'fr', 3 * hour],
    ['il y a un jour', 'fr', day],
    ['hace 3 horas', 'es', 3 * hour],
    ['hace un día', 'es', day],
    ['há 3 horas', 'pt', 3 * hour],
    ['3 horas atrás', 'pt-BR', 3 * hour],
    ['3 ore fa', 'it', 3 * hour],
    ["un'ora fa", 'it', hour],
    ['3 uur geleden', 'nl', 3 * hour],
    ['2 dagen geleden', 'nl', 2 * day],
    ['5 godzin temu', 'pl', 5 * hour],
    ['godzinę temu', 'pl', hour],
    ['3 часа назад', 'ru', 3 * hour],
    ['день назад', 'ru', day],
    ['3 jam yang lalu', 'id', 3 * hour],
    ['2 minggu lalu', 'id', 14 * day],
    ['3時間前', 'ja', 3 * hour],
    ['2日前', 'ja', 2 * day],
    ['منذ ٣ ساعات', 'ar', 3 * hour],
    ['قبل ساعتين', 'ar', 2 * hour],
    ['منذ ساعة', 'ar', hour],
    ['לפני 3 שעות', 'he', 3 * hour],
    ['לפני שעתיים', 'he', 2 * hour],
    ['לפני יום', 'he', day],
    ['3 timmar sedan', 'sv', 3 * hour],
  ])('"%s" (%s) is read', (text, language, ago) => {
    expect(createAgo([language])(text)).toBe(ago)
  })

  it.each(['3 Stunden', 'vor 3 Stunden'])('"%s" is read on a page that names another language', (text) => {
    expect(createAgo(['en'])(text)).toBe(text.startsWith('vor') ? 3 * hour : null)
  })

  it('is the longest of several units', () => {
    const year = createAgo(['en'])('1 year ago')
    expect(createAgo(['en'])('1 year, 2 months ago')).toBe(year)
    expect(createAgo([])('3 years 2 months ago')).toBe(3 * year!)
  })

  it.each([
    '',
    'hier',
    '3 November',
    '30 October 2020 at 21:31',
    'October 30, 2020',
    '21:31',
    'mar, 3 nov',
    '3 days',
  ])('is not seen in "%s"', (text) => {
    expect(createAgo(['en'])(text)).toBeNull()
  })
})
