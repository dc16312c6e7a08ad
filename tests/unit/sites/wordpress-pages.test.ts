import { describe, expect, it } from 'vitest'
import { adapter } from '@/utils/sites/wordpress'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

const post = 'https://gravelbar.example/2021/03/ford/'
const replyLink = '<a class="comment-reply-link" href="?replytocom=1#respond">Reply</a>'

const item = (n: number, more: string, answers = '') =>
  `<li id="comment-${n}" class="comment depth-1"><article id="div-comment-${n}" class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Wren ${n}</b> <span class="says">says:</span></div></footer><div class="comment-content"><p>What number ${n} has to say.</p></div>${more}</article>${answers}</li>`

const answer = (n: number) => `<ol class="children">${item(n, replyLink).replace('depth-1', 'depth-2')}</ol>`

/** The second of four pages. */
const pagesOf = (items: string, total: number, form = '<form id="commentform"></form>') => {
  const link = (n: number) => `<a class="page-numbers" href="${post}comment-page-${n}/#comments">${n}</a>`
  show(
    `<html lang="en"><head><meta name="generator" content="WordPress 6.4"></head><body><div id="comments" class="comments-area"><h2 class="comments-title">${total} thoughts on “The ford”</h2><ol class="comment-list">${items}</ol><nav class="comments-pagination">${link(1)}<span class="page-numbers current">2</span>${link(3)}${link(4)}</nav>${form}</div></body></html>`,
    `${post}comment-page-2/`,
  )
  return atOnce(adapter.read(document))[0]?.pages
}

const five = (more: string) => Array.from({ length: 5 }, (_, n) => item(20 + n, more)).join('')

describe('a page in the middle of a WordPress thread', () => {
  it('holds as many comments as the others where none can be answered', () => {
    expect(pagesOf(five(''), 18)).toMatchObject({ first: 6, count: 4, total: 18 })
  })

  it('knows it is one where the page numbers stand in the list itself', () => {
    const comment = (n: number) =>
      `<div id="wc-comm-${n}_0" class="wc-comment wc_comment_level-1"><div id="comment-${n}"><div class="wc-comment-author">Wren ${n}</div><div class="wc-comment-text"><p>What number ${n} has to say.</p></div></div></div>`
    const link = (n: number) => `<a class="page-numbers" href="${post}comment-page-${n}#comments">${n}</a>`
    show(
      `<html lang="en"><body><div id="comments" class="comments-area"><h2>9 comments</h2><div class="wc-thread-wrapper">${[1, 2, 3].map(comment).join('')}<div class="wpdiscuz-comment-pagination"><span class="page-numbers current">1</span>${link(2)}${link(3)}</div></div></div></body></html>`,
      post,
    )
    const [thread] = atOnce(adapter.read(document))
    expect(thread?.comments).toHaveLength(3)
    expect(thread?.hasMore).toBe(true)
    expect(thread?.pages).toMatchObject({ first: 1, total: 9 })
  })

  it('has no other pages because its comments link to the page that they are on', () => {
    const boxed = (n: number) =>
      `<div class="box"><div id="comment-${n}" class="comment even depth-1"><cite class="fn">Wren ${n}</cite> <a href="${post}comment-page-1/#comment-${n}">4 May 2021</a><div class="comment-content"><p>What ${n} has to say.</p></div></div></div>`
    show(
      `<html lang="en"><body><div id="comments" class="comments-area"><h2>9 comments</h2><div class="comment-list">${[1, 2, 3].map(boxed).join('')}</div></div></body></html>`,
      post,
    )
    const [thread] = atOnce(adapter.read(document))
    expect(thread?.comments).toHaveLength(3)
    expect(thread?.hasMore).toBeUndefined()
  })

  it.each([
    ['answers may stand on other pages', five(replyLink), 18, undefined],
    ['no form tells whether they can be answered', five(''), 18, ''],
    ['something was left out of the list', five('').replace(/<li.*?<\/li>/, ''), 18, undefined],
    ['the heading counts fewer than there must be', five(''), 15, undefined],
  ])('has no certain place where %s', (_, items, total, form) => {
    const pages = pagesOf(items, total, form)
    expect(pages).toMatchObject({ count: 4, total })
    expect(pages?.first).toBeUndefined()
  })

  it('has one where all answers there are stand on it', () => {
    const items = five(replyLink).replace(/<\/li>$/, `${answer(40)}</li>`)
    expect(pagesOf(items, 17)?.first).toBe(6)
    expect(pagesOf(items, 18)?.first).toBeUndefined()
  })
})
