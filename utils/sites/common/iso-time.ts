export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** A day of the calendar; `prefix` is its beginning in ISO 8601, "2020-10-30T". */
export type Day = { year: number; month: number; date: number; prefix: string }

/** Days since 1970 that were asked for: the comments of a page share a few. */
const days = new Map<number, Day>()

export const dayOf = (milliseconds: number): Day => {
  const key = Math.floor(milliseconds / day)
  const known = days.get(key)
  if (known) return known
  const time = new Date(key * day)
  const found = {
    year: time.getUTCFullYear(),
    month: time.getUTCMonth() + 1,
    date: time.getUTCDate(),
    prefix: time.toISOString().slice(0, 11),
  }
  if (days.size > 5000) days.clear()
  days.set(key, found)
  return found
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

const clock = (milliseconds: number): string => {
  const minutes = Math.floor((milliseconds % day) / minute)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** "2020-10-30T21:31"; quicker than `Date` where ten thousand times fall on a few days. */
export const isoMinute = (milliseconds: number): string => dayOf(milliseconds).prefix + clock(milliseconds)

/** "2020-10-30T21:31:04.000Z", as `Date.toISOString` writes it. */
export const isoInstant = (milliseconds: number): string => {
  const rest = milliseconds % minute
  const thousandths = String(rest % 1000).padStart(3, '0')
  return `${isoMinute(milliseconds)}:${two(Math.floor(rest / 1000))}.${thousandths}Z`
}
