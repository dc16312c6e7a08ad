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

  const old = (n: number, indent: number, poster: string) =>
    `<table><tr><td><img src="dot.gif" width="${indent}"></td><td><div id="ljcmt${n}" class="ljcmt_full"><div><h3>Re: tides</h3>${poster}<br><small><span title="">2014-03-05 09:1${n} (UTC)</span></small><a href="?thread=${n}#t${n}">Link</a></div><div>Word ${n}, <span class="ljuser">limpet</span></div><div>(Reply)</div></div></td></tr></table>`
  const winkle = '<span class="ljuser"><b>winkle</b></span>'

  it('reads old tables, in which a picture pushes the replies', () => {
    const comments = read(old(1, 0, winkle) + old(2, 25, winkle) + old(3, 0, '(Anonymous)'))
    expect(
      comments.map(({ comment: { author, time, text, parentId } }) => [
        author.name,
        time.local,
        text,
        parentId,
      ]),
    ).toEqual([
      ['winkle', '2014-03-05T09:11', 'Word 1, limpet', null],
      ['winkle', '2014-03-05T09:12', 'Word 2, limpet', 'ljcmt1'],
      [null, '2014-03-05T09:13', 'Word 3, limpet', null],
    ])
  })

  it('leaves old tables alone where some comments are shown in part', () => {
    expect(read(old(1, 0, winkle) + old(2, 0, winkle).replace('ljcmt_full', ''))).toEqual([])
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
