import { describe, expect, it } from 'vitest'
import * as unthreaded from '@/utils/sites/blogger-unthreaded'
import type { SiteAdapter } from '@/utils/sites/common/site-adapter'
import * as declared from '@/utils/sites/unknown/declared'
import * as structure from '@/utils/sites/unknown/structure'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

const url = 'https://quay.example/boats/'

const read = (adapter: SiteAdapter, list: string, around = '<div id="comments">$</div>', head = '') => {
  show(
    `<html lang="en"><head><title>Boats</title>${head}</head><body><h1>Boats</h1>${around.replace('$', () => list)}</body></html>`,
    url,
  )
  return atOnce(adapter.read(document))[0]!
}

/** Puts markup at the end of an element, and has the thread read it. */
const add = (thread: ReturnType<typeof read>, selector: string, markup: string) => {
  const holder = document.createElement('div')
  holder.innerHTML = markup
  const elements = [...holder.children]
  document.querySelector(selector)!.append(...elements)
  const added = atOnce(thread.readAdded!(elements))
  return (
    added?.map(({ comment: { author, parentId, text } }) => `${author.name} (${parentId}): ${text}`) ?? null
  )
}

describe('what came into a guessed thread', () => {
  const comment = (name: string, clock: string, text: string, { kind = 'comment', replies = '' } = {}) =>
    `<div class="${kind}"><div class="head"><b class="author">${name}</b> <span class="date">${clock && `3 May 2025 ${clock}`}</span></div><div class="text">${text}</div>${replies}</div>`
  const flat = ['Pell', 'Marta', 'Odile', 'Bruno']
    .map((name, n) => comment(name, `10:1${n}`, `What ${name} wanted to say about the boat.`))
    .join('')

  it('is read where it is like the others', () => {
    const late = comment('Silke', '11:00', 'Late, but here.')
    expect(add(read(structure.adapter, flat), '#comments', late)).toEqual(['Silke (null): Late, but here.'])
  })

  it('is read as an answer where it is in another one', () => {
    const thread = read(structure.adapter, flat)
    const late = `<div class="children">${comment('Silke', '11:00', 'Late, but here.')}</div>`
    const { id } = thread.comments[3]!.comment
    expect(add(thread, '#comments > :nth-child(4)', late)).toEqual([`Silke (${id}): Late, but here.`])
  })

  it('is told from what has a class in common with it and stands within', () => {
    const marked = (name: string, clock: string, kind: string, replies = '') =>
      comment(name, clock, `What ${name} said.<div class="tools block">Report</div>${replies}`, {
        kind: `${kind} block`,
      })
    const list = [
      marked('Pell', '10:10', 'remark', marked('Marta', '10:11', 'answer')),
      marked('Odile', '10:12', 'remark'),
      marked('Bruno', '10:13', 'remark'),
    ].join('')
    const thread = read(structure.adapter, list, '<div class="comments">$</div>')
    expect(thread.comments).toHaveLength(4)
    expect(
      add(thread, '.comments', marked('Silke', '11:00', 'remark', marked('Jo', '11:01', 'answer'))),
    ).toMatchObject([/^Silke \(null\)/, /^Jo \(/].map((line) => expect.stringMatching(line)))
  })

  it.each([
    ['shows no time', comment('Silke', '', 'Late, but here.')],
    ['has no name', comment('', '11:00', 'Late, but here.')],
    ['says nothing', comment('Silke', '11:00', '')],
    ['is of another kind', comment('Silke', '11:00', 'Late, but here.', { kind: 'talk' })],
  ])('is left to a whole reading where it %s', (_, late) => {
    expect(add(read(structure.adapter, flat), '#comments', late)).toBeNull()
  })

  it('answers the one above where it is the first to say how deep it is', () => {
    const thread = read(structure.adapter, flat)
    const late = comment('Silke', '11:00', 'Late, but here.', { kind: 'comment depth-2' })
    const { id } = thread.comments[3]!.comment
    expect(add(thread, '#comments', late)).toEqual([`Silke (${id}): Late, but here.`])
    const [whole] = atOnce(structure.adapter.read(document))
    expect(whole!.comments.at(-1)!.comment.parentId).toBe(id)
  })

  it('is left to a whole reading where it came into the words of another one', () => {
    const late = comment('Silke', '11:00', 'Late, but here.')
    expect(add(read(structure.adapter, flat), '#comments > :nth-child(2) > .text', late)).toBeNull()
  })

  it('is nothing where it is a form, hidden, or a part of a comment', () => {
    const late = comment('Silke', '11:00', 'Late, but here.')
    const thread = read(structure.adapter, flat)
    expect(add(thread, '#comments', `<form>${late}</form>`)).toEqual([])
    expect(add(thread, '#comments', `<div hidden>${late}</div>`)).toEqual([])
    expect(add(thread, '#comments', '<p>Somebody is writing…</p>')).toEqual([])
    expect(add(thread, '#comments > .comment', '<p>edited 4 May 2025</p>')).toEqual([])
  })

  it('answers what stands above it and is less deep, as long as all stand where they did', () => {
    const level = (depth: number, name: string, clock: string) =>
      comment(name, clock, `What ${name} wanted to say at ${clock}.`, { kind: `comment level-${depth}` })
    const list = level(0, 'Pell', '10:00') + level(1, 'Marta', '10:10') + level(0, 'Odile', '10:20')
    const thread = read(structure.adapter, list)
    const [, , last] = thread.comments
    expect(add(thread, '#comments', level(1, 'Bruno', '10:30'))).toEqual([
      `Bruno (${last!.comment.id}): What Bruno wanted to say at 10:30.`,
    ])
    const root = document.querySelector('#comments')!
    root.prepend(root.children[3]!)
    expect(add(thread, '#comments', level(1, 'Silke', '10:40'))).toBeNull()
  })
})

describe('what came into an unthreaded list of Blogger’s', () => {
  const head = (n: number) => `<dt class="comment-author" id="c${n}">Pell said...</dt>`
  const body = (n: number) =>
    `<dd class="comment-body"><p>Word ${n}.</p></dd><dd class="comment-footer"><span class="comment-timestamp"><a href="${url}?showComment=161494200000${n}#c${n}">10:00</a></span></dd>`
  const two = read.bind(
    null,
    unthreaded.adapter,
    head(1) + body(1) + head(2) + body(2),
    '<dl id="comments-block">$</dl>',
  )

  it('is read where all of it is there', () => {
    expect(add(two(), '#comments-block', head(3) + body(3))).toEqual(['Pell (null): Word 3.'])
  })

  it('is left to a whole reading where it is a head without a body, or a body alone', () => {
    expect(add(two(), '#comments-block', head(3))).toBeNull()
    expect(add(two(), '#comments-block', '<dd class="comment-body">More.</dd>')).toBeNull()
  })

  it('is nothing where it closes the list, or is in somebody’s words', () => {
    expect(add(two(), '#comments-block', '<dt></dt>')).toEqual([])
    expect(add(two(), '#c1 + dd', `<dl>${head(3)}${body(3)}</dl>`)).toEqual([])
  })
})

describe('what came into a declared thread', () => {
  const comment = (name: string, text: string) =>
    `<li itemscope itemtype="https://schema.org/Comment"><b itemprop="author">${name}</b>${text && `<p itemprop="text">${text}</p>`}</li>`
  const list = `<ul>${comment('Pell', 'One.')}${comment('Marta', 'Two.')}</ul>`

  it('is read where it is declared', () => {
    expect(add(read(declared.adapter, list), 'ul', comment('Odile', 'Three.'))).toEqual([
      'Odile (null): Three.',
    ])
  })

  it('is left to a whole reading where it has no words: then something else is declared a comment', () => {
    expect(add(read(declared.adapter, list), 'ul', comment('Odile', ''))).toBeNull()
  })

  it('is nothing where a list in JSON-LD does not name it, and left to a whole reading where that changes', () => {
    const named = (n: number) => `{"@type":"Comment","url":"${url}#n${n}","text":"Word ${n}","author":"Pell"}`
    const script = (n: number) => `<script type="application/ld+json">[${named(n)},${named(n + 1)}]</script>`
    const item = (n: number) => `<li id="n${n}"><b>Pell</b><p>Word ${n}</p></li>`
    const thread = read(declared.adapter, `<ul>${item(1)}${item(2)}</ul>`, '$', script(1))
    expect(add(thread, 'ul', item(3))).toEqual([])
    document.head.insertAdjacentHTML('beforeend', script(3))
    expect(add(thread, 'ul', item(4))).toBeNull()
  })
})
