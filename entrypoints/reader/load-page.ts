import type { LoadedPage, PageServices } from '@/utils/enhancements/common/thread-page'
import { adapterParts, broughtAdapters } from '@/utils/sites/common/brought'
import { builtIn } from '@/utils/sites/common/built-in'
import { readPage } from '@/utils/sites/common/read-page'
import type { ReadThread } from '@/utils/sites/common/site-adapter'
import { inSlices } from '@/utils/thread/in-slices'
import { bringSanitiser } from './bring-sanitiser'

/** A page that has not come after this time will not come. */
const mostMs = 20_000
/** No thread is as large; what is larger would stop the browser. */
const mostBytes = 30e6

const failed = (why: string): LoadedPage => ({ why })

const fetchPage = async (url: string, origin: string): Promise<{ html: string; url: string } | string> => {
  try {
    const answer = await fetch(url, { credentials: 'same-origin', signal: AbortSignal.timeout(mostMs) })
    if (!answer.ok) return `The blog answered “${answer.status}” instead of that page.`
    if (answer.url !== '' && new URL(answer.url).origin !== origin)
      return 'That page has moved to another site.'
    if (!/html/.test(answer.headers.get('content-type') ?? '')) return 'That page is no page of comments.'
    const html = await answer.text()
    return html.length > mostBytes ? 'That page is too large.' : { html, url: answer.url || url }
  } catch {
    return 'That page could not be loaded. Is there a connection?'
  }
}

const findThread = async (page: Document, platform: string): Promise<ReadThread | undefined> => {
  for (const modules of [builtIn, ...adapterParts.map((part) => broughtAdapters(part) ?? [])]) {
    const { threads } = await inSlices(readPage(page, modules), new AbortController().signal)
    const found = threads.find((thread) => thread.platform === platform)
    if (found) return found
  }
  return undefined
}

/** Loads other pages of a thread from the blog that the reader is on; nothing of them runs here. */
export const createPageLoader =
  (document: Document, platform: string): PageServices['loadPage'] =>
  async (url) => {
    const { origin } = document.location
    if (new URL(url).origin !== origin) return failed('That page is on another site.')
    const answer = await fetchPage(url, origin)
    if (typeof answer === 'string') return failed(answer)
    const { understorySanitise, understoryPages } = await bringSanitiser()
    const thread = await findThread(understoryPages.parsePage(answer.html, answer.url), platform)
    if (!thread) return failed('No comments were found on that page.')
    return {
      comments: thread.comments.map(({ comment, parts }) => {
        const { element, header, body, words, except, replies } = parts
        const from = words?.[0] ?? body
        const html = from ? understorySanitise(from, except, words) : ''
        return {
          comment,
          body: understoryPages.sanitiseToFragment(html),
          pattern: { element, header, body, replies },
        }
      }),
    }
  }
