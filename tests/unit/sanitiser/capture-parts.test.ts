import { describe, expect, it } from 'vitest'
import { type ClipOrigin, captureComment, captureThread } from '@/entrypoints/sanitiser/capture'
import { buildThread } from '@/utils/thread/build-thread'
import { comment } from '../thread/sample'

/** An article in two parts, the first one signed in the second, and an answer to the second. */
const origin = (): ClipOrigin => {
  const comments = ['One,', 'and two. Moss', 'Well said.'].map((text, k) => {
    const body = document.createElement('p')
    body.textContent = text
    const read = comment(`c${k + 1}`, { text, permalink: `https://damp.example/#c${k + 1}` })
    return { comment: read, parts: { element: body, header: null, body, replies: null } }
  })
  const all = [0, 1]
  return {
    read: {
      platform: 'test',
      post: {
        title: 'Moss',
        url: 'https://damp.example/moss/',
        siteName: 'Damp',
        author: null,
        publishedAt: null,
        licence: null,
      },
      comments,
    },
    conversation: {
      links: [null, null, { parentId: 'c2', kind: 'explicit', confidence: 1, evidence: [] }],
      alsoAnswers: [[], [], []],
      references: [[], [], []],
      commenters: [null, { key: 'sign:moss', name: 'Moss' }, null],
      partOf: [null, 'c1', null],
    },
    shown: buildThread([
      { id: 'c1', parentId: null },
      { id: 'c2', parentId: 'c1' },
      { id: 'c3', parentId: 'c1' },
    ]),
    isPart: false,
    parts: new Map([
      [0, all],
      [1, all],
    ]),
  }
}
const html = (element: Element) => element.innerHTML

describe('a comment in several parts', () => {
  it.each([0, 1])('is clipped whole, whichever part was meant (%i)', (entry) => {
    const clip = captureComment(origin(), entry, html)
    expect(clip).toMatchObject({
      source: { nativeId: 'c1', permalink: 'https://damp.example/#c1' },
      author: { claimedName: 'Moss' },
      text: 'One,\nand two. Moss',
      html: 'One,<br>and two. Moss',
      context: [],
    })
  })

  it('is one in the context of what answers it', () => {
    const { context } = captureComment(origin(), 2, html)
    expect(context.map(({ nativeId, text }) => [nativeId, text])).toEqual([['c1', 'One,\nand two. Moss']])
  })

  it('is one in the thread, with what answers any of it beneath', () => {
    const { comments } = captureThread(origin(), html)
    expect(comments?.map(({ nativeId, parentId, link }) => [nativeId, parentId, link])).toEqual([
      ['c1', null, null],
      ['c3', 'c1', 'explicit'],
    ])
  })
})
