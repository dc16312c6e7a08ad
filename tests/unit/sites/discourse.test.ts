import { describe, expect, it } from 'vitest'
import { mayRead } from '@/utils/sites/common/may-read'
import { adapter, hint } from '@/utils/sites/shaped/discourse'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

const post = (number: number) =>
  `<div id="post_${number}" class="crawler-post"><div class="crawler-post-meta"><span class="creator"><a href="/u/marl">marl</a></span> <time class="post-time" datetime="2024-06-03T09:15:00Z">June 3, 2024</time></div><div class="post">What ${number} says.</div></div>`

/** A page of a topic with these posts, and links to the pages around it. */
const pagesOf = (page: number, numbers: readonly number[], isLast: boolean) => {
  const next = isLast ? '' : `<a rel="next" href="/t/glaze/204?page=${page + 1}">next page →</a>`
  show(
    `<html><body>${numbers.map(post).join('')}<a rel="prev" href="/t/glaze/204?page=${page - 1}">← previous page</a>${next}</body></html>`,
    `https://talk.kilnyard.example/t/glaze/204?page=${page}`,
  )
  return atOnce(adapter.read(document))[0]?.pages
}
const from = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n)

describe('the Discourse adapter', () => {
  it('knows which comments a page holds by the posts of a full one; the topic’s first is no comment', () => {
    expect(pagesOf(2, from(21, 20), false)?.first).toBe(20)
    // Some posts before were removed.
    expect(pagesOf(3, from(44, 20), false)?.first).toBe(40)
    expect(pagesOf(2, from(21, 19), false)?.first).toBeUndefined()
    expect(pagesOf(3, from(30, 20), false)?.first).toBeUndefined()
  })

  it('knows on the last page how many comments there are', () => {
    expect(pagesOf(3, from(41, 5), true)).toMatchObject({ first: 40, count: 3, total: 44 })
  })

  it('claims nothing on a page that only has its places', () => {
    show(
      `<html><body><div class="topic-body crawler-post" id="post_1"><div class="crawler-post-meta"></div><div class="post">The topic.</div></div></body></html>`,
      'https://kettle.example/tea/',
    )
    expect(mayRead(hint, document) && atOnce(adapter.read(document)).length > 0).toBe(false)
  })
})
