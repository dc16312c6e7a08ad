/** Dates follow the browser's own English, if it has one: the rest of the page is in English too. */
const locale = (): string => {
  const own = typeof navigator === 'undefined' ? '' : navigator.language
  return own.startsWith('en') ? own : 'en-GB'
}

const startOfDay = (date: Date): number =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()

/** Whole calendar days from one date to another, also across the days that have 23 or 25 hours. */
const daysBetween = (earlier: Date, later: Date): number =>
  Math.round((startOfDay(later) - startOfDay(earlier)) / 86_400_000)

const formats = new Map<string, Intl.DateTimeFormat>()
/** A formatter costs more than a hundred uses of it. */
const format = (name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const found = formats.get(name) ?? new Intl.DateTimeFormat(locale(), options)
  formats.set(name, found)
  return found
}

/** The heading of the day on which a clip was kept: Today, Yesterday, a weekday within a week, then the date. */
export const dayLabel = (savedAt: string, now: Date): string => {
  const date = new Date(savedAt)
  if (Number.isNaN(date.getTime())) return 'Some day'
  const days = daysBetween(date, now)
  if (days === 0) return 'Today'
  if (days === 1) return 'Yesterday'
  if (days > 1 && days < 7) return format('weekday', { weekday: 'long' }).format(date)
  return format('date', { day: 'numeric', month: 'long', year: 'numeric' }).format(date)
}

/** The clock at which a clip was kept. */
export const clock = (savedAt: string): string => {
  const date = new Date(savedAt)
  if (Number.isNaN(date.getTime())) return ''
  return format('clock', { hour: '2-digit', minute: '2-digit' }).format(date)
}

/** A date with its clock, for places that stand alone. */
export const dayAndClock = (instant: string): string => {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return ''
  return format('day and clock', { dateStyle: 'long', timeStyle: 'short' }).format(date)
}
