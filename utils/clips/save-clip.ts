import type { Clip, NewClip, SavedClip, SentClip } from '@/utils/messages/clip'
import { readBodies } from './bodies'
import { boundRevisions, contentHash, revisionOf } from './content-hash'
import type { ClipDatabase } from './database'
import { withOtherPages } from './join-pages'
import { naturalKey } from './natural-key'
import { idsOfKeys } from './natural-keys'
import { hasSameParticulars } from './particulars'
import { changeOf, putClips, writing } from './writing'

/** The id of a new clip belongs to a clip of something else. */
export class TakenIdError extends Error {
  override name = 'TakenIdError'
}

const restored = (earlier: Clip, time: string): Clip => ({ ...earlier, deletedAt: null, savedAt: time })

/** The clip with all that a page says of it; what the reader added stays. */
const corrected = (earlier: Clip, clip: NewClip, time: string): Clip => {
  // Optional parts of the earlier content must not show through the new one.
  const { comments: _, ...rest } = earlier
  return { ...rest, ...clip, id: earlier.id, updatedAt: time }
}

/** The clip with its new content; what was there before becomes a revision. */
const revised = (earlier: Clip, clip: NewClip, hash: string, time: string): Clip => ({
  ...corrected(earlier, clip, time),
  contentHash: hash,
  revisions: boundRevisions([...earlier.revisions, revisionOf(earlier, clip)]),
})

/**
 * What becomes of a clip that is here already. Only other words make a revision: who said them and in answer to
 * what is corrected where it stands.
 */
const renewed = (earlier: Clip, clip: NewClip, hash: string, time: string): Clip => {
  if (earlier.contentHash !== hash) return revised(earlier, clip, hash, time)
  return hasSameParticulars(earlier, clip) ? earlier : corrected(earlier, clip, time)
}

/**
 * Keeps a clip, in one transaction. The same comment clipped twice is one clip: with changed text it gets a new
 * revision, with the same text it is corrected in everything else, which is told as "revised" too; from the trash
 * it comes back to the top of the list.
 * @param sent a valid one, see `parseNewClip`
 * @returns after the commit; `id` is that of the kept clip, which is the earlier one's where there was one
 * @throws TakenIdError; what the database throws, and then nothing has changed
 */
export const saveClip = async (db: ClipDatabase, sent: SentClip, now: Date): Promise<SavedClip> => {
  const sentHash = await contentHash(sent)
  const key = naturalKey(sent, sentHash)
  const clip = await withOtherPages(db, sent, key)
  const hash = clip.comments === sent.comments ? sentHash : await contentHash(clip)
  const time = now.toISOString()
  return writing(db, async (counters) => {
    const known = (await idsOfKeys(db, [key])).get(key)
    const before = await db.rows.get(known ?? clip.id)
    if (!before) {
      const kept: Clip = {
        ...clip,
        savedAt: time,
        updatedAt: time,
        deletedAt: null,
        tags: [],
        note: '',
        starred: false,
        read: false,
        revisions: [],
        contentHash: hash,
      }
      await putClips(db, counters, [changeOf(kept, key, undefined)])
      return { id: clip.id, outcome: 'created' }
    }
    if (known === undefined) throw new TakenIdError(`id: ${clip.id} is another clip's`)
    const body = (await readBodies(db, [before])).get(before.id)
    if (!body) throw new Error(`clip ${before.id} has a row and no body`)
    const earlier: Clip = { ...body, deletedAt: before.deletedAt }
    const current = renewed(earlier, clip, hash, time)
    const trashed = before.deletedAt !== null
    if (current === earlier && !trashed) return { id: before.id, outcome: 'unchanged' }
    const kept = trashed ? restored(current, time) : current
    await putClips(db, counters, [changeOf(kept, key, before)])
    return { id: before.id, outcome: trashed ? 'restored' : 'revised' }
  })
}
