import { canonicalLanguages } from './month-names'

/** Languages that write the time in halves of a day with words of their own script. */
const others = [
  'ko',
  'ja',
  'zh',
  'zh-TW',
  'ar',
  'fa',
  'ur',
  'el',
  'he',
  'hi',
  'bn',
  'ta',
  'te',
  'ml',
  'kn',
  'gu',
  'mr',
  'th',
  'am',
  'ka',
]

/** Languages that write them as "am" and "pm": asking `Intl` costs milliseconds, and Blogger has many such pages. */
const amPm = /^(?:en|de|fr|es|pt|it|nl|id|da|nb|nn|no|ca|gl|is)\b/

export type DayHalf = 'am' | 'pm'

const plain = (words: string): string => words.normalize('NFC').toLowerCase().replace(/[.\s]/g, '')

const byLanguage = new Map<string, Map<string, DayHalf>>()
const halvesOf = (language: string): Map<string, DayHalf> => {
  const known = byLanguage.get(language)
  if (known) return known
  const halves = new Map<string, DayHalf>()
  byLanguage.set(language, halves)
  const format = new Intl.DateTimeFormat(language, { hour: 'numeric', hour12: true, timeZone: 'UTC' })
  for (const [hour, half] of [
    [9, 'am'],
    [21, 'pm'],
  ] as const) {
    const part = format.formatToParts(Date.UTC(2021, 0, 1, hour)).find(({ type }) => type === 'dayPeriod')
    if (part) halves.set(plain(part.value), half)
  }
  return halves
}

/**
 * Which half of the day the words beside a clock mean, e.g. "p. m.", "오후"; null where they mean neither.
 * @param beside the words directly before or after the digits
 */
export const dayHalf = (beside: string, languages: readonly string[]): DayHalf | null => {
  const words = plain(beside)
  if (words === '') return null
  if (/^[ap]m$/.test(words)) return words as DayHalf
  // A Latin word is looked up in the page's language only: Hungarian "de" is a half of the day, Spanish "de" not.
  const isLatin = /^[\p{Script=Latin}\P{L}]+$/u.test(words)
  const own = canonicalLanguages(languages)
  for (const language of isLatin ? own.filter((name) => !amPm.test(name)) : [...own, ...others]) {
    const half = halvesOf(language).get(words)
    if (half) return half
  }
  return null
}
