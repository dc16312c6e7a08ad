import { describe, expect, it } from 'vitest'
import { canonicalUrl } from '@/utils/sites/common/page-head'
import { createPageScope } from '@/utils/sites/common/page-scope'
import { show } from './shown'

const postUrl = (url: string, head = ''): string => {
  show(`<html><head>${head}</head><body></body></html>`, url)
  return canonicalUrl(createPageScope(document, document.body))
}
const canonical = (url: string) => `<link rel="canonical" href="${url}">`

describe('the address of a post', () => {
  it.each([
    ['https://quarry.example/?p=12', 'https://quarry.example/?p=12'],
    [
      'https://quarry.example/blog/?p=12&cpage=2&utm_source=feed#comment-9',
      'https://quarry.example/blog/?p=12',
    ],
    ['https://rive.example/spip.php?article13&debut_forums=10', 'https://rive.example/spip.php?article13'],
    ['https://quarry.example/view.php?id=2&page=3&ref=feed', 'https://quarry.example/view.php?id=2'],
    ['https://quarry.example/index.php?page=mill', 'https://quarry.example/index.php?page=mill'],
  ])('keeps of the query what says which post it is: %s', (url, post) => {
    expect(postUrl(url)).toBe(post)
  })

  it.each([
    [
      'https://mill.blogspot.com/2012/03/race.html?showComment=1&m=1',
      'https://mill.blogspot.com/2012/03/race.html',
    ],
    ['https://mill.dreamwidth.org/4711.html?thread=3&style=mine#t3', 'https://mill.dreamwidth.org/4711.html'],
    ['https://mill.example/race/?replytocom=4&fbclid=x', 'https://mill.example/race/'],
  ])('has nothing else of it: %s', (url, post) => {
    expect(postUrl(url)).toBe(post)
  })

  it.each([
    ['https://mill.example/race/comment-page-2/#comment-9', 'https://mill.example/race/'],
    ['https://mill.example/race/comment-page-11', 'https://mill.example/race/'],
    ['https://mill.typepad.com/log/race/comments/page/2/', 'https://mill.typepad.com/log/race.html'],
  ])('is the same on all pages of its thread: %s', (url, post) => {
    expect(postUrl(url)).toBe(post)
  })

  it('is what the page declares, where that is of the same path', () => {
    const url = 'https://mill.example/race/?lately=1'
    expect(postUrl(url, canonical('https://mill.example/race/'))).toBe('https://mill.example/race/')
    expect(postUrl('https://mill.example/?p=3', canonical('/?p=3&cpage=1'))).toBe('https://mill.example/?p=3')
    expect(postUrl('https://mill.example/race/', canonical('https://mill.example/'))).toBe(
      'https://mill.example/race/',
    )
  })
})
