import { readPage } from '@/utils/sites/common/read-page'
import { atOnce } from '@/utils/thread/in-slices'
import { allAdapters } from './all-adapters'
import type { Fixture } from './fixtures'

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

export const readShown = () => atOnce(readPage(document, allAdapters))
