import type { ClipDatabase } from '@/utils/clips/database'
import { exportLibrary } from '@/utils/clips/export-library'
import { sanitiseToHtml } from '@/utils/dom/html'
import type { Clip, LibraryFile } from '@/utils/messages/clip'
import type { ImportReport, Refusal } from '@/utils/messages/protocol'

/** A message may weigh 64 MiB, and a letter up to three bytes: this many letters are safe. */
const chunkLetters = 8 * 2 ** 20
const chunkClips = 2000
/** A clip that is a piece of its own may weigh this, which leaves room for what is around it in a message. */
const maxClipBytes = 60 * 2 ** 20
/** One clip may be too much for the background; after as many in a row it is taken to be gone. */
const silencesToStop = 3

/** What is wrong with a chosen file, in a sentence for the reader. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError'
}

type ReadFile = Omit<LibraryFile, 'version' | 'exportedAt'> & { version?: unknown; exportedAt?: unknown }

const isLibraryFile = (value: unknown): value is ReadFile =>
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
  const { format, version, exportedAt, clips } = value
  if (typeof version === 'number' && version > 1)
    throw new UnreadableFileError(
      'This file comes from a newer Understory. Update, then try again. Nothing was changed.',
    )
  if (version !== 1)
    throw new UnreadableFileError(
      'This file does not say which version of a library it is, or one that never was. Nothing was changed.',
    )
  // Nothing depends on when it was exported, so a file that somebody mended by hand is taken without.
  return { format, version, exportedAt: typeof exportedAt === 'string' ? exportedAt : '', clips }
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

/** What became of an import, in sentences. */
export const importedWords = ({ report, stopped }: Imported): string => {
  const first = report.reasons[0]
  const why = first ? ` (the first: ${first})` : ''
  const until = stopped ? `Stopped: ${stopped}${/[.!?]\)?$/.test(stopped) ? '' : '.'} Until then: ` : ''
  return `${until}${importWords(report)}${why}`
}

const nothing: ImportReport = { imported: 0, updated: 0, duplicate: 0, refused: 0, reasons: [] }

/** A clip that was not taken in, in the words in which the background refuses one. */
const refusedOne = (why: string): ImportReport => ({ ...nothing, refused: 1, reasons: [`clip 1: ${why}`] })

/** A letter has at most three bytes, so that most clips need not be encoded to be weighed. */
const isTooLarge = (clip: Clip | undefined): boolean => {
  const text = JSON.stringify(clip) ?? ''
  return text.length * 3 > maxClipBytes && new TextEncoder().encode(text).length > maxClipBytes
}

const noAnswer = 'The extension did not answer. Try again.'
/** What the background finds wrong with a piece as a whole is in the words of its validator. */
const notTaken = 'The extension did not recognise a part of this file as its own.'

/**
 * Hands a library file over, piece by piece. A clip that cannot be handed over costs only itself.
 * @param send takes one piece; undefined when nobody answered, and it throws when an answer was lost
 * @param onProgress how many clips of how many were handed over
 * @returns what became of the clips, and why it stopped, if it did: what was taken in stays
 */
export const importFile = async (
  file: LibraryFile,
  send: (piece: LibraryFile) => Promise<ImportReport | Refusal | undefined>,
  onProgress: (done: number, all: number) => void,
): Promise<Imported> => {
  let report = nothing
  let done = 0
  /** The report before the clips that were not answered, as long as it is not known whether anybody is there. */
  let reportOfLastAnswer = nothing
  let silences = 0

  /** @returns why nothing more can be handed over */
  const handOver = async (piece: LibraryFile): Promise<string | null> => {
    const isOne = piece.clips.length === 1
    if (isOne && isTooLarge(piece.clips[0])) {
      take(refusedOne('too large to be taken in'), 1)
      return null
    }
    let answer: ImportReport | Refusal | undefined
    try {
      answer = await send(piece)
    } catch {
      return isOne ? passOver() : oneByOne(piece)
    }
    if (!answer) return noAnswer
    if ('error' in answer) return answer.error === 'invalid' ? notTaken : answer.message
    silences = 0
    take(answer, piece.clips.length)
    reportOfLastAnswer = report
    return null
  }
  const oneByOne = async (piece: LibraryFile): Promise<string | null> => {
    for (const clip of piece.clips) {
      const stopped = await handOver({ ...piece, clips: [clip] })
      if (stopped !== null) return stopped
    }
    return null
  }
  const passOver = (): string | null => {
    silences += 1
    if (silences < silencesToStop) {
      take(refusedOne('the extension did not answer to it'), 1)
      return null
    }
    report = reportOfLastAnswer
    return noAnswer
  }
  const take = (answer: ImportReport, count: number) => {
    report = added(report, answer, done)
    done += count
    onProgress(done, file.clips.length)
  }

  for (const piece of chunksOf(file)) {
    const stopped = await handOver(piece)
    if (stopped !== null) return { report, stopped }
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
