import type { ClipDatabase } from './database'
import { pageKey } from './natural-key'

/**
 * Few enough that a batch of an import meets each but once, many enough that the one which a saved clip writes
 * again stays small: 80 kB in a library of 100,000.
 */
const buckets = 128

/** FNV-1a over the page's part of a key, so that one bucket has all clips of a page. */
const bucketOf = (key: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length && key[index] !== '\n'; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0) % buckets
}

const readBuckets = async (db: ClipDatabase, keys: string[]): Promise<Map<number, Map<string, string>>> => {
  const numbers = [...new Set(keys.map(bucketOf))]
  const stored = await db.keys.bulkGet(numbers)
  return new Map(numbers.map((bucket, index) => [bucket, stored[index]?.ids ?? new Map()]))
}

/** Ids of clips by natural key, for those keys that there is a clip of, living or not. */
export const idsOfKeys = async (db: ClipDatabase, keys: string[]): Promise<Map<string, string>> => {
  const found = await readBuckets(db, keys)
  return new Map(
    keys.flatMap((key) => {
      const id = found.get(bucketOf(key))?.get(key)
      return id === undefined ? [] : [[key, id] as const]
    }),
  )
}

/** Ids of all clips of a page, living or not. */
export const idsOfPage = async (db: ClipDatabase, pageUrl: string): Promise<string[]> => {
  const start = `${pageKey(pageUrl)}\n`
  const record = await db.keys.get(bucketOf(start))
  return [...(record?.ids ?? [])].filter(([key]) => key.startsWith(start)).map(([, id]) => id)
}

/** A clip that has got a natural key, or another one than before. */
export type MovedKey = { id: string; from: string | undefined; to: string }

/** Writes keys down. To be called inside `writing`. */
export const moveKeys = async (db: ClipDatabase, moved: MovedKey[]): Promise<void> => {
  const left = moved.flatMap(({ from }) => from ?? [])
  const found = await readBuckets(db, [...left, ...moved.map(({ to }) => to)])
  for (const key of left) found.get(bucketOf(key))!.delete(key)
  for (const { id, to } of moved) found.get(bucketOf(to))!.set(to, id)
  await db.keys.bulkPut([...found].map(([bucket, ids]) => ({ bucket, ids })))
}
