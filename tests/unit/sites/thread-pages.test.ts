import { describe, expect, it } from 'vitest'
import type { ReadComment } from '@/utils/sites/common/site-adapter'
import { type Paging, threadPages } from '@/utils/sites/common/thread-pages'
import { show } from './shown'

const post = 'https://gravelbar.example/2021/03/ford/'
const wordpress: Paging = { mark: /\/comment-page-(\d+)\/?|[?&]cpage=(\d+)/, isOpen: true }
const drupal: Paging = { mark: /[?&]page=(\d+)(?![\d,%])/, base: 0, holds: 'comments' }
const dreamwidth: Paging = { mark: /[?&]page=(\d+)/ }

/** So many comments at top level, and so many answers to the first of them. */
const some = (count: number, answers = 0): ReadComment[] =>
  Array.from({ length: count + answers }, (_, n) => ({
    comment: {
      id: `c${n}`,
      parentId: n < count ? null : 'c0',
      author: { name: 'Ann', profileUrl: null, isPostAuthor: false, isAnonymous: false },
      time: { text: '', instant: null, local: null },
      permalink: null,
      text: 'Word.',
      status: 'present',
    },
    parts: { element: document.body, header: null, body: null, replies: null },
  }))

const read = (
  url: string,
  navigation: string,
  paging: Paging,
  { count = 3, answers = 0, total = null }: { count?: number; answers?: number; total?: number | null } = {},
) => {
  show(`<html><body><nav>${navigation}</nav></body></html>`, url)
  const elements = document.querySelectorAll('nav a, nav .current')
  return threadPages(document, paging, { navigation: elements, comments: some(count, answers), total })
}

/** "1 [2] 3": labels, with the page that is shown in brackets. */
const line = (pages: ReturnType<typeof read>): string | undefined =>
  pages?.links.map(({ label, isCurrent }) => (isCurrent ? `[${label}]` : label)).join(' ')

describe('the pages of a thread', () => {
  it('are those that the page leads to, each once, with itself in its place', () => {
    const pages = read(
      `${post}comment-page-2/`,
      `<a href="../comment-page-1/#comments">« Older</a><a href="../comment-page-1/#comments">1</a><span class="current">2</span><a href="${post}comment-page-3/">3</a>`,
      wordpress,
    )
    expect(line(pages)).toBe('1 [2] 3')
    expect(pages?.links.map(({ url }) => url)).toEqual([
      `${post}comment-page-1/#comments`,
      `${post}comment-page-2/`,
      `${post}comment-page-3/`,
    ])
  })

  it('are none where there is one', () => {
    expect(read(post, '', wordpress)).toBeNull()
    expect(read(`${post}?page=1`, '<a href="?page=1#comments">1</a>', dreamwidth)).toBeNull()
  })

  it.each([
    ['another post', 'https://gravelbar.example/2021/04/mill/comment-page-2/'],
    ['another site', 'https://elsewhere.example/2021/03/ford/comment-page-2/'],
    ['the post itself', `${post}#respond`],
    ['a script', 'javascript:more(2)'],
    ['nothing', 'http://['],
  ])('do not take in links to %s', (_, href) => {
    expect(read(post, `<a class="next" href="${href}">2</a>`, wordpress)).toBeNull()
  })

  it.each([
    [`${post}?utm_source=feed&fbclid=1`, `${post}comment-page-2/`],
    ['http://www.gravelbar.example/2021/03/ford', 'http://gravelbar.example/2021/03/ford/comment-page-2/'],
    ['https://gravelbar.example/?p=12', 'https://gravelbar.example/?p=12&cpage=2#comments'],
    ['https://gravelbar.example/?p=12', 'https://gravelbar.example/?cpage=2&p=12'],
    ['https://gravelbar.example/ford.html', 'https://gravelbar.example/ford/comment-page-2/'],
  ])('are told to be of one thread: %s and %s', (url, href) => {
    expect(line(read(url, `<a class="next" href="${href}">Newer</a>`, wordpress))).toBe('[1] Newer')
  })

  it('of posts that are told apart by a number in the query are not mixed up', () => {
    const href = 'https://gravelbar.example/?p=13&cpage=2'
    expect(read('https://gravelbar.example/?p=12', `<a href="${href}">2</a>`, wordpress)).toBeNull()
  })

  it.each([
    ['<div class="nav-previous"><a href="comment-page-4/">Older</a></div>', 'Older [5]'],
    ['<a rel="next" href="comment-page-2/">Mehr</a>', '[1] Mehr'],
    ['<a href="comment-page-4/">4</a><span class="current">5</span>', '4 [5]'],
    ['<a href="comment-page-4/">Ältere Kommentare</a>', 'Ältere Kommentare'],
    ['<a rel="next" href="comment-page-1/">First</a>', 'First'],
  ])('have a place for an address without a number only where the page tells: %s', (navigation, shown) => {
    expect(line(read(post, navigation, wordpress))).toBe(shown)
  })

  it('are counted from zero where the platform does', () => {
    const pages = read(
      'https://towpath.example/node/30?page=1',
      '<a href="/node/30">« first</a><a href="/node/30?page=2">3</a><a href="/node/30?page=0%2C1">2</a>',
      drupal,
    )
    expect(line(pages)).toBe('« first [2] 3')
  })

  it('say which comments this one holds only where that is certain', () => {
    const two = '<a href="?page=1">1</a><a href="?page=2">2</a><a href="?page=3">3</a>'
    const first = (url: string, paging: Paging, total: number | null) =>
      read(url, two, paging, { total })?.first
    expect(first(`${post}?page=1`, dreamwidth, null)).toBe(1)
    expect(first(`${post}?page=2`, dreamwidth, 213)).toBeUndefined()
    expect(first(`${post}?page=3`, dreamwidth, 213)).toBe(211)
    expect(first(`${post}?page=3`, dreamwidth, null)).toBeUndefined()
    expect(first(`${post}?page=2`, { ...dreamwidth, holds: 'comments' }, null)).toBe(4)
    expect(first(`${post}?page=2`, { ...dreamwidth, holds: 'comments' }, 5)).toBeUndefined()
  })

  it('hold threads, so that a page in the middle is known where no answer can be on another', () => {
    const three = '<a href="../comment-page-1/">1</a><a href="../comment-page-3/">3</a>'
    const first = (count: number, answers: number, total: number | null) =>
      read(`${post}comment-page-2/`, three, { ...wordpress, holds: 'threads' }, { count, answers, total })
        ?.first
    // Five threads on the first page, at least one on the last: of 13 comments, two are answers, and both are here.
    expect(first(5, 2, 13)).toBe(6)
    expect(first(5, 2, 14)).toBeUndefined()
    expect(first(5, 1, 13)).toBeUndefined()
    expect(first(5, 2, 12)).toBeUndefined()
    expect(first(5, 2, null)).toBeUndefined()
  })

  it('are counted where the page leads to the last, or is it', () => {
    const count = (url: string, navigation: string, paging: Paging) => read(url, navigation, paging)?.count
    const next = '<a class="next" href="comment-page-2/">Newer</a>'
    expect(count(post, next, wordpress)).toBeUndefined()
    expect(count(`${post}comment-page-3/`, '<a href="../comment-page-2/">Older</a>', wordpress)).toBe(3)
    const far = '<a href="../comment-page-1/">1</a> … <a href="../comment-page-9/">9</a>'
    expect(count(`${post}comment-page-3/`, far, wordpress)).toBeUndefined()
    expect(count(`${post}comment-page-3/`, far, { ...wordpress, showsLast: true })).toBe(9)
    expect(count(`${post}?page=2`, '<a href="?page=0">1</a>', drupal)).toBe(3)
  })

  it('end where the thread does: on the last one the total is known with the place', () => {
    const last = '<a href="../comment-page-1/">1</a><a href="../comment-page-2/">2</a>'
    show(`<html><body><nav>${last}</nav></body></html>`, `${post}comment-page-3/`)
    const page = { navigation: document.querySelectorAll('a'), comments: some(4), total: null }
    expect(threadPages(document, wordpress, { ...page, first: 41 })).toMatchObject({ first: 41, total: 44 })
    expect(threadPages(document, wordpress, page)?.total).toBeNull()
  })

  it('have a total only where it is more than is here', () => {
    const total = (said: number | null) =>
      read(`${post}?page=2`, '<a href="?page=1">1</a>', dreamwidth, { total: said })?.total
    expect(total(213)).toBe(213)
    expect(total(3)).toBeNull()
    expect(total(null)).toBeNull()
  })
})
