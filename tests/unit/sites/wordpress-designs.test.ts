import { describe, expect, it } from 'vitest'
import { adapter } from '@/utils/sites/wordpress'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

const url = 'https://moorhen.example/2019/05/reeds/'

const read = (comments: string, language = 'en') => {
  show(
    `<html lang="${language}"><head><title>Reeds – Moorhen</title><meta name="generator" content="WordPress 6.1"></head><body><h1 class="entry-title">Reeds</h1>${comments}</body></html>`,
    url,
  )

  return atOnce(adapter.read(document)).flatMap(({ comments }) => comments.map(({ comment }) => comment))
}

/** Name, shown time, local time and words of each comment. */
const rows = (comments: string, language?: string) =>
  read(comments, language).map(({ author, time, text }) => [author.name, time.text, time.local, text])

const inList = (items: string) => `<div id="comments"><ol class="commentlist">${items}</ol></div>`
const item = (inside: string, id = 7) =>
  `<li class="comment even thread-even depth-1" id="comment-${id}">${inside}</li>`
const reply = '<a class="comment-reply-link" href="?replytocom=7#respond" data-commentid="7"> - Reply</a>'

describe('name and time in one line', () => {
  it.each([
    [
      'the name marked, the rest bare',
      `<div class="comment-author meta"><strong>Ann</strong> 4. Mai 2019 um 15:28 Uhr ${reply}</div><div class="comment-text"><p>Words.</p></div>`,
      '4. Mai 2019 um 15:28 Uhr',
      '2019-05-04T15:28',
    ],
    [
      'only the clock linked',
      '<div class="comment_author vcard"><strong class="fn"><a class="url" href="https://ann.example">Ann</a></strong> said, on May 4, 2019 at <a href="#comment-7">3:28 pm</a></div><p>Words.</p>',
      'May 4, 2019 at 3:28 pm',
      '2019-05-04T15:28',
    ],
    [
      'below the words, the name bare',
      '<p>Words.</p><p><cite>Comment by Ann &#8212; 04.05, 2019 @ <a href="#comment-7">15:28</a></cite></p>',
      '04.05, 2019 @ 15:28',
      '2019-05-04T15:28',
    ],
    [
      'beside links of the theme',
      '<p class="comment-author">Ann</p><header class="comment-meta"><p><a href="/people/ann">Ann</a></p><small>04.05.2019, 15:28 <a class="login" href="/login">Log in to answer</a> <a href="#comment-7">#</a></small></header><div class="comment-content"><p>Words.</p></div>',
      '04.05.2019, 15:28',
      '2019-05-04T15:28',
    ],
  ])('is read: %s', (_, inside, text, local) => {
    expect(rows(inList(item(inside)), 'de')).toEqual([['Ann', text, local, 'Words.']])
  })

  it('keeps a name that begins with a word that may stand before one', () => {
    const line =
      '<div class="comment-author">Conny de Wit <span><time>4 May 2019 at 10:02</time></span></div>'
    expect(rows(inList(item(`${line}<p>Words.</p>`)))[0]?.[0]).toBe('Conny de Wit')
  })

  it('takes a bare date after the name, where no element is around both alone', () => {
    const inside =
      '<div class="comment-author vcard"><img class="avatar" alt=""></div><div class="extra"><span class="author"><a href="https://ann.example">Ann</a></span><br>May 4, 2019<p>Words.</p></div>'
    expect(rows(inList(item(inside)))).toEqual([['Ann', 'May 4, 2019', null, 'Words.']])
  })

  it('takes the number of a comment for no time', () => {
    const inside =
      '<div class="comment-head"><a href="#comment-7" class="counter">12</a> <span class="commentauthor">Ann</span> <a href="#comment-7">4 May 2019 15:28</a></div><div class="comment-content"><p>Words.</p></div>'
    expect(rows(inList(item(inside)))).toEqual([['Ann', '4 May 2019 15:28', '2019-05-04T15:28', 'Words.']])
  })

  it('takes a number and words for one, in any script', () => {
    const inside =
      '<div class="comment-head"><span class="commentauthor">Ann</span> <a href="#comment-7">3 дня назад</a></div><div class="comment-content"><p>Words.</p></div>'
    expect(rows(inList(item(inside)), 'ru')[0]?.[1]).toBe('3 дня назад')
  })

  it('finds bare words after a linked name', () => {
    const inside =
      '<cite><a href="https://ann.example" rel="external">Ann</a></cite> <small><a href="#comment-7">4 May 2019 15:28</a></small><br>Words that stand alone.'
    expect(rows(inList(item(inside)))[0]?.[3]).toBe('Words that stand alone.')
  })

  it('reads terms in which some names are linked', () => {
    const one = (id: number, name: string) =>
      `<dt id="comment-${id}" class="comment even depth-1">${id}. ${name} - <a href="#comment-${id}">4 May 2019 15:28</a></dt><dd class="comment even depth-1"><p>Words.</p></dd>`
    const list = `<div id="comments"><dl class="commentlist">${one(1, '<a class="url" href="https://ann.example">Ann</a>')}${one(2, 'Bo')}</dl></div>`
    expect(rows(list).map(([name]) => name)).toEqual(['Ann', 'Bo'])
  })

  it('finds replies beside the words that have the number', () => {
    const one = (id: number, name: string, replies = '') =>
      `<div class="comment" id="div-comment-${id}"><div class="comment-content" id="comment-${id}"><div class="comment-info"><span class="name">${name}</span> <span class="time">2019-05-04 15:28</span></div><div class="comment-text"><p>Words.</p></div></div>${replies}</div>`
    const list = `<div id="comments"><div class="commentlist">${one(1, 'Ann', `<div class="children">${one(2, 'Bo')}</div>`)}${one(3, 'Cy')}</div></div>`
    expect(read(list).map(({ author, parentId }) => [author.name, parentId])).toEqual([
      ['Ann', null],
      ['Bo', 'comment-1'],
      ['Cy', null],
    ])
  })

  it('leaves the table alone in which comments are looked after', () => {
    const one = (id: number) =>
      `<tr id="comment-${id}" class="comment even depth-1"><td class="author">Ann</td><td class="comment"><p>Words.</p></td><td class="date">4 May 2019 15:28</td></tr>`
    expect(read(`<table class="comments"><tbody>${one(1)}${one(2)}</tbody></table>`)).toHaveLength(2)
    expect(read(`<table class="wp-list-table comments"><tbody>${one(1)}${one(2)}</tbody></table>`)).toEqual(
      [],
    )
  })

  it('finds the words in a box that is called by the author', () => {
    const inside =
      '<div class="comment-author vcard"><img alt=""><p>Words.</p><p><cite>Comment by <span class="fn">Ann</span> — 2019-05-04 @ <a href="#comment-7">15:28</a></cite></p></div>'
    expect(rows(inList(item(inside)))).toEqual([['Ann', '2019-05-04 @ 15:28', '2019-05-04T15:28', 'Words.']])
  })

  it('reads a link to the comment as its time, and the linked name beside it', () => {
    const inside =
      '<div class="entry"><p><a class="url" rel="external nofollow" href="https://ann.example">Ann</a> <a class="comment-link" href="#comment-7">4 May 2019</a></p><p>Words.</p></div>'
    expect(rows(inList(item(inside)))).toEqual([['Ann', '4 May 2019', null, 'Words.']])
  })
})

describe("designers' own classes", () => {
  it.each(['c-comment__', 'w-comments-item-', 'comments__'])('are understood: %s', (own) => {
    const inside = `<div class="${own}author"><span>Ann</span></div><a class="${own}date" href="#comment-7">4 May 2019 15:28</a><div class="${own}text"><p>Words.</p></div>`
    expect(rows(`<div id="comments"><ul class="own"><li id="comment-7">${inside}</li></ul></div>`)).toEqual([
      ['Ann', '4 May 2019 15:28', '2019-05-04T15:28', 'Words.'],
    ])
  })

  it('leaves a list of the latest comments alone, whatever ids it has', () => {
    const last = `<div id="allLastComments"><ol><li id="comment-9"><b><a href="/other-post/">Other post</a></b><cite>By Bo</cite><small class="commentmetadata">4 May 2019 15:28</small><p>Elsewhere.</p></li></ol></div>`
    expect(rows(`${inList(item('<cite class="fn">Ann</cite><p>Words.</p>'))}${last}`)).toHaveLength(1)
  })

  it('leaves a list of trackbacks out that only its own name tells', () => {
    const pings =
      '<div id="trackbacks"><ol class="pinglist"><li id="comment-8"><a class="url" rel="external" href="https://bo.example">Bo’s blog</a></li></ol></div>'
    expect(
      rows(
        `<section id="comment-wrap">${inList(item('<cite class="fn">Ann</cite><p>Words.</p>'))}${pings}</section>`,
      ),
    ).toHaveLength(1)
  })

  it('leaves markup alone in which most have no name', () => {
    const nameless = (id: number) => `<div class="own" id="comment-${id}"><p>Words ${id}.</p></div>`
    expect(rows(`<div id="comments">${nameless(1)}${nameless(2)}${nameless(3)}</div>`)).toEqual([])
  })
})

describe('the plug-in wpDiscuz', () => {
  const comment = (id: string, level: number, name: string, replies = '') =>
    `<div id="wc-comm-${id}" class="wc-comment wc-blog-guest wc_comment_level-${level}"><div class="wc-comment-left"><div class="wc-comment-label"><span>Guest</span></div></div><div id="comment-${id.split('_')[0]}" class="wc-comment-right"><div class="wc-comment-header"><div class="wc-comment-author">${name}</div></div><div class="wc-comment-text"><p>${name} speaks.</p><span class="wpdiscuz-readmore">More</span></div><div class="wc-comment-footer"><span class="wc-vote-result">6</span><div class="wc-comment-date">4. Mai 2019 15:28</div></div></div>${replies}</div>`
  const thread = (comments: string) =>
    `<div id="comments"><div id="wpcomm"><div class="wc-thread-wrapper">${comments}</div></div></div>`

  it('is read with the nesting that its levels say', () => {
    const comments = read(
      thread(comment('11_0', 1, 'Ann', comment('12_11', 2, 'Bo')) + comment('13_0', 1, 'Cy')),
      'de',
    )
    expect(
      comments.map(({ id, parentId, author, time, text }) => [id, parentId, author.name, time.local, text]),
    ).toEqual([
      ['comment-11', null, 'Ann', '2019-05-04T15:28', 'Ann speaks.'],
      ['comment-12', 'comment-11', 'Bo', '2019-05-04T15:28', 'Bo speaks.'],
      ['comment-13', null, 'Cy', '2019-05-04T15:28', 'Cy speaks.'],
    ])
  })
})
