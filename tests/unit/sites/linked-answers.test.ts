import { describe, expect, it } from 'vitest'
import { withLinkedAnswers } from '@/utils/sites/common/linked-answers'
import { adapter } from '@/utils/sites/wordpress'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

const url = 'https://moorhen.example/2019/05/reeds/'
const item = (id: number, depth: number, words: string, replies = '') =>
  `<li id="comment-${id}" class="comment even depth-${depth}"><cite class="fn">Ann ${id}</cite><a href="${url}#comment-${id}">4 May 2019 at 10:0${id}</a><div class="comment-content">${words}</div>${replies && `<ul class="children">${replies}</ul>`}</li>`

const answers = (items: string): (string | undefined)[] => {
  show(
    `<html lang="en"><body><div id="comments"><ol class="comment-list">${items}</ol></div></body></html>`,
    url,
  )
  const [thread] = atOnce(adapter.read(document))
  return atOnce(withLinkedAnswers(thread!)).comments.map(({ comment }) => comment.answersId)
}

describe('answers that begin with a link to a comment', () => {
  it.each([
    ['<p><a href="#comment-1">@Ann 1</a> So it is.</p>', 'comment-1'],
    ['<p>@<a href="#comment-1">Ann 1</a>: So it is.</p>', 'comment-1'],
    [`<p><strong>@ <a href="${url}#comment-1">Ann</a></strong> So it is.</p>`, 'comment-1'],
    ['<p>So it is, as <a href="#comment-1">Ann 1</a> said.</p>', undefined],
    ['<p><a href="#comment-9">@Ann 9</a> Who?</p>', undefined],
    ['<p><a href="#comment-3">@me</a> So it is.</p>', undefined],
    ['<p><a href="https://other.example/">@Ann 1</a> So it is.</p>', undefined],
    ['<p><a href="https://other.example/2019/#comment-1">@Ann 1</a> So it is.</p>', undefined],
    ['<p><a href="/2019/05/reeds/comment-page-2/#comment-1">@Ann 1</a> So it is.</p>', 'comment-1'],
    [`<p><a href="#comment-1">${'So it is said in many more words. '.repeat(3)}</a></p>`, undefined],
  ])('tells of %s', (words, id) => {
    expect(answers(item(1, 1, '<p>Reeds.</p>') + item(2, 1, '<p>Rushes.</p>') + item(3, 1, words))).toEqual([
      undefined,
      undefined,
      id,
    ])
  })

  it('says nothing where the page shows the same', () => {
    const reply = item(2, 2, '<p><a href="#comment-1">@Ann 1</a> So it is.</p>')
    expect(answers(item(1, 1, '<p>Reeds.</p>', reply))).toEqual([undefined, undefined])
  })
})
