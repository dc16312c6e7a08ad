import type { ClipDatabase, ClipRow, Counters, TextChunk } from './database'

/** A chunk is full at so many clips or characters: large enough to load fast, small enough to write for each clip. */
const maxChunkClips = 64
const maxChunkCharacters = 65_536

/** The folded words of a living clip. */
export type Words = { id: string; savedAt: string; text: string }

const hasRoom = (chunk: TextChunk, length: number): boolean =>
  chunk.ids.length < maxChunkClips &&
  chunk.texts.reduce((sum, text) => sum + text.length, length) <= maxChunkCharacters

const without = (chunk: TextChunk, ids: ReadonlySet<string>): TextChunk => {
  const stays = (_: unknown, index: number) => !ids.has(chunk.ids[index]!)
  return {
    ...chunk,
    ids: chunk.ids.filter(stays),
    savedAts: chunk.savedAts.filter(stays),
    texts: chunk.texts.filter(stays),
  }
}

/**
 * Takes the words of some clips out of the chunks and puts those of others in. To be called inside `writing`.
 * @param leaving rows as they are stored
 * @returns for each joining clip the chunk that holds it now, by id
 */
export const moveTexts = async (
  db: ClipDatabase,
  counters: Counters,
  leaving: ClipRow[],
  joining: Words[],
): Promise<Map<string, number>> => {
  const touched = new Map<number, TextChunk>()
  const gone = new Set(leaving.map(({ id }) => id))
  const numbers = [...new Set(leaving.flatMap(({ chunk }) => chunk ?? []))]
  for (const chunk of numbers.length > 0 ? await db.texts.bulkGet(numbers) : []) {
    if (chunk) touched.set(chunk.n, without(chunk, gone))
  }
  const places = new Map<string, number>()
  if (joining.length > 0) {
    const stored = await db.texts.orderBy('n').last()
    let last = (stored && touched.get(stored.n)) ?? stored
    for (const { id, savedAt, text } of joining) {
      if (!last || !hasRoom(last, text.length)) {
        last = { n: (last?.n ?? 0) + 1, revision: 0, ids: [], savedAts: [], texts: [] }
      }
      last.ids.push(id)
      last.savedAts.push(savedAt)
      last.texts.push(text)
      touched.set(last.n, last)
      places.set(id, last.n)
    }
  }
  for (const chunk of touched.values()) {
    counters.revision += 1
    chunk.revision = counters.revision
  }
  await db.texts.bulkPut([...touched.values()])
  return places
}
