import Dexie, { type Table, type Transaction } from 'dexie'
import type { Clip, ClipKind } from '@/utils/messages/clip'

/** What a list shows of a clip. Small, so that a list never reads the bodies. */
export type ClipRow = {
  id: string
  /** What the clip is of, see `naturalKey`: two clips of one thing are one clip. */
  key: string
  /** See `livingPosition`. Absent in the trash, so that the index over it holds the living only. */
  livingAt?: string
  savedAt: string
  deletedAt: string | null
  kind: ClipKind
  nativeId: string
  /** The sign-off where there is one, else the account's name; '' where the page showed none. */
  authorName: string
  title: string
  siteName: string
  pageUrl: string
  permalink: string
  publishedAt: string | null
  publishedText: string
  /** The beginning of the text, one line. */
  snippet: string
  /** The nearest ancestor; '' where there is none. */
  contextAuthor: string
  contextSnippet: string
  /** Comments in a branch or thread, 0 for other kinds. */
  commentCount: number
  /** People in a branch or thread that can be told apart, 0 for other kinds. */
  peopleCount: number
  starred: boolean
  /** The pack that holds the clip's body. */
  pack: number
  /** The chunk that holds the clip's words; absent in the trash. */
  chunk?: number
}

/** Where a living clip stands in the list: by time, and clips of one time in a fixed order. */
export const livingPosition = ({ savedAt, id }: Pick<ClipRow, 'savedAt' | 'id'>): string => `${savedAt} ${id}`

/** The clip itself. Whether it is in the trash is the row's to say, so that the trash never rewrites a body. */
export type ClipBody = Omit<Clip, 'deletedAt'>

/**
 * Bodies that came together: one for a saved clip, many for imported ones. The database takes as long for a small
 * record as for a large one, so packs make an import more than twice as fast.
 */
export type BodyPack = { n: number; clips: ClipBody[] }

/**
 * Ids by natural key, for a share of all pages (see `natural-keys.ts`). An index over the rows would say the same,
 * at the price of one more write for each imported clip and one more read.
 */
export type KeyBucket = { bucket: number; ids: Map<string, string> }

/**
 * The folded words of some living clips, as columns. Read as a whole: a chunk costs one read, where its clips
 * would cost one each.
 */
export type TextChunk = {
  n: number
  /** Goes up whenever a chunk is written, over all chunks: a reader asks for what is above what it has. */
  revision: number
  ids: string[]
  savedAts: string[]
  texts: string[]
}

/** Kept in the transaction of every change, because counting a large store takes longer than a popup may. */
export type Counters = { id: 'library'; living: number; trashed: number; revision: number; packs: number }

export type ClipDatabase = Dexie & {
  rows: Table<ClipRow, string>
  bodies: Table<BodyPack, number>
  keys: Table<KeyBucket, number>
  texts: Table<TextChunk, number>
  counters: Table<Counters, string>
}

/** One step of the schema. Steps are only ever added: a library of any age walks through the ones it lacks. */
export type Migration = {
  version: number
  stores: Record<string, string | null>
  upgrade?: (transaction: Transaction) => PromiseLike<unknown>
}

const migrations: readonly Migration[] = [
  {
    version: 1,
    stores: {
      rows: 'id, livingAt, deletedAt',
      bodies: 'n',
      keys: 'bucket',
      texts: 'n, revision',
      counters: 'id',
    },
  },
]

/** The library cannot be opened, because another page holds an older version of it. */
export class LibraryBlockedError extends Error {
  override name = 'LibraryBlockedError'
}

const inTheWay = 'another page holds an older library'

const blocked = new WeakSet<Dexie>()

/** Opening a library of hundreds of megabytes after a browser's start takes half a second. */
const patienceMs = 4000

/**
 * Makes a database, without opening it.
 * @param name another name than the library's, for tests
 * @param steps another list of migrations, for tests
 */
export const createClipDatabase = (name = 'understory', steps = migrations): ClipDatabase => {
  const db = new Dexie(name, {
    // A clip is acknowledged when it is on the disk, not when the system promises to write it.
    chromeTransactionDurability: 'strict',
    // Dexie's cache shows live queries a write before it is committed.
    cache: 'disabled',
  })
  for (const { version, stores, upgrade } of steps) {
    const declared = db.version(version).stores(stores)
    if (upgrade) declared.upgrade(upgrade)
  }
  db.on('blocked', () => {
    blocked.add(db)
  })
  // A newer version of the library must never wait for this one.
  db.on('versionchange', () => db.close({ disableAutoOpen: false }))
  return db as ClipDatabase
}

/**
 * Opens the database, unless it is open.
 * @throws LibraryBlockedError as soon as it is known that another page is in the way. Opening goes on
 * meanwhile, so that a later call succeeds once that page is closed.
 */
export const whenOpen = (db: ClipDatabase): PromiseLike<void> =>
  // Dexie's own promise, because a live query follows no other across an await.
  new Dexie.Promise<void>((resolve, reject) => {
    if (db.isOpen()) return resolve()
    if (blocked.has(db)) return reject(new LibraryBlockedError(inTheWay))
    const stop = () => reject(new LibraryBlockedError(inTheWay))
    // Where somebody waits already, the browser tells only them that they are blocked.
    const patience = setTimeout(stop, patienceMs)
    db.on('blocked', stop)
    db.open()
      .finally(() => {
        clearTimeout(patience)
        db.on('blocked').unsubscribe(stop)
        blocked.delete(db)
      })
      .then(() => resolve(), reject)
  })

let library: ClipDatabase | undefined

/** The one library of this browser; made on first use, because a module may not touch the browser. */
export const clipDatabase = (): ClipDatabase => {
  library ??= createClipDatabase()
  return library
}

/** A clip as it is exported, put together from its row and its body; undefined when there is none. */
export const readClip = async (db: ClipDatabase, id: string): Promise<Clip | undefined> => {
  await whenOpen(db)
  // In one transaction: a clip that changes moves its body.
  return db.transaction('r', [db.rows, db.bodies], async () => {
    const row = await db.rows.get(id)
    const pack = row && (await db.bodies.get(row.pack))
    const body = pack?.clips.find((clip) => clip.id === id)
    return row && body && { ...body, deletedAt: row.deletedAt }
  })
}
