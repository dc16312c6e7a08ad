import { describe, expect, it } from 'vitest'
import { sanitiseElement } from '@/utils/dom/html'

// What sanitising lets through is asked in real browsers only: DOMPurify does not work in this document.

const liveComment = (): HTMLElement => {
  const live = document.createElement('p')
  const reference = document.createElement('a')
  reference.dataset.understoryReference = ''
  reference.href = '#c1'
  reference.append('19:12')
  const image = document.createElement('img')
  image.setAttribute('src', 'door.png')
  const ours = document.createElement('div')
  ours.dataset.understoryUi = ''
  live.append('No ', reference, ', see above', image, ours)
  return live
}

describe('sanitising', () => {
  it('leaves the live element as it was, our own marks included', () => {
    const live = liveComment()
    const before = live.cloneNode(true)
    sanitiseElement(live)
    expect(live.isEqualNode(before)).toBe(true)
  })

  it('leaves out what is said not to be the words, and takes the elements that are', () => {
    const live = document.createElement('li')
    for (const words of ['One.', 'Two.', 'Reply']) {
      const paragraph = document.createElement('p')
      paragraph.append(words)
      live.append(paragraph)
    }
    const like = document.createElement('span')
    like.append('Like')
    live.children[1]!.append(like)
    const html = sanitiseElement(live, (inner) => inner === like, [live.children[0]!, live.children[1]!])
    expect(html.replace(/<[^>]*>/g, '')).toBe('One.Two.')
    expect(live.textContent).toBe('One.Two.LikeReply')
  })
})
