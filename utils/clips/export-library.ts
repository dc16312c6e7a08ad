import type { Clip } from '@/utils/messages/clip'
import { readBodies } from './bodies'
import { type ClipDatabase, livingPosition, whenOpen } from './database'

/** So many clips are in memory at once. */
const pageSize = 100

/** The rows after a position with their bodies, in one transaction: a clip that changes moves its body. */
const readPage = (db: ClipDatabase, after: string) =>
  db.transaction('r', [db.rows, db.bodies], async () => {
    const rows = await db.rows.where('livingAt').above(after).limit(pageSize).toArray()
    return { rows, bodies: await readBodies(db, rows) }
  })

/** The living clips, oldest first, read page by page. */
export async function* livingClips(db: ClipDatabase): AsyncGenerator<Clip> {
  await whenOpen(db)
  let after = ''
  for (;;) {
    const { rows, bodies } = await readPage(db, after)
    const last = rows.at(-1)
    if (!last) return
    after = livingPosition(last)
    for (const { id } of rows) {
      const body = bodies.get(id)
      if (body) yield { ...body, deletedAt: null }
    }
  }
}

const sanitised = (clip: Clip, sanitise: (html: string) => string): Clip => {
  const clean = <T extends { html: string }>(part: T): T => ({ ...part, html: sanitise(part.html) })
  return {
    ...clean(clip),
    ...(clip.comments ? { comments: clip.comments.map(clean) } : {}),
    context: clip.context.map(clean),
    revisions: clip.revisions.map(clean),
  }
}

/**
 * The library file in pieces, for a Blob or a stream: together they are the JSON of a `LibraryFile` with the
 * living clips, oldest first.
 * @param sanitise what every HTML goes through on its way out; needs a DOM, so it comes from the page that exports
 */
export async function* exportLibrary(
  db: ClipDatabase,
  now: Date,
  sanitise: (html: string) => string,
): AsyncGenerator<string> {
  yield `{"format":"understory-library","version":1,"exportedAt":"${now.toISOString()}","clips":[`
  let separator = '\n'
  for await (const clip of livingClips(db)) {
    yield separator + JSON.stringify(sanitised(clip, sanitise))
    separator = ',\n'
  }
  yield '\n]}\n'
}
