import { describe, expect, it } from 'vitest'
import { type ClipOrigin, captureComment, type Sanitise } from '@/entrypoints/sanitiser/capture'
import { parseNewClip } from '@/utils/clips/clip-schema'
import type { CommentParts } from '@/utils/dom/comment-parts'
import { buildThread } from '@/utils/thread/build-thread'
import type { Comment } from '@/utils/thread/comment'
import { comment } from '../thread/sample'

/** What the sanitiser would be given, without what it does to it. */
const asIs: Sanitise = (element, except = () => false, nodes) => {
  const marked = [...element.ownerDocument.querySelectorAll('*')].filter(except)
  const copy = (node: Element): string => {
    const left = marked.filter((inner) => node.contains(inner))
    return left.reduce((html, inner) => html.replace(inner.outerHTML, ''), node.outerHTML)
  }
  return nodes ? nodes.map(copy).join('') : copy(element)
}

const clip = (
  change: Partial<Comment>,
  parts: (item: HTMLElement) => Partial<CommentParts>,
  html: string,
  title = 'Moss',
) => {
  document.body.innerHTML = html
  const element = document.body.firstElementChild as HTMLElement
  const post = {
    title,
    url: 'https://damp.example/moss/',
    siteName: 'Damp',
    author: null,
    publishedAt: null,
    licence: 'https://creativecommons.org/licenses/by/4.0/',
  }
  const read = comment('c1', change)
  const origin: ClipOrigin = {
    read: {
      platform: 'test',
      post,
      comments: [
        { comment: read, parts: { element, header: null, body: null, replies: null, ...parts(element) } },
      ],
    },
    conversation: {
      links: [null],
      references: [[]],
      commenters: [null],
    } as unknown as ClipOrigin['conversation'],
    shown: buildThread([read]),
    parts: new Map(),
    isPart: false,
  }
  return captureComment(origin, 0, asIs)
}

const item = '<li><cite>Ann</cite><p>One.</p><p>Two. <i class="like">Like</i></p><a>Reply</a></li>'
const all = (element: HTMLElement, selector: string) => [...element.querySelectorAll<HTMLElement>(selector)]

describe('a clip', () => {
  it('holds the words and not the theme’s controls, where the body holds more', () => {
    const { html } = clip({}, (element) => ({ body: element, words: all(element, 'p') }), item)
    expect(html).toBe('<p>One.</p><p>Two. <i class="like">Like</i></p>')
  })

  it('holds nothing that plug-ins put among the words', () => {
    const except = (element: Element) => element.className === 'like'
    const { html } = clip({}, (element) => ({ body: all(element, 'p')[1]!, except }), item)
    expect(html).toBe('<p>Two. </p>')
  })

  it('can be kept also where a blog takes a whole post for its title', () => {
    const kept = clip({}, () => ({}), item, 'Moss on the roof. '.repeat(200))
    expect(parseNewClip(kept).source.pageTitle).toMatch(/^Moss on the roof\. .*…$/)
  })

  it('is empty where there are no words', () => {
    expect(clip({ status: 'deleted' }, () => ({}), item).html).toBe('')
  })

  it('keeps a relative time as it was said, and no instant that nobody wrote', () => {
    const time = {
      text: '3 hours ago',
      instant: '2024-01-01T00:00:00.000Z',
      local: null,
      estimated: true as const,
    }
    expect(clip({ time }, () => ({}), item)).toMatchObject({
      publishedAt: null,
      publishedText: '3 hours ago',
    })
  })

  it('names the licence of the comment before that of the page', () => {
    expect(clip({}, () => ({}), item).source.licence).toBe('https://creativecommons.org/licenses/by/4.0/')
    expect(clip({ licence: 'CC BY-SA 3.0' }, () => ({}), item).source.licence).toBe('CC BY-SA 3.0')
  })
})
