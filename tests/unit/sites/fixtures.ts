import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readPage } from '@/utils/sites/common/read-page'
import { atOnce } from '@/utils/thread/in-slices'

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

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A text as browsers show it. */
export const asPre = (text: string): string =>
  `<html><head><meta name="color-scheme" content="light dark"></head><body><pre>\n${escaped(text)}</pre></body></html>`

/** Shows a page in the tests' own document, at its URL. */
export const show = (html: string, url: string): Document => {
  ;(window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url)
  document.open()
  document.write(html.replace(/^<!--\s*\S+\s*-->\s*/, ''))
  document.close()
  return document
}

export const showFixture = ({ source, url, isText }: Fixture): Document =>
  show(isText ? asPre(source) : source, url)

export const readShown = () => atOnce(readPage(document))
