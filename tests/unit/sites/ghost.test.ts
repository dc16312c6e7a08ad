import { afterEach, describe, expect, it, vi } from 'vitest'
import { owningFrame, owningPage } from '@/utils/dom/owning-page'
import { mayRead } from '@/utils/sites/common/may-read'
import { adapter, hint } from '@/utils/sites/shaped/ghost'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

const comment = (id: string, words: string, more = '') =>
  `<div data-testid="comment-component"><div class="grow"><div id="${id}"><div><h4>Pell</h4><div><span><a title="03 Sep 2023 10:15" href="https://kettle.example/tea/#ghost-comments-${id}">2 years ago</a></span></div></div>${more}<div><div data-testid="comment-content"><p>${words}</p></div></div></div></div></div>`
const saying = (id: string) =>
  `<div>Replied to: <a data-testid="comment-in-reply-to" href="https://kettle.example/tea/#ghost-comments-${id}">Green.</a></div>`
const list = (comments: string) =>
  `<html><body><div data-testid="comment-elements">${comments}</div></body></html>`

const read = () => atOnce(adapter.read(document))

describe('the Ghost adapter', () => {
  it('claims nothing on a page that only has its places', () => {
    show(
      `<html><body><div data-testid="comment-component"></div><div id="ghost-comments-root"></div></body></html>`,
      'https://kettle.example/tea/',
    )
    expect(mayRead(hint, document) && read().length > 0).toBe(false)
  })

  it('does not take a comment at the top for a reply, nor one that is not here for what is answered', () => {
    show(
      list(
        comment('a1', 'Green.') +
          comment('a2', 'Black.', saying('a1')) +
          comment('a3', 'White.', saying('zz')),
      ),
      'https://kettle.example/tea/',
    )
    expect(read()[0]!.comments.map(({ comment: { parentId, answersId } }) => [parentId, answersId])).toEqual([
      [null, undefined],
      [null, undefined],
      [null, undefined],
    ])
  })
})

describe('in a frame that the blog’s script fills', () => {
  afterEach(() => vi.unstubAllGlobals())

  const blog = () =>
    new DOMParser().parseFromString(
      `<html lang="nl"><head><meta property="og:title" content="Tea at four"><meta property="og:site_name" content="The Kettle"><meta property="article:published_time" content="2023-09-01T16:00:00Z"></head><body><h1>Tea</h1><div id="ghost-comments-root"><div id="frame"></div></div></body></html>`,
      'text/html',
    )

  it('the post is that of the page around it', () => {
    show(list(comment('a1', 'Green.')), 'about:srcdoc')
    const page = blog()
    vi.stubGlobal('frameElement', page.getElementById('frame'))
    expect(read()[0]!.post).toMatchObject({
      ...{ title: 'Tea at four', siteName: 'The Kettle' },
      publishedAt: '2023-09-01T16:00:00.000Z',
    })
    expect(owningPage(document)).toBe(page)
  })

  it('a frame with an address is a page of its own, and so is one of another site', () => {
    show(list(comment('a1', 'Green.')), 'https://kettle.example/comments/')
    vi.stubGlobal('frameElement', blog().getElementById('frame'))
    expect(owningFrame(document)).toBeNull()
    expect(owningPage(document)).toBe(document)
    show(list(comment('a1', 'Green.')), 'about:srcdoc')
    vi.stubGlobal('frameElement', null)
    expect(owningPage(document)).toBe(document)
  })

  it('a document that is only parsed is nobody’s', () => {
    vi.stubGlobal('frameElement', blog().getElementById('frame'))
    const parsed = blog()
    expect(owningPage(parsed)).toBe(parsed)
  })
})
