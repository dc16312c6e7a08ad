import { describe, expect, it } from 'vitest'
import { mayRead } from '@/utils/sites/common/may-read'
import { adapter, hint } from '@/utils/sites/unknown/structure'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

const names = ['Pell', 'Marta', 'Odile', 'Bruno']
const when = (n: number) => `3 May 2025 10:1${n}`
const said = (n: number) => `What I wanted to say about boat ${n}.`

const read = (comments: string, around = 'id="comments"') => {
  show(
    `<html lang="en"><head><title>Boats</title></head><body><h1>Boats</h1><div ${around}>${comments}</div></body></html>`,
    'https://quay.example/boats/',
  )
  return atOnce(adapter.read(document))
}

/** Four comments made by one template. */
const four = (one: (n: number, name: string) => string, around?: string) =>
  read(names.map((name, n) => one(n, name)).join(''), around)

const rows = ([thread]: ReturnType<typeof read>) =>
  thread?.comments.map(({ comment }) => [comment.author.name, comment.time.local, comment.text])

const expected = names.map((name, n) => [name, `2025-05-03T10:1${n}`, said(n)])

describe('where names and words stand', () => {
  it('takes what is called almost like the words for something beside them', () => {
    const one = (n: number, name: string) =>
      `<li class="comment"><p class="text-author">${name}</p><p class="text">${said(n)}</p><i class="date">${when(n)}</i></li>`
    expect(rows(four(one))).toEqual(expected)
  })

  const nameless = (n: number, name: string) =>
    `<li><p>${said(n)}</p><p><cite>Comment by <a href="https://${name}.example">${name}</a> — ${when(n)} <a href="#c${n}">no. ${n}</a></cite></p></li>`

  it('tells the line of the time from the words that are marked alike, and finds no words in it', () => {
    expect(rows(four(nameless))).toEqual(expected)
  })

  it('does so in comments that come later, too', () => {
    const [thread] = four(nameless, 'id="comments" class="list"')
    thread!.root.insertAdjacentHTML('beforeend', nameless(5, 'Ines'))
    const added = atOnce(thread!.readAdded!([thread!.root.lastElementChild!]))
    expect(added?.map(({ comment }) => [comment.author.name, comment.text])).toEqual([['Ines', said(5)]])
  })

  it.each([
    ['a', 'span'],
    ['a', 'div'],
  ])('finds names that are %s for some and %s for others', (first, other) => {
    const one = (n: number, name: string) => {
      const tag = n % 2 ? first : other
      const mark = n === 1 ? '<span class="mark">Author</span> • ' : ''
      return `<div class="comment"><div class="head"><${tag} class="author">${name}</${tag}> • ${mark}<time>${when(n)}</time></div><div class="text">${said(n)}</div></div>`
    }
    expect(rows(four(one))).toEqual(expected)
  })

  it.each([
    ['by whom', (name: string) => `<b class="author">Comment by <a href="/x">${name}</a></b>`],
    ['what is left of a line', (name: string) => `<p class="author"><a href="/x">${name}</a> <img> | </p>`],
    ['an address', (name: string) => `<b class="author">By: ${name} · http://q.example</b>`],
    [
      'a number and votes',
      (name: string) => `<p class="author"><a class="anchor">#1</a> <i class="votes">0</i> ${name}</p>`,
    ],
    [
      'an account elsewhere',
      (name: string) => `<a class="name">${name}</a> <a class="user">@${name}@quay.example</a>`,
    ],
  ])('reads a name without %s', (_, by) => {
    const one = (n: number, name: string) =>
      `<div class="comment"><div class="head">${by(name)} <i class="date">${when(n)}</i></div><div class="text">${said(n)}</div></div>`
    expect(rows(four(one))).toEqual(expected)
  })

  it('reads a name after a dash', () => {
    const one = (n: number, name: string) =>
      `<li><p>${said(n)}</p><p class="comment_name">— ${name} · ${when(n)} · <a href="#c${n}">#</a></p></li>`
    expect(rows(four(one))).toEqual(expected)
  })

  it('keeps a dash that a name ends with', () => {
    const one = (n: number, name: string) =>
      `<div class="comment"><b class="author">-=${name}=-</b> <i class="date">${when(n)}</i><div class="text">${said(n)}</div></div>`
    expect(rows(four(one))?.[0]?.[0]).toBe('-=Pell=-')
  })
})

describe('what is a comment of the same kind', () => {
  it.each(['me', 'self', 'authorResponse'])('is what is marked as "%s", too', (own) => {
    const one = (n: number, name: string) =>
      `<dt class="${n === 1 ? own : ''}"><b>${name}</b> <span>${when(n)}</span></dt><dd class="${n === 1 ? own : 'odd'}">${said(n)}</dd>`
    expect(rows(four(one))).toEqual(expected)
  })

  it('is no anchor between two', () => {
    const one = (n: number, name: string) =>
      `<a id="c${n}"></a><div class="meta"><b class="author">${name}</b> <i class="date">${when(n)}</i></div><div class="text">${said(n)}</div>`
    expect(rows(four(one))).toEqual(expected)
  })

  it('is no box around the form for a new one', () => {
    const one = (n: number, name: string) =>
      `<div class="comments-body"><p>${said(n)}</p><span class="by">Posted by: ${name} at ${when(n)}</span></div>`
    const form = '<div class="comments-body"><form>Your words <textarea></textarea></form></div>'
    const all = names.map((name, n) => one(n, name)).join('')
    expect(rows(read(all + form))).toEqual(expected)
    expect(read(all + form.replace('<form>', '<p>Words that somebody wrote.</p><form>'))).toEqual([])
  })

  it('is not left unread within another one', () => {
    const one = (n: number, kind: string, replies = '') =>
      `<li><div class="${kind}-comment"><b class="name">${names[n]}</b> <i class="date">${when(n)}</i><p>${said(n)}</p></div>${replies}</li>`
    expect(read(one(0, 'guest', `<ul>${one(1, 'admin')}</ul>`) + one(2, 'guest') + one(3, 'guest'))).toEqual(
      [],
    )
  })
})

describe('how deep a comment is', () => {
  it.each([
    ['a class', (depth: number) => `class="comment commentlevel-${depth}"`],
    ['a calculation', (depth: number) => `class="comment" style="margin-left: calc(var(--step) * ${depth})"`],
    ['a property', (depth: number) => `class="comment" style="--depth: ${depth}"`],
  ])('is said by %s', (_, at) => {
    const [thread] = four(
      (n, name) =>
        `<div id="c${n}" ${at([0, 1, 2, 1][n]!)}><b class="author">${name}</b> <i class="date">${when(n)}</i><div class="text">${said(n)}</div></div>`,
    )
    expect(thread?.comments.map(({ comment }) => comment.parentId)).toEqual([null, 'c0', 'c1', 'c0'])
  })
})

it.each(['id="reviews"', 'class="review"', 'id="product-comments-list"'])(
  'leaves what a shop has in %s alone',
  (shop) => {
    const one = (n: number, name: string) =>
      `<div class="comment"><b class="author">${name}</b> <i class="date">${when(n)}</i><div class="text">${said(n)}</div></div>`
    expect(four(one, 'id="list"')).toHaveLength(1)
    expect(four(one, shop)).toEqual([])
  },
)

it('reads comments below an article that is a review', () => {
  const one = (n: number, name: string) =>
    `<div class="comment"><b class="author">${name}</b> <i class="date">${when(n)}</i><div class="text">${said(n)}</div></div>`
  const all = names.map((name, n) => one(n, name)).join('')
  expect(read(`<div id="comments">${all}</div>`, 'class="review"')).toEqual([])
  expect(
    read(`<article class="review"><div id="comments">${all}</div></article>`, 'class="site"'),
  ).toHaveLength(1)
})

it.each([
  ['anchors', (n: number) => `<a id="c${n}"></a><div class="media comment">${said(n)}</div>`],
  [
    'other parts',
    (n: number) =>
      `<h3 class="comment">Ann:</h3><div class="commentbody">${said(n)}</div><div class="commentinfo">${when(n)}</div>`,
  ],
])('has a hint that sees comments with %s between them', (_, one) => {
  read(`<div>${[0, 1].map(one).join('')}</div>`, 'class="contents"')
  expect(mayRead(hint, document)).toBe(true)
})
