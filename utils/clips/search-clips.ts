import Dexie from 'dexie'
import { type ClipDatabase, type ClipRow, type TextChunk, whenOpen } from './database'
import { newestRows } from './list-clips'
import { queryWords } from './search-text'

type Entry = { id: string; savedAt: string; text: string }

/** A search that is under way: what matches among the first `scanned` entries. */
type Scan = { words: string[]; matches: Entry[]; scanned: number }

export type ClipSearch = {
  /** Reads the words of all clips, so that the first keystroke need not. */
  load(): Promise<void>
  /**
   * The living clips that have all words of the query, newest first; without a word, the newest.
   * Always of the library as it is now.
   */
  find(query: string, limit: number): Promise<ClipRow[]>
}

const newerFirst = (a: Entry, b: Entry): number => {
  if (a.savedAt !== b.savedAt) return a.savedAt < b.savedAt ? 1 : -1
  return a.id < b.id ? 1 : -1
}

const has = (text: string, words: string[]): boolean => words.every((word) => text.includes(word))

/** Every match of `words` is a match of `earlier` too: each earlier word is part of a word that is asked for now. */
const narrows = (words: string[], earlier: string[]): boolean =>
  earlier.every((old) => words.some((word) => word.includes(old)))

const entriesOf = ({ ids, savedAts, texts }: TextChunk): Entry[] =>
  ids.map((id, index) => ({ id, savedAt: savedAts[index]!, text: texts[index]! }))

/**
 * Makes a search over the library. It holds the folded words of all living clips in memory and looks through
 * them, newest first, until it has enough. Typing on goes on where the last keystroke stopped, so a whole word
 * costs one pass over the library. What has changed is read again by chunk before each search.
 */
export const createClipSearch = (db: ClipDatabase): ClipSearch => {
  const chunks = new Map<number, Entry[]>()
  let entries: Entry[] = []
  let revision = 0
  let scan: Scan | undefined

  const readChanges = async (): Promise<void> => {
    await whenOpen(db)
    const read = await db.transaction('r', [db.counters, db.texts], async () => {
      const now = (await db.counters.get('library'))?.revision ?? 0
      // A revision that went back is another library under the same name.
      const whole = revision === 0 || now < revision
      if (now === revision) return undefined
      const changed = await (whole
        ? db.texts.toArray()
        : db.texts.where('revision').above(revision).toArray())
      return { now, whole, changed }
    })
    if (!read) return
    if (read.whole) chunks.clear()
    for (const chunk of read.changed) chunks.set(chunk.n, entriesOf(chunk))
    revision = read.now
    entries = [...chunks.values()].flat().sort(newerFirst)
    scan = undefined
  }

  let reading: PromiseLike<void> = Dexie.Promise.resolve()
  /** One at a time: a key pressed while everything is being read must not read everything again. */
  const refresh = (): PromiseLike<void> => {
    const before = reading
    // Dexie's own promise, because a live query follows no other across an await.
    reading = new Dexie.Promise<void>((resolve) => before.then(resolve, () => resolve())).then(readChanges)
    return reading
  }

  const look = (words: string[], limit: number): Entry[] => {
    const start = scan && narrows(words, scan.words) ? scan : { matches: [], scanned: 0 }
    const matches = start.matches.filter(({ text }) => has(text, words))
    let { scanned } = start
    while (matches.length < limit && scanned < entries.length) {
      const entry = entries[scanned]!
      if (has(entry.text, words)) matches.push(entry)
      scanned += 1
    }
    scan = { words, matches, scanned }
    return matches.slice(0, limit)
  }

  return {
    load: async () => refresh(),
    find: async (query, limit) => {
      const words = queryWords(query)
      if (words.length === 0) return newestRows(db, { limit })
      await refresh()
      const rows = await db.rows.bulkGet(look(words, limit).map(({ id }) => id))
      return rows.filter((row) => row !== undefined).filter(({ deletedAt }) => deletedAt === null)
    },
  }
}
