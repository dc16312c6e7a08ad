import { describe, expect, it } from 'vitest'
import { mayRead } from '@/utils/sites/common/may-read'
import { adapter, hint } from '@/utils/sites/dreamwidth'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

const url = 'https://tidepool.dreamwidth.org/4711.html'

const inner = (n: number, body: string) =>
  `<div class="comment-wrapper visible full"><div class="comment"><span class="comment-poster"><span class="ljuser"><a href="https://w.dreamwidth.org/profile"></a><a href="https://w.dreamwidth.org/"><b>winkle</b></a></span></span><div class="comment-content">${body} ${n}</div></div></div>`
const row = (n: number, depth: number, className = `comment-depth-${depth}`) =>
  `<div class="comment-thread ${className}"><div id="cmt${n}" class="dwexpcomment" style="margin-left: ${(depth - 1) * 25}px">${inner(n, 'Word')}</div></div>`

const read = (rows: string) => {
  show(`<html lang="en"><body><div id="comments"><div class="inner">${rows}</div></div></body></html>`, url)
  return atOnce(adapter.read(document))[0]?.comments ?? []
}
const parentsOf = (rows: string) => read(rows).map(({ comment }) => comment.parentId)

describe('the Dreamwidth adapter', () => {
  it('reads rows as deep as they come', () => {
    const parents = parentsOf(Array.from({ length: 160 }, (_, n) => row(n, n + 1)).join(''))
    expect(parents).toEqual(Array.from({ length: 160 }, (_, n) => (n === 0 ? null : `cmt${n - 1}`)))
  })

  it('reads the depth from the margin where no class says it', () => {
    expect(parentsOf(row(1, 1, '') + row(2, 2, '') + row(3, 2, '') + row(4, 1, ''))).toEqual([
      null,
      'cmt1',
      'cmt1',
      null,
    ])
  })

  it('hangs a reply on the nearest level there is, where the one between is missing', () => {
    expect(parentsOf(row(1, 1) + row(2, 4) + row(3, 3) + row(4, 2))).toEqual([null, 'cmt1', 'cmt1', 'cmt1'])
  })

  it('reads every comment where a row holds more than one', () => {
    const one = (n: number) => `<div id="cmt${n}" class="dwexpcomment">${inner(n, 'Word')}</div>`
    const rows = `<div class="comment-thread comment-depth-1">${one(1)}${one(2)}</div>`
    expect(read(rows).map(({ parts }) => parts.element.id)).toEqual(['cmt1', 'cmt2'])
  })

  it('yields at least every few dozen comments', () => {
    read(Array.from({ length: 200 }, (_, n) => row(n, 1)).join(''))
    const reading = adapter.read(document)
    let yields = 0
    while (!reading.next().done) yields += 1
    expect(yields).toBeGreaterThanOrEqual(6)
  })

  it('asks for nothing but a comment', () => {
    show('<html><body><div id="comments"><div class="comment-pages"></div></div></body></html>', url)
    expect(mayRead(hint, document)).toBe(false)
  })
})
