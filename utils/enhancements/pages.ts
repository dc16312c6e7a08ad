import { button, say } from '@/utils/dom/controls'
import { follow } from '@/utils/dom/follow'
import { keepPlace } from '@/utils/dom/keep-place'
import { createTrace } from '@/utils/dom/trace'
import { grouped, plural } from '@/utils/dom/words'
import type { PageLink } from '@/utils/thread/pages'
import type { About, Enhancement } from './common/enhancement'
import { createLoadedComments } from './common/loaded-comments'

/** So many pages are loaded by one press of a button. */
const mostAtOnce = 30

export const about: About = {
  title: 'Pages',
  description: 'Says which part of a long thread a page shows, and loads other pages in place when asked to.',
}

/** Where a thread goes on over several pages: which part of it this is, links to the others, and loading them here. */
export const enhancement: Enhancement = {
  start: (page, signal) => {
    const { document, root, comments, toolbar, pages, growth, services } = page
    if (!pages || pages.links.length < 2) return undefined
    const trace = createTrace(signal)
    const { links, first, count, total } = pages
    const current = links.findIndex(({ isCurrent }) => isCurrent)
    /** Pages that are on this one, by their place among the links. */
    const here = new Set([current])
    /** Where the comments of this page begin in the whole thread, with what was loaded before them. */
    let begin = first
    const put = createLoadedComments(page, trace)

    const where = document.createElement('span')
    const list = document.createElement('span')
    list.className = 'us-pages'
    list.setAttribute('role', 'group')
    list.setAttribute('aria-label', 'Pages of this thread')
    const marks = links.map(({ label, url }, index) => {
      const mark = document.createElement('a')
      mark.className = 'us-button us-page'
      mark.setAttribute('data-label', label)
      mark.setAttribute('aria-label', /^\d+$/.test(label) ? `Page ${label}` : label)
      if (index !== current) mark.href = url
      else mark.setAttribute('aria-current', 'page')
      list.append(mark)
      return mark
    })

    const isLoadable = ({ url }: PageLink) =>
      URL.canParse(url) && new URL(url).origin === document.location.origin
    const missing = () => links.flatMap((link, index) => (!here.has(index) && isLoadable(link) ? index : []))
    const load = button(document, 'us-tool', 'Load them here')
    load.addEventListener('click', () => void loadAll(), { signal })

    const show = () => {
      const shown = comments.length
      const amount = total === null ? '' : `${grouped(shown)} of ${plural(total, 'comment')}`
      const place =
        here.size > 1 || current < 0
          ? ''
          : `page ${links[current]!.label} of ${count ?? `at least ${links.length}`}`
      say(
        where,
        begin !== undefined && total !== null
          ? `comments ${grouped(begin)}–${grouped(begin + shown - 1)} of ${grouped(Math.max(total, begin + shown - 1))}`
          : [place, amount].filter(Boolean).join(', '),
      )
      for (const [index, mark] of marks.entries())
        if (here.has(index) && index !== current) mark.setAttribute('data-understory-here', '')
      load.hidden = missing().length === 0
    }

    /** One after the other, nearest first, so that what is read stays one stretch. */
    const loadAll = async () => {
      if (load.getAttribute('aria-busy') === 'true') return
      load.setAttribute('aria-busy', 'true')
      const wanted = missing()
        .sort((a, b) => Math.abs(a - current) - Math.abs(b - current))
        .slice(0, mostAtOnce)
      for (const [nth, index] of wanted.entries()) {
        toolbar.say(`Loading page ${nth + 1} of ${wanted.length}…`)
        const loaded = await services.loadPage(links[index]!.url).catch((error: unknown) => {
          console.error(error)
          return { why: 'This page could not be loaded.' }
        })
        if (signal.aborted) return
        if ('why' in loaded) {
          toolbar.say(`${loaded.why} Its link still leads there.`)
          break
        }
        const known = comments.length
        const { added, before } = put(loaded.comments, index < current)
        if (added.length > 0) await page.grow(added, before)
        if (signal.aborted) return
        here.add(index)
        if (index < current && begin !== undefined) begin -= comments.length - known
        toolbar.say(nth === wanted.length - 1 ? `${plural(comments.length, 'comment')} are here now.` : '')
        show()
      }
      load.removeAttribute('aria-busy')
    }

    follow(signal, () => {
      growth.value
      keepPlace(root, show)
    })
    toolbar.add('pages', where)
    toolbar.add('pages', list)
    toolbar.add('pages', load)
    return undefined
  },
}
