import { plain } from './words'

/** Sunday first, in English, German, French, Spanish, Portuguese, Italian and Dutch. */
const known =
  'sunday monday tuesday wednesday thursday friday saturday sonntag montag dienstag mittwoch donnerstag freitag samstag dimanche lundi mardi mercredi jeudi vendredi samedi domingo lunes martes miercoles jueves viernes sabado domingo segunda-feira terca-feira quarta-feira quinta-feira sexta-feira sabado domenica lunedi martedi mercoledi giovedi venerdi sabato zondag maandag dinsdag woensdag donderdag vrijdag zaterdag'.split(
    ' ',
  )
const tongues = /^(?:en|de|fr|es|pt|it|nl)\b/i

/** The names of the weekdays in the languages that we read and in the page's own, as plain text. */
export const createWeekdays = (languages: readonly string[]) => {
  const days = new Map(known.map((name, k) => [name, k % 7]))
  // To ask the browser takes it long, the first time.
  for (const language of languages.filter((tag) => !tongues.test(tag))) {
    try {
      const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
      for (let day = 0; day < 7; day++) {
        // 4 January 1970 was a Sunday.
        const name = plain(format.format((day + 3) * 86_400_000))
        if (/^[\w-]+$/.test(name) && !name.includes('_')) days.set(name, day)
      }
    } catch {
      // A page may call its language what it likes.
    }
  }
  return {
    /** Alternatives of a regular expression. */
    names: [...days.keys()].join('|'),
    /** 0 for Sunday; -1 where the words are no weekday. */
    dayOf: (written: string): number => days.get(written) ?? -1,
  }
}
