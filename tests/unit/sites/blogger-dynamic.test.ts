import { describe, expect, it } from 'vitest'
import { adapter, hint } from '@/utils/sites/blogger'
import { mayRead } from '@/utils/sites/common/may-read'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

const blog = 'https://quiet-harbour.blogspot.com'

const comment = (id: string) =>
  `<li class="comment" id="bc_0_${id}B"><div class="comment-block" id="${id}"><div class="comment-header"><cite class="user">Anonymous</cite></div><p class="comment-content">Ice.</p></div></li>`

const article = (slug: string, comments: string, style = '') =>
  `<div class="article hentry"><h1 class="title entry-title"><a rel="bookmark" href="${blog}/2026/01/${slug}.html">${slug}</a></h1><div class="comments"><h3>View comments</h3><div class="blogger-comments" data-itemid="1" style="${style}"><div class="comments-content"><div class="comment-thread"><ol>${comments}</ol></div></div></div></div></div>`

const read = (body: string) => {
  show(`<html lang="en"><head><title>Quiet harbour</title></head><body>${body}</body></html>`, `${blog}/`)
  return atOnce(adapter.read(document)).map(({ post, comments }) => [
    post.title,
    post.url,
    ...comments.map(({ comment }) => comment.id),
  ])
}

describe('the Blogger adapter in a dynamic view', () => {
  it('reads the comments of one post, those that the reader has open', () => {
    expect(read(article('fog', comment('c1'), 'display: none') + article('ice', comment('c2')))).toEqual([
      ['ice', `${blog}/2026/01/ice.html`, 'c2'],
    ])
  })

  it('reads comments that were loaded and are not open yet', () => {
    expect(read(article('fog', comment('c1') + comment('c2'), 'display: none'))).toEqual([
      ['fog', `${blog}/2026/01/fog.html`, 'c1', 'c2'],
    ])
  })

  it('passes over an overlay that gives way to the next', () => {
    const leaving = `<div class="viewitem-panel closing">${article('fog', comment('c1'))}</div>`
    expect(read(leaving + article('ice', comment('c2')))).toEqual([['ice', `${blog}/2026/01/ice.html`, 'c2']])
  })

  it('sees nothing in posts whose comments were never opened', () => {
    expect(read(article('fog', '') + article('ice', ''))).toEqual([])
    expect(mayRead(hint, document)).toBe(false)
  })
})
