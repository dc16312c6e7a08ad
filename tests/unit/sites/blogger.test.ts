import { describe, expect, it } from 'vitest'
import { adapter, hint } from '@/utils/sites/blogger'
import { mayRead } from '@/utils/sites/common/may-read'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

const url = 'https://quiet-harbour.blogspot.com/2026/01/ice.html'

const comment = (id: string, body: string, replies = '', name = 'Anonymous') =>
  `<li class="comment" id="${id}"><div class="comment-block"><div class="comment-header"><cite class="user">${name}</cite><span class="icon user "></span><span class="datetime secondary-text"><a href="${url}?showComment=1768471384000#${id}">15 January 2026 at 10:03</a></span></div><p class="comment-content">${body}</p></div><div class="comment-replies"><ol><div>${replies}</div></ol></div></li>`

const page = (comments: string, around = '') =>
  `<html lang="en"><head><title>Ice</title></head><body>${around}<div id="comments"><h4>Comments</h4><div id="comment-holder"><div class="comment-thread toplevel-thread"><ol id="top-ra">${comments}</ol></div></div></div></body></html>`

const read = (comments: string, around = '') => {
  show(page(comments, around), url)
  return atOnce(adapter.read(document))
}

describe('the Blogger adapter', () => {
  it('gives an element for replies only to comments that have some', () => {
    const [thread] = read(comment('c1', 'One.', comment('c2', 'Two.')) + comment('c3', 'Three.'))
    expect(
      thread?.comments.map(({ comment, parts }) => [comment.id, comment.parentId, parts.replies?.className]),
    ).toEqual([
      ['c1', null, 'comment-replies'],
      ['c2', 'c1', undefined],
      ['c3', null, undefined],
    ])
  })

  it('reads a comment of a megabyte', () => {
    const body = 'All work and no play. '.repeat(50_000)
    const [thread] = read(comment('c1', body) + comment('c2', 'Again.<br>'.repeat(5000)))
    expect(thread?.comments[0]?.comment.text).toBe(body.trim())
    expect(thread?.comments[1]?.comment.text.split('\n')).toHaveLength(5000)
  })

  it('reads nesting far deeper than Blogger makes it', () => {
    let nested = comment('c300', 'The last.')
    for (let depth = 299; depth > 0; depth -= 1) nested = comment(`c${depth}`, 'On and on.', nested)
    const comments = read(nested)[0]?.comments ?? []
    expect(comments).toHaveLength(300)
    expect(
      comments.every(({ comment }, index) => comment.parentId === (index === 0 ? null : `c${index}`)),
    ).toBe(true)
  })

  it('yields at least every few dozen comments', () => {
    show(page(Array.from({ length: 200 }, (_, n) => comment(`c${n}`, 'Word.')).join('')), url)
    const reading = adapter.read(document)
    let yields = 0
    while (!reading.next().done) yields += 1
    expect(yields).toBeGreaterThanOrEqual(6)
  })

  it('knows anonymous people in the languages of Blogger, and nobody else', () => {
    const names = [
      'Anonymous',
      'Anónimo',
      'Anonüümne',
      'Анонимный',
      '匿名',
      '익명',
      'غير معرف',
      'Adsız',
      'Annie',
      'Unknown',
    ]
    const comments = read(names.map((name, n) => comment(`c${n}`, 'Word.', '', name)).join(''))[0]?.comments
    expect(comments?.map(({ comment }) => comment.author.isAnonymous)).toEqual(names.map((_, n) => n < 8))
  })

  it('has no canonical address of another page', () => {
    const front = '<link rel="canonical" href="https://quiet-harbour.blogspot.com/">'
    show(page(comment('c1', 'One.')).replace('</head>', `${front}</head>`), `${url}?m=1#c1`)
    expect(atOnce(adapter.read(document))[0]?.post.url).toBe(url)
  })

  it('asks for nothing but a place with comments in it', () => {
    show('<html><body><div id="comment-holder"></div><ol id="top-ra"></ol></body></html>', url)
    expect(mayRead(hint, document)).toBe(false)
    show(page(comment('c1', 'One.')), url)
    expect(mayRead(hint, document)).toBe(true)
  })
})
