import type { ClipDatabase } from '@/utils/clips/database'
import { exportLibrary } from '@/utils/clips/export-library'
import { sanitiseToHtml } from '@/utils/dom/html'
import type { Clip, LibraryFile } from '@/utils/messages/clip'
import type { ImportReport, Refusal } from '@/utils/messages/protocol'

/** A message may weigh 64 MiB, and a letter up to three bytes: this many letters are safe. */
const chunkLetters = 8 * 2 ** 20
const chunkClips = 2000

/** What is wrong with a chosen file, in a sentence for the reader. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError'
}

const isLibraryFile = (value: unknown): value is LibraryFile =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === 'understory-library' &&
  'clips' in value &&
  Array.isArray(value.clips)

/** Reads a chosen file as far as it can be told without looking at the clips: these are the background's to judge. */
export const parseFile = (text: string): LibraryFile => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new UnreadableFileError('This file is not JSON, or a part of it is missing. Nothing was changed.')
  }
  if (!isLibraryFile(value))
    throw new UnreadableFileError('This file is not a library that Understory exported. Nothing was changed.')
  if (value.version !== 1)
    throw new UnreadableFileError(
      'This file comes from a newer Understory. Update, then try again. Nothing was changed.',
    )
  return value
}

/** The file in pieces that fit into a message; a clip that does not fit is a piece of its own. */
export function* chunksOf({ clips, ...head }: LibraryFile): Generator<LibraryFile> {
  let chunk: Clip[] = []
  let letters = 0
  for (const clip of clips) {
    const size = JSON.stringify(clip).length
    if (chunk.length > 0 && (letters + size > chunkLetters || chunk.length >= chunkClips)) {
      yield { ...head, clips: chunk }
      chunk = []
      letters = 0
    }
    chunk.push(clip)
    letters += size
  }
  if (chunk.length > 0) yield { ...head, clips: chunk }
}

const added = (sum: ImportReport, part: ImportReport, before: number): ImportReport => ({
  imported: sum.imported + part.imported,
  updated: sum.updated + part.updated,
  duplicate: sum.duplicate + part.duplicate,
  refused: sum.refused + part.refused,
  // A piece counts its clips from one; the reader counts those of the file.
  reasons: [
    ...sum.reasons,
    ...part.reasons.map((reason) =>
      reason.replace(/^clip (\d+)/, (_, place) => `clip ${before + Number(place)}`),
    ),
  ],
})

/** "12 imported, 3 updated, 1 duplicate, 2 refused" */
export const importWords = ({ imported, updated, duplicate, refused }: ImportReport): string =>
  `${imported} imported, ${updated} updated, ${duplicate} duplicate, ${refused} refused`

export type Imported = { report: ImportReport; stopped: string | null }

/**
 * Hands a library file over, piece by piece.
 * @param send takes one piece; undefined when nobody answered
 * @param onProgress how many clips of how many were handed over
 * @returns what became of the clips, and why it stopped, if it did: what was taken in stays
 */
export const importFile = async (
  file: LibraryFile,
  send: (piece: LibraryFile) => Promise<ImportReport | Refusal | undefined>,
  onProgress: (done: number, all: number) => void,
): Promise<Imported> => {
  let report: ImportReport = { imported: 0, updated: 0, duplicate: 0, refused: 0, reasons: [] }
  let done = 0
  for (const piece of chunksOf(file)) {
    const answer = await send(piece).catch(() => undefined)
    if (!answer || 'error' in answer)
      return { report, stopped: answer?.message ?? 'The extension did not answer. Try again.' }
    report = added(report, answer, done)
    done += piece.clips.length
    onProgress(done, file.clips.length)
  }
  return { report, stopped: null }
}

/** The library as a file; HTML is sanitised once more on its way out. */
export const libraryBlob = async (db: ClipDatabase, now: Date): Promise<Blob> => {
  const parts: Blob[] = []
  let texts: string[] = []
  let letters = 0
  for await (const text of exportLibrary(db, now, sanitiseToHtml)) {
    texts.push(text)
    letters += text.length
    if (letters < chunkLetters) continue
    // The browser keeps large blobs on the disk, strings in memory.
    parts.push(new Blob(texts))
    texts = []
    letters = 0
  }
  return new Blob([...parts, ...texts], { type: 'application/json' })
}

/** "understory-library-2020-10-30.json", by the reader's own calendar. */
export const libraryFileName = (now: Date): string => {
  const two = (part: number) => String(part).padStart(2, '0')
  return `understory-library-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.json`
}
