import { describe, expect, it } from 'vitest'
import { mayRead } from '@/utils/sites/common/may-read'
import { adapter, hint } from '@/utils/sites/drupal'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

const url = 'https://towpath.example/node/30'

const seven = (n: number, submitted: string, body = `<p>Word ${n}.</p>`) =>
  `<a id="comment-${n}"></a><div class="comment comment-by-anonymous"><div class="submitted">${submitted}</div><div class="content">${body}</div></div>`
const eight = (n: number, inside = '') =>
  `<article data-comment-user-id="0" id="comment-${n}" class="comment js-comment"><footer><p class="comment__author"><span property="schema:name">Ann</span></p><p class="comment__time">2 June 2024</p></footer><div class="content"><div class="field--name-comment-body"><p>Word ${n}.</p></div></div>${inside}</article>`

const read = (comments: string, language = 'en') => {
  show(
    `<html lang="${language}"><body><section id="comments" class="comment-wrapper"><h2>Comments</h2>${comments}<form></form></section></body></html>`,
    url,
  )
  return atOnce(adapter.read(document))
}
const shape = (comments: string) =>
  read(comments)[0]?.comments.map(({ comment }) => [comment.id, comment.parentId])

describe('the Drupal adapter', () => {
  it.each([
    ['Submitted by Ann (not verified) on Tue, 04/02/2013 - 18:32.', 'Ann', 'Tue, 04/02/2013 - 18:32', 'en'],
    ['Tue, 04/02/2013 - 18:32 — Ann Lee', 'Ann Lee', 'Tue, 04/02/2013 - 18:32', 'en'],
    [
      'Submitted by <span class="username">Ann (not verified)</span> on Tue, 04/02/2013 - 18:32',
      'Ann',
      'Tue, 04/02/2013 - 18:32',
      'en',
    ],
    ['Gespeichert von Ann (nicht überprüft) am 2. April 2013 - 18:32', 'Ann', '2. April 2013 - 18:32', 'de'],
    [
      'Soumis par <a class="username" href="/user/3">Ann</a> le mar, 02/04/2013 - 18:32',
      'Ann',
      'mar, 02/04/2013 - 18:32',
      'fr',
    ],
  ])('reads who and when from "%s"', (submitted, name, text, language) => {
    const [entry] = read(seven(1, submitted), language)[0]?.comments ?? []
    expect(entry?.comment.author.name).toBe(name)
    expect(entry?.comment.time).toEqual({ text, instant: null, local: '2013-04-02T18:32' })
  })

  it('finds replies beside the comment, within it, and beside what a theme wraps around it', () => {
    const beside = `${eight(1)}<div class="indented">${eight(2)}<div class="indented">${eight(3)}</div></div>${eight(4)}`
    const expected = [
      ['comment-1', null],
      ['comment-2', 'comment-1'],
      ['comment-3', 'comment-2'],
      ['comment-4', null],
    ]
    expect(shape(beside)).toEqual(expected)
    const within = (n: number, ...replies: string[]) =>
      eight(n, replies.length > 0 ? `<div class="indented">${replies.join('')}</div>` : '')
    expect(shape(within(1, within(2, within(3))) + within(4))).toEqual(expected)
    const wrapped = (n: number) => `<div class="comment-item">${eight(n)}</div>`
    const around =
      wrapped(1) +
      `<div class="indented">${wrapped(2)}<div class="indented">${wrapped(3)}</div></div>` +
      wrapped(4)
    expect(shape(around)).toEqual(expected)
    expect(shape(`${wrapped(1)}<div class="indented">${wrapped(2)}</div>`)).toEqual(expected.slice(0, 2))
  })

  it('reads nesting far deeper than anybody writes', () => {
    let nested = seven(300, 'by Ann')
    for (let n = 299; n > 0; n -= 1) nested = `${seven(n, 'by Ann')}<div class="indented">${nested}</div>`
    const comments = read(nested)[0]?.comments ?? []
    expect(comments.map(({ comment }) => comment.parentId)).toEqual(
      comments.map((_, index) => (index === 0 ? null : `comment-${index}`)),
    )
  })

  it('says that there is more where the thread goes on over several pages', () => {
    expect(read(seven(1, 'by Ann'))[0]?.hasMore).toBeUndefined()
    expect(read(`${seven(1, 'by Ann')}<ul class="pager"><li>2</li></ul>`)[0]?.hasMore).toBe(true)
  })

  it('leaves comments of other platforms with anchors of the same name alone', () => {
    const other = '<a id="comment-7"></a><div class="comment"><b>Ann</b><p>Word.</p></div>'
    expect(read(other)).toEqual([])
    show('<html><body><div class="tsd-comment"></div><a id="comment-7"></a></body></html>', url)
    expect(mayRead(hint, document)).toBe(false)
  })

  it('reads a line of the theme that ends in a mark for machines, and the words rather than their title', () => {
    const [thread] = read(
      '<article data-comment-user-id="0" id="comment-9" typeof="schema:Comment" class="js-comment comment"><footer><h6>Ann 29 Lee | Tue, 2 April 2013 - 18:32 <span property="schema:dateCreated" content="2013-04-02T16:32:07+00:00"></span></h6></footer><div><div class="field--name-comment-body"><p property="schema:name"><a href="/comment/9#comment-9" class="permalink" rel="bookmark">A title</a></p></div><div property="schema:text" class="field--name-comment-body"><p>Words.</p></div></div></article>',
    )
    expect(thread?.comments[0]?.comment).toMatchObject({
      author: { name: 'Ann 29 Lee' },
      time: {
        text: 'Tue, 2 April 2013 - 18:32',
        local: '2013-04-02T18:32',
        instant: '2013-04-02T16:32:07.000Z',
      },
      text: 'Words.',
    })
  })

  it('leaves other platforms alone that have a class in common', () => {
    expect(
      read(
        '<div id="request-1" class="comment js-comment"><h3><a class="author" href="/ann">ann</a> commented</h3><div class="comment-body js-comment-body"><p>Words.</p></div></div>',
      ),
    ).toEqual([])
  })
})
