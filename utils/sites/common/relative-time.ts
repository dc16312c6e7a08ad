import type { CommentTime } from '@/utils/thread/comment'
import { withAsciiDigits } from './digits'
import { day, hour, isoInstant, minute } from './iso-time'
import { canonicalLanguages } from './month-names'

const lengths = {
  year: 365.25 * day,
  month: 30.44 * day,
  week: 7 * day,
  day,
  hour,
  minute,
  second: minute / 60,
}

type Unit = keyof typeof lengths

/** The words around a number, and how long ago they mean; `times` where they hold no number, as "yesterday". */
type Form = { words: string[]; length: number; times: number | null }

const pairs = (list: string): Map<string, string> =>
  new Map(list.split(',').map((pair) => pair.split(' ') as [string, string]))

/** What blogs write, and what `Intl` says instead: "3 horas atrás" is "há 3 horas". Some words it says, they do not. */
const synonyms = pairs(
  'atrás há,منذ قبل,uren uur,jaren jaar,hrs hours,mins minutes,secs seconds,yang ,för ,אחד ,אחת ,her vor,jahre jahren,monate monaten,tage tagen',
)

/** The word that says "before now" on a page in another language. */
const markers = pairs(
  'ago en,vor de,y fr,hace es,há pt,fa it,geleden nl,temu pl,назад ru,lalu id,時間前 ja,分前 ja,日前 ja,قبل ar,לפני he',
)

const wordsOf = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replace(/[ヶヵケ]/g, 'か')
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).flatMap((word) => (synonyms.get(word) ?? word) || [])

const byLanguage = new Map<string, Form[]>()

/**
 * How a language says that something was so long ago, the longest units first.
 * @param isOwn of a page in another language only what is written out is looked for: formatters are slow to make
 */
const formsOf = (language: string, isOwn: boolean): Form[] => {
  const key = `${language} ${isOwn}`
  const known = byLanguage.get(key)
  if (known) return known
  const forms: Form[] = []
  const add = (format: Intl.RelativeTimeFormat, unit: Unit, times: number): void => {
    const parts = format.formatToParts(-times, unit)
    const said = parts.map(({ type, value }) => (type === 'literal' ? value : ' ')).join('')
    const words = wordsOf(said)
    // "-3 h" has no word that says it was before, and "il y a 3 a" is told apart from hours by none.
    if (/^[-−]/.test(said) || new Set(words).size < words.length) return
    // Hebrew has a word for two hours, and the number in brackets.
    const isCounted = parts.length > 1 && !said.includes('(')
    forms.push({ words, length: lengths[unit], times: isCounted ? null : times })
  }
  // "hier" was yesterday on French pages only.
  if (isOwn) add(new Intl.RelativeTimeFormat(language, { numeric: 'auto' }), 'day', 1)
  for (const style of isOwn ? (['long', 'short', 'narrow'] as const) : (['long'] as const)) {
    const format = new Intl.RelativeTimeFormat(language, { style })
    // One, two, few and many: that is where languages change a word.
    for (const unit in lengths) for (const times of [1, 2, 5, 11]) add(format, unit as Unit, times)
  }
  forms.sort((a, b) => b.length - a.length)
  byLanguage.set(key, forms)
  return forms
}

/**
 * Reads how long ago a text such as "3 hours ago", "vor einem Jahr" or "3時間前" says that something was.
 * @param languages BCP 47, the page's own first
 * @returns milliseconds; null where the text says no such thing
 */
export const createAgo = (languages: readonly string[]) => {
  const own = canonicalLanguages(languages)
  const known = new Map<string, Form | null>()
  const formOf = (words: readonly string[]): Form | null => {
    const meant = words.flatMap((word) => markers.get(word) ?? [])
    for (const language of [...own, ...meant]) {
      const form = formsOf(language, own.includes(language)).find((form) =>
        form.words.every((word) => words.includes(word)),
      )
      if (form) return form
    }
    return null
  }
  return (displayed: string): number | null => {
    if (displayed.length > 60) return null
    const text = withAsciiDigits(displayed)
    const words = wordsOf(text)
    if (words.length === 0 || words.length > 9) return null
    const key = words.join()
    let form = known.get(key)
    if (form === undefined) {
      if (known.size > 500) known.clear()
      form = formOf(words)
      known.set(key, form)
    }
    return form && form.length * (form.times ?? Number(/\d{1,3}(?!\d)/.exec(text)?.[0] ?? 1))
  }
}

/** Gives a time that is known by words such as "3 hours ago" only an instant, marked as estimated. */
export const createEstimate = (languages: readonly string[]) => {
  const ago = createAgo(languages)
  let now = Date.now()
  return (time: CommentTime): CommentTime => {
    // What is read at once counts from one instant; what a page adds may come hours later.
    if (Date.now() - now > minute) now = Date.now()
    const isKnown = time.instant !== null || time.local !== null || time.text === ''
    const before = isKnown ? null : ago(time.text)
    return before === null || before > now
      ? time
      : { ...time, instant: isoInstant(now - before), estimated: true }
  }
}
