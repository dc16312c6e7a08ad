import type { ListedClip } from './listed-clip'

/** What the popup showed last: it is there before the database has opened. */
export type FirstRows = { rows: ListedClip[]; living: number }

const key = 'understory-first-rows-1'
const most = 6

const isFirstRows = (value: unknown): value is FirstRows =>
  typeof value === 'object' &&
  value !== null &&
  'rows' in value &&
  Array.isArray(value.rows) &&
  'living' in value

/** The rows of last time; null where there are none, or where they cannot be read any more. */
export const readFirstRows = (storage: Storage): FirstRows | null => {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    return isFirstRows(value) ? value : null
  } catch {
    return null
  }
}

/** Keeps the first rows for the next opening. Without room there is no picture, and nothing else is lost. */
export const keepFirstRows = (storage: Storage, { rows, living }: FirstRows): void => {
  const value = JSON.stringify({ rows: rows.slice(0, most), living })
  try {
    if (storage.getItem(key) !== value) storage.setItem(key, value)
  } catch {
    storage.removeItem(key)
  }
}
