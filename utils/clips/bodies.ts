import type { BodyPack, ClipBody, ClipDatabase, ClipRow, Counters } from './database'

/** A pack is full at so many clips or characters: reading one clip reads its pack. */
const maxPackClips = 64
const maxPackCharacters = 262_144

/** The bodies of some clips, by id. */
export const readBodies = async (
  db: ClipDatabase,
  rows: Pick<ClipRow, 'id' | 'pack'>[],
): Promise<Map<string, ClipBody>> => {
  const wanted = new Set(rows.map(({ id }) => id))
  const packs = await db.bodies.bulkGet([...new Set(rows.map(({ pack }) => pack))])
  const bodies = packs.flatMap((pack) => pack?.clips ?? []).filter(({ id }) => wanted.has(id))
  return new Map(bodies.map((body) => [body.id, body]))
}

const removeBodies = async (db: ClipDatabase, rows: ClipRow[]): Promise<void> => {
  if (rows.length === 0) return
  const gone = new Set(rows.map(({ id }) => id))
  const packs = await db.bodies.bulkGet([...new Set(rows.map(({ pack }) => pack))])
  const left = packs.flatMap((pack) =>
    pack ? { n: pack.n, clips: pack.clips.filter(({ id }) => !gone.has(id)) } : [],
  )
  await db.bodies.bulkDelete(left.filter(({ clips }) => clips.length === 0).map(({ n }) => n))
  await db.bodies.bulkPut(left.filter(({ clips }) => clips.length > 0))
}

/**
 * Writes bodies in packs of their own. To be called inside `writing`.
 * @param leaving the rows of those that had a body before
 * @returns the pack of each, by id
 */
export const putBodies = async (
  db: ClipDatabase,
  counters: Counters,
  leaving: ClipRow[],
  bodies: { body: ClipBody; size: number }[],
): Promise<Map<string, number>> => {
  await removeBodies(db, leaving)
  const packs: BodyPack[] = []
  const places = new Map<string, number>()
  let size = 0
  for (const { body, size: characters } of bodies) {
    let pack = packs.at(-1)
    if (!pack || pack.clips.length >= maxPackClips || size + characters > maxPackCharacters) {
      counters.packs += 1
      pack = { n: counters.packs, clips: [] }
      packs.push(pack)
      size = 0
    }
    pack.clips.push(body)
    size += characters
    places.set(body.id, pack.n)
  }
  await db.bodies.bulkAdd(packs)
  return places
}
