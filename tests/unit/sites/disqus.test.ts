import { describe, expect, it } from 'vitest'
import { mayRead } from '@/utils/sites/common/may-read'
import { adapter, hint } from '@/utils/sites/shaped/disqus'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

describe('the Disqus adapter', () => {
  it('claims nothing on a page that only has its places', () => {
    show(
      `<html><body><div id="disqus_thread"><ul id="dsq-comments"></ul></div><ul class="post-list"><li class="post">A post</li></ul></body></html>`,
      'https://kettle.example/tea/',
    )
    expect(mayRead(hint, document) && atOnce(adapter.read(document)).length > 0).toBe(false)
  })

  it('reads what a blog puts into the place of the embed', () => {
    const comment = (name: string, words: string) =>
      `<div class="comment"><div class="comment-author">${name}</div><div class="comment-body">${words}</div></div>`
    show(
      `<html><body><div id="disqus_thread"><div class="d-noscript-comments"><h2>Comments</h2>${comment('Pell', 'Which tea is it?')}${comment('Marta', 'The green one.')}</div></div></body></html>`,
      'https://kettle.example/tea/',
    )
    expect(mayRead(hint, document)).toBe(true)
    const [thread] = atOnce(adapter.read(document))
    expect(thread?.comments.map(({ comment }) => [comment.author.name, comment.text])).toEqual([
      ['Pell', 'Which tea is it?'],
      ['Marta', 'The green one.'],
    ])
  })
})
