import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, '../../fixtures')

/** A page or a text of the fixtures, with its address. */
export type Fixture = { name: string; url: string; source: string; isText: boolean; expectedFile: string }

/** A page names its URL in its first line, `<!-- https://… -->`; a text in the JSON beside it. */
export const fixtures = (): Fixture[] =>
  readdirSync(folder)
    .filter((file) => /\.(?:html|txt)$/.test(file))
    .map((file) => {
      const source = readFileSync(path.join(folder, file), 'utf8')
      const isText = file.endsWith('.txt')
      const expectedFile = path.join(folder, file.replace(/\.\w+$/, '.json'))
      const named = isText
        ? (JSON.parse(readFileSync(expectedFile, 'utf8')) as { url: string }).url
        : /^<!--\s*(\S+)\s*-->/.exec(source)?.[1]
      if (!named) throw new Error(`${file} does not say its URL.`)
      return { name: file.replace(/\.\w+$/, ''), url: named, source, isText, expectedFile }
    })
