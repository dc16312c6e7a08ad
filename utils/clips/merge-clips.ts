import type { Clip, ClipRevision } from '@/utils/messages/clip'
import { boundRevisions, revisionOf } from './content-hash'
import { hasSameParticulars } from './particulars'

const mergedNote = (ours: Clip, theirs: Clip): string => {
  if (ours.note.includes(theirs.note)) return ours.note
  if (theirs.note.includes(ours.note)) return theirs.note
  const [newer, older] = theirs.updatedAt > ours.updatedAt ? [theirs, ours] : [ours, theirs]
  return `${newer.note}\n\n${older.note}`
}

const mergedRevisions = (ours: ClipRevision[], theirs: ClipRevision[]): ClipRevision[] => {
  const known = new Set(ours.map(({ contentHash, savedAt }) => `${contentHash} ${savedAt}`))
  const unknown = theirs.filter(({ contentHash, savedAt }) => !known.has(`${contentHash} ${savedAt}`))
  if (unknown.length === 0) return ours
  return [...ours, ...unknown].sort((a, b) => (a.savedAt < b.savedAt ? -1 : Number(a.savedAt > b.savedAt)))
}

/** The clip with the content of `winner`; the other one's becomes a revision, unless it is one already. */
const withContent = (ours: Clip, theirs: Clip, revisions: ClipRevision[]): Clip => {
  const [winner, loser] = theirs.updatedAt > ours.updatedAt ? [theirs, ours] : [ours, theirs]
  const isKnown = revisions.some(({ contentHash }) => contentHash === loser.contentHash)
  const all = isKnown ? revisions : mergedRevisions(revisions, [revisionOf(loser, winner)])
  return { ...winner, id: ours.id, savedAt: ours.savedAt, revisions: boundRevisions(all) }
}

/**
 * Two versions of one clip made one, so that nothing of either is lost: the newer content, the earlier ones as
 * revisions, the tags of both, the notes of both; living if either lives. Merging the same version again
 * changes nothing.
 * @param ours the kept one: its id and its place in the list stay
 * @returns null when `theirs` adds nothing
 */
export const mergeClips = (ours: Clip, theirs: Clip): Clip | null => {
  const newer = theirs.updatedAt > ours.updatedAt
  const revisions = boundRevisions(mergedRevisions(ours.revisions, theirs.revisions))
  const sameContent = ours.contentHash === theirs.contentHash
  // Of the same words the newer version knows better who said them, when, and in answer to what.
  const corrects = sameContent && newer && !hasSameParticulars(ours, theirs)
  const merged: Clip = {
    ...(sameContent
      ? { ...(corrects ? theirs : ours), id: ours.id, savedAt: ours.savedAt, revisions }
      : withContent(ours, theirs, revisions)),
    deletedAt: theirs.deletedAt === null ? null : ours.deletedAt,
    tags: [...new Set([...ours.tags, ...theirs.tags])],
    note: mergedNote(ours, theirs),
    starred: newer ? theirs.starred : ours.starred,
    read: newer ? theirs.read : ours.read,
    updatedAt: newer ? theirs.updatedAt : ours.updatedAt,
  }
  const changed =
    corrects ||
    merged.contentHash !== ours.contentHash ||
    merged.revisions.length !== ours.revisions.length ||
    merged.deletedAt !== ours.deletedAt ||
    merged.tags.length !== ours.tags.length ||
    merged.note !== ours.note ||
    merged.starred !== ours.starred ||
    merged.read !== ours.read
  return changed ? merged : null
}
