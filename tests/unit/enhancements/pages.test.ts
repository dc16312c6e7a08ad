import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LoadedComment } from '@/utils/enhancements/common/thread-page'
import type { ThreadPages } from '@/utils/thread/pages'
import { comment } from '../thread/sample'
import { bloggerPage, enhanced, press, sample, settled, shownOrder } from './enhanced'

const origin = 'https://the-weir.blogspot.com'
const pages = (change: Partial<ThreadPages> = {}): ThreadPages => ({
  links: [1, 2, 3].map((n) => ({ label: String(n), url: `${origin}/p?page=${n}`, isCurrent: n === 2 })),
  first: 7,
  total: 18,
  ...change,
})

const element = (markup: string): HTMLElement => {
  const holder = document.createElement('div')
  holder.innerHTML = markup
  return holder.firstElementChild as HTMLElement
}

const setUrl = (url: string) =>
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url)

const loaded = (id: string, parentId: string | null = null): LoadedComment => {
  const body = document.createDocumentFragment()
  body.append(`Words of ${id}.`)
  return {
    comment: comment(id, { parentId, text: `Words of ${id}.` }),
    body,
    pattern: {
      element: element('<li class="comment" onclick="alert(1)"></li>'),
      header: element('<div class="comment-header"></div>'),
      body: element('<p class="comment-content"></p>'),
      replies: null,
    },
  }
}

const says = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('.us-slot-pages [data-label]')].map(
    ({ dataset }) => dataset.label!,
  )

describe('a thread over several pages', () => {
  const before = location.href
  beforeEach(() => setUrl(`${origin}/p`))
  afterEach(() => setUrl(before))

  it('says which part of it this is, with links to the others', async () => {
    await enhanced(bloggerPage(sample), { pages: pages() })
    expect(says()).toEqual(['comments 7–12 of 18', '1', '2', '3', 'Load them here'])
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.us-page')]
    expect(links.map(({ href }) => href)).toEqual([`${origin}/p?page=1`, '', `${origin}/p?page=3`])
    expect(links[1]!.getAttribute('aria-current')).toBe('page')
  })

  it('says nothing of it where there is one', async () => {
    await enhanced(bloggerPage(sample))
    expect(says()).toEqual([])
  })

  it('says what is certain where the page does not count', async () => {
    const { first: _, ...unsure } = pages({ total: null })
    await enhanced(bloggerPage(sample), { pages: unsure })
    expect(says()[0]).toBe('page 2 of at least 3')
    await enhanced(bloggerPage(sample), { pages: { ...unsure, count: 4, total: 18 } })
    expect(says()[0]).toBe('page 2 of 4, 6 of 18 comments')
  })

  it('takes the other pages in, marked as loaded, in their places', async () => {
    const loadPage = vi.fn(async (url: string) => ({
      comments: url.endsWith('1') ? [loaded('a1'), loaded('a2', 'a1')] : [loaded('z1')],
    }))
    const all = await enhanced(bloggerPage(sample), { pages: pages(), services: { loadPage } })
    press(document, 'Load them here')
    await vi.waitFor(() => expect(all.page.comments).toHaveLength(9))
    await settled()
    expect(shownOrder()).toEqual([
      ...['0 a1', '1 a2'],
      ...['0 c1', '1 c2', '1 c3', '0 c4', '1 c5', '0 c6'],
      '0 z1',
    ])
    expect(
      all.page.arrangement.peek().placements.map(({ entry }) => all.page.comments[entry]!.comment.id),
    ).toEqual(['a1', 'a2', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'z1'])
    expect(all.comment('a1').hasAttribute('data-understory-loaded')).toBe(true)
    expect(all.comment('a1').hasAttribute('onclick')).toBe(false)
    expect(says()[0]).toBe('comments 5–13 of 18')
    expect(document.querySelector<HTMLElement>('[data-label="Load them here"]')!.hidden).toBe(true)
    press(all.comment('a1'), 'Collapse')
    all.off()
    expect(all.html()).toBe(all.before)
  })

  it('leaves out what is here already', async () => {
    const loadPage = async () => ({ comments: [loaded('c1'), loaded('n1')] })
    const { page } = await enhanced(bloggerPage(sample), {
      pages: pages({ links: pages().links.slice(0, 2) }),
      services: { loadPage },
    })
    press(document, 'Load them here')
    await vi.waitFor(() => expect(page.comments).toHaveLength(7))
    expect(page.comments.filter(({ comment }) => comment.id.startsWith('c1'))).toHaveLength(1)
  })

  it('says why where a page does not come, and can be asked again', async () => {
    const loadPage = vi.fn(async () => ({ why: 'That page could not be loaded. Is there a connection?' }))
    const { page } = await enhanced(bloggerPage(sample), { pages: pages(), services: { loadPage } })
    const load = press(document, 'Load them here')
    await vi.waitFor(() => expect(load.hasAttribute('aria-busy')).toBe(false))
    expect(document.querySelector('.us-bar [role=status]')?.textContent).toContain('could not be loaded')
    expect(page.comments).toHaveLength(6)
    expect(load.hidden).toBe(false)
  })

  it('can be asked again after something went wrong', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const loadPage = vi.fn().mockRejectedValue(new Error('The sanitiser did not come'))
    await enhanced(bloggerPage(sample), { pages: pages(), services: { loadPage } })
    const load = press(document, 'Load them here')
    await vi.waitFor(() => expect(load.hasAttribute('aria-busy')).toBe(false))
    expect(document.querySelector('.us-bar [role=status]')?.textContent).toContain('could not be loaded')
    vi.restoreAllMocks()
  })

  it('loads nothing from another site', async () => {
    const links = pages().links.map((link) => ({ ...link, url: link.url.replace('the-weir', 'elsewhere') }))
    await enhanced(bloggerPage(sample), { pages: pages({ links }) })
    expect(document.querySelector<HTMLElement>('[data-label="Load them here"]')!.hidden).toBe(true)
  })
})
