import { describe, expect, it } from 'vitest'
import { adapter, hint } from '@/utils/sites/blogger-unthreaded'
import { mayRead } from '@/utils/sites/common/may-read'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

const url = 'http://oldferry.blogspot.com/2005/06/timetable.html'

const entry = (n: number, line: string, body = `<p>Word ${n}.</p>`) =>
  `<dt class="comment-poster" id="c${n}"><a name="c${n}"></a>${line}</dt><dd class="comment-body">${body}</dd><dd class="comment-timestamp"><a href="#${n}" title="comment permalink">9:46 AM, June 06, 2005</a></dd>`

const read = (entries: string, heading = '', language = 'en') => {
  show(
    `<html lang="${language}"><body><div id="comments"><h4>${heading}</h4><dl id="comments-block">${entries}<dt></dt></dl></div></body></html>`,
    url,
  )
  return atOnce(adapter.read(document))
}

describe('the adapter of unthreaded Blogger pages', () => {
  it.each([
    ['Ann Lee said...', 'Ann Lee'],
    ['&nbsp;Ann Lee said…', 'Ann Lee'],
    ['Ann Lee hat gesagt…', 'Ann Lee'],
    ['Ann Lee a dit…', 'Ann Lee'],
    ['Ann Lee dijo...', 'Ann Lee'],
    ['Ann Lee ha detto...', 'Ann Lee'],
    ['Ann Lee pisze...', 'Ann Lee'],
    ['Ann Lee комментирует...', 'Ann Lee'],
    ['安さんのコメント...', '安'],
    ['Ann Lee pravi ...', 'Ann Lee'],
    ['said the ferryman said...', 'said the ferryman'],
    ['Ann', 'Ann'],
    ['\nAnn Lee\nskriver gärna\n', 'Ann Lee'],
    [
      'Ann said...<span class="reply"><a href="https://www.blogger.com/comment.g?blogID=1&postID=2#form">[Reply to comment]</a></span><a href="http://templates.example"><img></a>',
      'Ann',
    ],
    ['Ann said... <a href="javascript:quote(1)">Quote</a>', 'Ann'],
    ['<span class="anon-comment-author">Ann said</span> said...', 'Ann said'],
    [
      '<div class="avatar-image-container"><a href="http://a.example/"><img></a></div><a href="http://a.example/">Ann</a> zei',
      'Ann',
    ],
  ])('reads the name from "%s"', (line, name) => {
    expect(read(entry(1, line))[0]?.comments[0]?.comment.author.name).toBe(name)
  })

  it('gives all elements of a comment, in their order', () => {
    const [first] = read(entry(1, 'Ann said...') + entry(2, 'Bo said...'))[0]?.comments ?? []
    expect(first?.parts.all?.map(({ className }) => className)).toEqual([
      'comment-poster',
      'comment-body',
      'comment-timestamp',
    ])
    expect(first?.parts.all).toContain(first?.parts.element)
  })

  it('reads the number in the heading', () => {
    expect(read(entry(1, 'Ann said...'), '1 Comments:')[0]?.declaredCount).toBe(1)
  })

  it('reads a comment that lost its body, and none where all did', () => {
    const lost = '<dt class="comment-poster" id="c9">Bo said...</dt>'
    expect(read(entry(1, 'Ann said...') + lost)[0]?.comments.map(({ comment }) => comment.text)).toEqual([
      'Word 1.',
      '',
    ])
    expect(read(lost)).toEqual([])
  })

  it('asks for nothing but a list with words in it', () => {
    show('<html><body><dl id="comments-block"><dt></dt></dl></body></html>', url)
    expect(mayRead(hint, document)).toBe(false)
  })
})
