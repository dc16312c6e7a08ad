import { useState } from 'preact/hooks'
import { counted } from '@/components/counted'
import {
  importedWords,
  importFile,
  libraryBlob,
  libraryFileName,
  parseFile,
  UnreadableFileError,
} from '@/components/library-file'
import type { Said } from '@/components/status-line'
import type { ClipDatabase } from '@/utils/clips/database'
import { countClips } from '@/utils/clips/list-clips'
import { sendMessage } from '@/utils/messages/protocol'

const download = (blob: Blob, name: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

const importText = async (file: File, say: (said: Said) => void): Promise<string> => {
  const imported = await importFile(
    parseFile(await file.text()),
    (piece) => sendMessage('clipsImport', piece),
    (done, all) => say({ text: `Importing: ${done.toLocaleString('en')} of ${counted(all, 'clip')}…` }),
  )
  return importedWords(imported)
}

const exportText = async (db: ClipDatabase): Promise<string> => {
  const now = new Date()
  const blob = await libraryBlob(db, now)
  const { living } = await countClips(db)
  download(blob, libraryFileName(now))
  return `${counted(living, 'clip')} exported to ${libraryFileName(now)}.`
}

/** Import and export, one at a time, with a word on how it went. */
export const useTransfer = (db: ClipDatabase, say: (said: Said) => void) => {
  const [isBusy, setBusy] = useState(false)
  const run = async (begin: string, work: () => Promise<string>, failed: string) => {
    if (isBusy) return
    setBusy(true)
    say({ text: begin })
    try {
      say({ text: await work() })
    } catch (error) {
      say({ text: error instanceof UnreadableFileError ? error.message : failed })
    } finally {
      setBusy(false)
    }
  }
  return {
    isBusy,
    importFrom: (file: File) =>
      void run(
        `Importing ${file.name}…`,
        () => importText(file, say),
        'The file could not be read to its end. What was imported until then stays; import it again for the rest.',
      ),
    exportAll: () =>
      void run('Exporting…', () => exportText(db), 'The library could not be read. Nothing was exported.'),
  }
}
