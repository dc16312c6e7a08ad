import { describe, expect, it } from 'vitest'
import { mayRead } from '@/utils/sites/common/may-read'
import { adapter, hint } from '@/utils/sites/hacker-news'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

const url = 'https://news.ycombinator.com/item?id=900'

const row = (n: number, spacer: string, words = `<span class="commtext c00">Word ${n}.</span>`, head = '') =>
  `<tr class="athing comtr" id="${n}"><td><table><tr><td class="ind" ${spacer}</td><td class="votelinks"></td><td class="default"><div><span class="comhead"><a href="user?id=ann" class="hnuser">ann</a> <span class="age" title="2024-01-05T10:12:44"><a href="item?id=${n}">1 hour ago</a></span>${head}</span></div><br><div class="comment">${words}</div></td></tr></table></td></tr>`
const image = (depth: number) => `><img src="s.gif" height="1" width="${depth * 40}">`

const read = (rows: string) => {
  show(
    `<html><body><table><tr><td><table class="comment-tree"><tbody>${rows}</tbody></table></td></tr></table></body></html>`,
    url,
  )
  return atOnce(adapter.read(document))
}

describe('the Hacker News adapter', () => {
  it('reads levels that only the width of an image shows, and levels that are only said', () => {
    const [thread] = read(row(1, image(0)) + row(2, image(1)) + row(3, 'indent="2">') + row(4, 'indent="0">'))
    expect(thread?.comments.map(({ comment }) => comment.parentId)).toEqual([null, '1', '2', null])
  })

  it('leaves the link to reply out of the words, wherever it stood', () => {
    const words =
      '<span class="c00">Word.<div class="reply"><p><u><a href="reply?id=1">reply</a></u></p></div></span>'
    expect(read(row(1, image(0), words))[0]?.comments[0]?.comment.text).toBe('Word.')
  })

  it('takes times for times in UTC', () => {
    expect(read(row(1, image(0)))[0]?.comments[0]?.comment.time).toEqual({
      text: '1 hour ago',
      instant: '2024-01-05T10:12:44.000Z',
      local: null,
    })
  })

  it('is not taken in by lists of comments on many stories, nor by a comment on a page of its own', () => {
    expect(read(row(1, image(0), 'Word.', ' | on: <a href="item?id=7">A story</a>'))).toEqual([])
    const alone =
      '<table class="fatitem"><tr class="athing" id="7"><td class="ind"></td><td class="default"><span class="comhead"><a href="user?id=ann" class="hnuser">ann</a></span><div class="comment"><span class="commtext">Word.</span></div></td></tr></table>'
    show(`<html><body>${alone}</body></html>`, url)
    expect(mayRead(hint, document)).toBe(true)
    expect(atOnce(adapter.read(document))).toEqual([])
  })

  it('tells stories apart by their number', () => {
    expect(read(row(1, image(0)))[0]?.post.url).toBe(url)
  })

  it('yields at least every few dozen comments', () => {
    read(Array.from({ length: 320 }, (_, n) => row(n + 1, image(n % 3))).join(''))
    const reading = adapter.read(document)
    let yields = 0
    while (!reading.next().done) yields += 1
    expect(yields).toBeGreaterThanOrEqual(9)
  })
})
