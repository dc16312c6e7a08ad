/**
 * Languages whose month names are tried where the page's own language does not know a word: those that Blogger
 * writes its dates in.
 */
const others = [
  'en',
  'es',
  'pt',
  'fr',
  'de',
  'it',
  'nl',
  'ru',
  'uk',
  'pl',
  'cs',
  'sk',
  'sl',
  'hr',
  'sr',
  'bg',
  'ro',
  'hu',
  'el',
  'tr',
  'sv',
  'da',
  'nb',
  'fi',
  'et',
  'lv',
  'lt',
  'is',
  'ca',
  'gl',
  'eu',
  'id',
  'ms',
  'fil',
  'ar',
  'fa',
  'he',
  'ur',
  'hi',
  'mr',
  'ne',
  'bn',
  'gu',
  'pa',
  'ta',
  'te',
  'kn',
  'ml',
  'th',
  'sw',
  'am',
  'hy',
  'ka',
  'az',
  'sq',
  'mk',
]

export const canonicalLanguages = (languages: readonly string[]): string[] =>
  languages.flatMap((language) => {
    try {
      return Intl.getCanonicalLocales(language.replaceAll('_', '-'))
    } catch {
      return []
    }
  })

const plain = (word: string): string => word.normalize('NFC').toLowerCase().replace(/\.$/, '')

/** Long and short, alone and beside a day, because many languages inflect: "июнь", "6 июня". */
const namesOf = (language: string): Map<string, number> => {
  const months = new Map<string, number>()
  for (const month of ['long', 'short'] as const) {
    for (const beside of [{}, { day: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(language, {
        month,
        ...beside,
        calendar: 'gregory',
        timeZone: 'UTC',
      })
      for (let index = 0; index < 12; index += 1) {
        const part = format.formatToParts(Date.UTC(2021, index, 15)).find(({ type }) => type === 'month')
        // Names such as "10月" are numbers, and read as such.
        if (part && !/\d/.test(part.value)) months.set(plain(part.value), index + 1)
      }
    }
  }
  return months
}

const byLanguage = new Map<string, Map<string, number>>()
const monthsOf = (language: string): Map<string, number> => {
  const known = byLanguage.get(language)
  if (known) return known
  const months = namesOf(language)
  byLanguage.set(language, months)
  return months
}

/** 1 to 12, or null where no language knows the word, or two languages mean different months ("listopad"). */
const monthOf = (word: string): number | null => {
  const meant = new Set(others.flatMap((language) => monthsOf(language).get(word) ?? []))
  return meant.size === 1 ? ([...meant][0] as number) : null
}

/**
 * Finds the month that a text names, e.g. 12 in "19 de diciembre de 2011".
 * @param languages the page's own first; others are tried where they do not know a word
 */
export const monthIn = (text: string, languages: readonly string[]): number | null => {
  const words = (text.match(/[\p{L}\p{M}]+/gu) ?? []).map(plain)
  const own = canonicalLanguages(languages)
  for (const lookUp of [
    ...own.map((language) => (word: string) => monthsOf(language).get(word) ?? null),
    monthOf,
  ]) {
    // A short day of the week may look like a month ("mar 3 nov"): the longer word counts, then the later one.
    let best: { month: number; length: number } | null = null
    for (const word of words) {
      const month = lookUp(word)
      if (month !== null && word.length >= (best?.length ?? 0)) best = { month, length: word.length }
    }
    if (best) return best.month
  }
  return null
}
