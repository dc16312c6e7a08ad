import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { LoadedComment } from '@/utils/enhancements/common/thread-page'
import { comment } from '../thread/sample'
import { bloggerPage, enhanced, press, sample, settled, shownOrder } from './enhanced'

const origin = 'https://the-weir.blogspot.com'
const links = [1, 2, 3, 4].map((n) => ({
  label: String(n),
  url: `${origin}/p?page=${n}`,
  isCurrent: n === 3,
}))

const setUrl = (url: string) =>
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url)

const loaded = (id: string): LoadedComment => {
  const body = document.createDocumentFragment()
  body.append(`Words of ${id}.`)
  return {
    comment: comment(id, { text: `Words of ${id}.` }),
    body,
    pattern: { element: document.createElement('li'), header: null, body: null, replies: null },
  }
}
const onPage: Record<string, string[]> = { 1: ['a1', 'a2'], 2: ['b1', 'b2'], 4: ['z1'] }
const loadPage = async (url: string) => ({ comments: onPage[url.at(-1)!]!.map(loaded) })

const before = location.href
beforeEach(() => setUrl(`${origin}/p`))
afterEach(() => setUrl(before))

it.each(['conversation', 'oldest', 'newest'] as const)(
  'pages loaded while comments are shown as %s stand in their places of the page’s own order',
  async (arrangement) => {
    const all = await enhanced(bloggerPage(sample), {
      arrangement,
      pages: { links, total: 18 },
      services: { loadPage },
      found: (conversation) => {
        conversation.links[5] = { parentId: 'c1', kind: 'explicit', confidence: 1, evidence: [] }
      },
    })
    press(document, 'Load them here')
    await vi.waitFor(() => expect(all.page.comments).toHaveLength(11))
    await settled()
    all.page.arrangementName.value = 'original'
    const ids = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'z1']
    expect(
      all.page.arrangement.peek().placements.map(({ entry }) => all.page.comments[entry]!.comment.id),
    ).toEqual(ids)
    expect(shownOrder().map((shown) => shown.split(' ')[1])).toEqual(ids)
    all.page.arrangementName.value = arrangement
    all.off()
    expect(all.html()).toBe(all.before)
  },
)
