import { describe, expect, it } from 'vitest'
import { findPostBody } from '@/utils/sites/common/post-body'
import { show } from './shown'

const found = (body: string) => {
  show(
    `<html><body>${body}<ol id="thread"><li>Words.</li></ol></body></html>`,
    'https://gravelbar.example/ford',
  )
  return findPostBody(document, document.querySelector('#thread')!)?.text ?? null
}

describe('the words of a post', () => {
  it('are those of the element that themes give them', () => {
    expect(found('<h1>Ford</h1><div class="entry-content"><p>The stone</p><p>is back.</p></div>')).toBe(
      'The stone\n\nis back.',
    )
    expect(found('<article><p>The stone is back.</p></article>')).toBe('The stone is back.')
  })

  it('are taken once where a theme has them in elements within each other', () => {
    expect(found('<div class="post-body"><div class="post-body">The stone.</div></div>')).toBe('The stone.')
  })

  it('are not known where there are several posts, or none', () => {
    expect(found('<div class="post-body">One.</div><div class="post-body">Two.</div>')).toBeNull()
    expect(found('<p>The stone.</p>')).toBeNull()
  })

  it('do not hold the thread', () => {
    show(
      '<html><body><article>Post. <ol id="thread"><li>Words.</li></ol></article></body></html>',
      'https://gravelbar.example/ford',
    )
    expect(findPostBody(document, document.querySelector('#thread')!)).toBeNull()
  })
})
