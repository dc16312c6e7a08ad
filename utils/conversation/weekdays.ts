const tongues = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl']

/** The names of the weekdays in the languages that we read and in the page's own. */
export const createWeekdays = (languages: readonly string[]) => {
  const days = new Map<string, number>()
  for (const language of [...tongues, ...languages]) {
    try {
      const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
      // 4 January 1970 was a Sunday.
      for (let day = 0; day < 7; day++) days.set(format.format((day + 3) * 86_400_000).toLowerCase(), day)
    } catch {
      // A page may call its language what it likes.
    }
  }
  const escaped = [...days.keys()].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return {
    /** Alternatives of a regular expression. */
    names: escaped.join('|'),
    /** 0 for Sunday; -1 where the words are no weekday. */
    dayOf: (written: string): number => days.get(written.toLowerCase()) ?? -1,
  }
}
