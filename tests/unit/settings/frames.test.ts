import { expect, it } from 'vitest'
import { ownFrame, threadFrameAt, threadFrames } from '@/utils/settings/frames'

const embed = 'https://disqus.com/embed/comments/?base=default&f=kettle'

it.each([
  [embed, 'Disqus'],
  ['http://disqus.com/embed/comments/', 'Disqus'],
  ['https://disqus.com/recommendations/?base=default', undefined],
  ['https://disqus.com.example/embed/comments/', undefined],
  ['https://kettle.example/?next=https://disqus.com/embed/comments/', undefined],
  ['javascript:disqus.com/embed/comments/', undefined],
  ['about:blank', undefined],
  ['', undefined],
])('the frame at %s holds a thread of: %s', (url, name) => {
  expect(threadFrameAt(url)?.name).toBe(name)
})

it.each([
  [embed, true],
  ['//disqus.com/embed/comments/?f=kettle', true],
  ['https://ads.example/', false],
])('an element of the page that leads to %s is one: %s', (src, expected) => {
  const frame = document.createElement('iframe')
  frame.setAttribute('src', src)
  expect(threadFrames.some(({ selector }) => frame.matches(selector))).toBe(expected)
})

it.each([
  ['the one that its script fills', { srcdoc: '<!DOCTYPE html>', title: 'comments-frame' }, true],
  ['the one for its staff', { src: 'https://lamp.example/ghost/auth-frame/' }, false],
])('of the frames of a Ghost blog, %s may hold comments: %s', (_, attributes, expected) => {
  const root = document.createElement('div')
  root.id = 'ghost-comments-root'
  const frame = document.createElement('iframe')
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value)
  root.append(frame)
  expect(root.querySelector(ownFrame.selector) === frame).toBe(expected)
})
