import { describe, expect, it } from 'vitest'
import { mayRead } from '@/utils/sites/common/may-read'
import { adapter, hint } from '@/utils/sites/typepad'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

const url = 'https://stillwater.typepad.com/log/2012/08/otters.html'

const comment = (id: string, footer: string, words = 'Words.') =>
  `<div class="comment" id="comment-${id}"><div class="comment-content"><p>${words}</p></div><p class="comment-footer">${footer} | <a href="${url}?cid=${id}#comment-${id}">08/14/2012 at 07:20 AM</a></p></div>`

const read = (comments: string, after = '') => {
  show(
    `<html lang="en"><body><div id="comments"><div class="comments-content">${comments}</div>${after}</div></body></html>`,
    url,
  )
  return atOnce(adapter.read(document))
}

describe('the Typepad adapter', () => {
  it.each([
    ['Posted by: Ann', 'Ann'],
    ['Verfasst von: Ann | Bo', 'Ann | Bo'],
    ['Posted by: Dr. C: poet', 'Dr. C: poet'],
    ['Posted by:', null],
  ])('reads the name in "%s"', (footer, name) => {
    expect(read(comment('6a0133f4aa01970b', footer))[0]?.comments[0]?.comment.author).toMatchObject({
      name,
      profileUrl: null,
      isAnonymous: name === null,
    })
  })

  const headed = (n: number, head: string) =>
    `<div class="comment" id="comment-${n}"><div class="comment-header">${head}</div><div class="comment-content"><p>Words.</p></div><p class="comment-footer">Posted by: <a href="#comment-${n}">08/14/2012 at 07:20 AM</a></p></div>`

  it('reads the name in a head that ends with it', () => {
    const [thread] = read(headed(1, '<a href="https://ann.example">Ann</a>:') + headed(2, 'Bo:'))
    expect(thread?.comments.map(({ comment }) => comment.author.name)).toEqual(['Ann', 'Bo'])
  })

  it('reads what a comment answers where its head leads there', () => {
    const to = (id: number) => `Bo replied to <a href="#comment-${id}">comment from Ann</a>`
    const [thread] = read(headed(1, 'Ann') + headed(2, to(1)) + headed(3, to(3)) + headed(4, to(77)))
    expect(thread?.comments.map(({ comment }) => comment.answersId)).toEqual([
      undefined,
      'comment-1',
      undefined,
      undefined,
    ])
  })

  it('says that a thread goes on where it has further pages', () => {
    const more = `<a href="${url.replace('.html', '/comments/page/2/#comments')}">Next</a>`
    expect(read(comment('6a0133f4aa01970b', 'Posted by: Ann'), more)[0]).toMatchObject({ hasMore: true })
  })

  it('tells trackbacks among the comments', () => {
    const [thread] = read(
      comment('6a0133f4aa01970b', 'Posted by: Ann') +
        comment('6a0133f4aa02970b', 'Tracked on: Otter notes').replace(
          'class="comment"',
          'class="comment trackback"',
        ),
    )
    expect(thread?.comments.map(({ comment }) => comment.isPing)).toEqual([undefined, true])
  })

  it('leaves comments of WordPress alone', () => {
    expect(
      read('<div class="comment even depth-1" id="comment-12"><div class="comment-content">A</div></div>'),
    ).toEqual([])
  })

  it('asks for nothing on a page without comments', () => {
    show('<html><body><div class="comments-content"></div></body></html>', url)
    expect(mayRead(hint, document)).toBe(false)
  })
})
