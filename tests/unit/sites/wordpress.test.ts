import { describe, expect, it } from 'vitest'
import { doubt } from '@/utils/sites/common/doubt'
import { mayRead } from '@/utils/sites/common/may-read'
import { withoutSays } from '@/utils/sites/common/wordpress-says'
import { adapter, hint } from '@/utils/sites/wordpress'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

const url = 'https://moorhen.example/2019/05/reeds/'
const form =
  '<div id="respond"><form id="commentform" action="https://moorhen.example/wp-comments-post.php"><p class="comment-form-author"><input id="author"></p></form></div>'

const page = (comments: string, { before = '', after = form, language = 'en' } = {}) =>
  `<html lang="${language}"><head><title>Reeds – Moorhen</title></head><body><article><h1 class="entry-title">Reeds</h1></article><div id="comments" class="comments-area">${before}${comments}${after}</div></body></html>`

const read = (html: string) => {
  show(html, url)
  return atOnce(adapter.read(document))
}

/** Depth, name and words of each comment, as "1 Ann: Yes." */
const lines = (html: string): string[] => {
  const depths = new Map<string, number>()
  return read(html).flatMap(({ comments }) =>
    comments.map(({ comment }) => {
      const depth = comment.parentId === null ? 0 : (depths.get(comment.parentId) ?? Number.NaN) + 1
      depths.set(comment.id, depth)
      return `${depth} ${comment.author.name}: ${comment.text}`
    }),
  )
}

const link = (id: number, words = '4 May 2019 at 10:02') => `<a href="${url}#comment-${id}">${words}</a>`
const reply = (id: number) =>
  `<div class="reply"><a class="comment-reply-link" href="${url}?replytocom=${id}#respond" data-commentid="${id}">Reply</a></div>`

/** As WordPress's own walker prints it. */
const item = (id: number, depth: number, name: string, words: string, replies = '') =>
  `<li id="comment-${id}" class="comment even thread-even depth-${depth}"><article id="div-comment-${id}" class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">${name}</b> <span class="says">says:</span></div><div class="comment-metadata">${link(id)}</div></footer><div class="comment-content"><p>${words}</p></div>${reply(id)}</article>${replies}</li>`

const list = (items: string) => page(`<ol class="comment-list">${items}</ol>`)

describe('the themes that WordPress threads come in', () => {
  it('leaves out what a theme writes beside the name of the author of the post', () => {
    const html = list(
      item(1, 1, 'Ann Reed<br><span class="mark">Autor</span>', 'One.').replace(
        'comment even',
        'comment bypostauthor even',
      ) + item(2, 1, 'Autor', 'Two.'),
    )
    expect(lines(html)).toEqual(['0 Ann Reed: One.', '0 Autor: Two.'])
  })

  it('reads names that stand before the time with no element around them', () => {
    const bare = (id: number, name: string) =>
      `<div id="li-comment-${id}" class="comment even thread-even depth-1"><div id="comment-${id}" class="entry"><p>${name} ${link(id, '1 year')}</p><p>Words ${id}.</p></div></div>`
    const html = page(
      bare(1, '<a href="https://ann.example" rel="external" class="url">Ann</a>') + bare(2, 'Bo Reed'),
    )
    expect(lines(html)).toEqual(['0 Ann: Words 1.', '0 Bo Reed: Words 2.'])
  })

  it('finds what replies answer whose list stands beside it', () => {
    const one = (id: number, depth: number, name: string) =>
      `<div id="comment-${id}" class="comment even depth-${depth}"><cite class="fn">${name}</cite>${link(id)}<div class="comment-content"><p>Words ${id}.</p></div></div>`
    const html = page(
      `<div class="comment-list">${one(1, 1, 'Ann')}<ul class="children">${one(2, 2, 'Bo')}<ul class="children">${one(3, 3, 'Cy')}</ul>${one(4, 2, 'Di')}</ul>${one(5, 1, 'Ed')}</div>`,
    )
    expect(lines(html)).toEqual([
      '0 Ann: Words 1.',
      '1 Bo: Words 2.',
      '2 Cy: Words 3.',
      '1 Di: Words 4.',
      '0 Ed: Words 5.',
    ])
    const [thread] = read(html)
    expect(thread?.comments.every(({ parts }) => thread.root.contains(parts.element))).toBe(true)
  })

  it('reads a page that is had under another address than its comments say', () => {
    const ping =
      '<li id="comment-9" class="pingback even depth-1"><p>Pingback: <a class="url" href="https://heron.example/">Herons</a></p></li>'
    const html = list(item(1, 1, 'Ann', 'One.') + ping).replaceAll(
      url,
      'https://moorhen.example/reeds-of-the-lake/',
    )
    expect(lines(html)).toHaveLength(2)
  })

  it('reads a list of a theme of its own, in which only ids tell comments', () => {
    const own = (id: number, name: string, words: string) =>
      `<li id="comment-${id}" class="row"><div class="info"><h3><a href="https://${name}.example" rel="external nofollow" class="url">${name}</a></h3><p>${words}</p></div></li>`
    const html = `<html lang="en"><body><h1>Reeds</h1><section><ul class="comment-items">${own(1, 'ann', 'One.')}</ul>${form}</section></body></html>`
    show(html, url)
    expect(mayRead(hint, document)).toBe(true)
    expect(lines(html)).toEqual(['0 ann: One.'])
  })

  it('reads the first default theme, whose items have nothing but an id', () => {
    const old = (id: number, name: string, words: string) =>
      `<li class="alt" id="comment-${id}"><cite><a href="https://${name}.example" rel="external nofollow">${name}</a></cite> Says:<br/><small class="commentmetadata"><a href="#comment-${id}" title="">May 4th, 2019 at 10:0${id} am</a></small>${words}</li>`
    const html = page(
      `<ol class="commentlist">${old(1, 'ann', '<p>One.</p><p>Two.</p>')}${old(2, 'bo', '<p>Three.</p>')}</ol>`,
    )
    expect(lines(html)).toEqual(['0 ann: One.\n\nTwo.', '0 bo: Three.'])
    const [thread] = read(html)
    expect(thread?.comments.map(({ comment }) => comment.time.local)).toEqual([
      '2019-05-04T10:01',
      '2019-05-04T10:02',
    ])
    expect(thread?.comments[1]?.comment).toMatchObject({
      id: 'comment-2',
      author: { profileUrl: 'https://bo.example/' },
      permalink: `${url}#comment-2`,
    })
  })

  it('reads Twenty Ten and its pingbacks without id', () => {
    const html = list(
      `<li class="comment even thread-even depth-1" id="li-comment-5"><div id="comment-5"><div class="comment-author vcard"><img class="avatar"><cite class="fn">Ann</cite> <span class="says">says:</span></div><div class="comment-meta commentmetadata">${link(5)}</div><div class="comment-body"><p>One.</p><p>Two.</p></div>${reply(5)}</div><ul class="children"><li class="comment odd alt depth-2" id="li-comment-6"><div id="comment-6"><div class="comment-author vcard"><cite class="fn">Bo</cite> <span class="says">says:</span></div><div class="comment-meta commentmetadata">${link(6)}</div><div class="comment-body"><p>Three.</p></div></div></li></ul></li><li class="post pingback"><p>Pingback: <a href="https://coot.example/nest" rel="external nofollow" class="url">A nest</a></p></li>`,
    )
    expect(lines(html)).toEqual(['0 Ann: One.\n\nTwo.', '1 Bo: Three.', '0 A nest: Pingback: A nest'])
  })

  it('names the paragraphs where no element holds just the words', () => {
    const [thread] = read(
      page(
        `<ol class="commentlist"><li class="comment even thread-even depth-1" id="comment-1"><cite class="fn">Ann</cite> ${link(1)}<p>One.</p><p>Two. <span class="sharedaddy">Share</span></p>${reply(1)}</li></ol>`,
      ),
    )
    const { comment, parts } = thread!.comments[0]!
    expect(comment.text).toBe('One.\n\nTwo.')
    expect(parts.words?.map(({ localName }) => localName)).toEqual(['p', 'p'])
    expect(parts.except?.(document.querySelector('.sharedaddy')!)).toBe(true)
    expect(parts.except?.(document.querySelector('p')!)).toBe(false)
  })

  it('tells pingbacks from comments', () => {
    const html = list(
      `${item(1, 1, 'Ann', 'One.')}<li class="pingback even thread-even depth-1" id="comment-2"><p>Pingback: <a href="https://coot.example/nest" class="url">A nest</a></p></li>`,
    )
    expect(read(html)[0]?.comments.map(({ comment }) => comment.isPing)).toEqual([undefined, true])
  })

  it('keeps "yesterday" as it is, with an estimate', () => {
    const html = list(
      item(1, 1, 'Ann', 'One.').replace(link(1), '<span class="comment-date">yesterday</span>'),
    )
    expect(read(html)[0]?.comments[0]?.comment.time).toMatchObject({
      text: 'yesterday',
      local: null,
      estimated: true,
    })
  })

  it('reads Genesis', () => {
    const genesis = (id: number, depth: number, name: string, replies = '') =>
      `<li class="comment even thread-even depth-${depth}" id="comment-${id}"><article id="article-comment-${id}"><header class="comment-header"><p class="comment-author"><img class="avatar"><span>${name}</span> <span class="says">says</span></p><p class="comment-meta"><time class="comment-time" datetime="2019-05-04T10:02:00+02:00"><a class="comment-time-link" href="${url}#comment-${id}">May 4, 2019 at 10:02 am</a></time></p></header><div class="comment-content"><p>Words of ${name}.</p></div><div class="comment-reply"><a class="comment-reply-link" href="#">Reply</a></div></article>${replies}</li>`
    const html = page(
      `<ol class="comment-list">${genesis(1, 1, 'Ann', `<ul class="children">${genesis(2, 2, 'Bo')}</ul>`)}</ol><div class="entry-pings"><h3>Trackbacks</h3><ol class="ping-list"><li class="pingback odd alt thread-odd thread-alt depth-1" id="comment-3"><article><p>Elsewhere</p></article></li></ol></div>`,
    )
    expect(lines(html)).toEqual(['0 Ann: Words of Ann.', '1 Bo: Words of Bo.'])
    expect(read(html)[0]?.comments[0]?.comment.time).toEqual({
      text: 'May 4, 2019 at 10:02 am',
      instant: '2019-05-04T08:02:00.000Z',
      local: '2019-05-04T10:02',
    })
  })

  it('reads themes without lists, which nest boxes', () => {
    const box = (id: number, depth: number, name: string, replies = '') =>
      `<div class="comment even depth-${depth}" id="comment-${id}"><div id="div-comment-${id}" class="comment-body"><div class="comment-author vcard"><cite class="fn">${name}</cite> <span class="says">says:</span></div><div class="comment-meta commentmetadata">${link(id)}</div><p>Words of ${name}.</p>${reply(id)}</div>${replies}</div>`
    expect(
      lines(
        page(
          `<div class="comment-list">${box(1, 1, 'Ann', box(2, 2, 'Bo', box(3, 3, 'Cy')) + box(4, 2, 'Di'))}</div>`,
        ),
      ),
    ).toEqual(['0 Ann: Words of Ann.', '1 Bo: Words of Bo.', '2 Cy: Words of Cy.', '1 Di: Words of Di.'])
  })

  it('reads themes that put the classes on an element within the list item', () => {
    const inner = (id: number, depth: number, name: string, replies = '') =>
      `<li><div class="wrap"><article class="comment even thread-even depth-${depth}" id="comment-${id}"><h4 class="comment-author">${name}</h4><span class="comment-date">4 May 2019</span> <span class="comment-time">10:02</span><div class="comment-text"><p>Words of ${name}.</p></div></article></div>${replies}</li>`
    const html = page(`<ul class="comments">${inner(1, 1, 'Ann', `<ul>${inner(2, 2, 'Bo')}</ul>`)}</ul>`)
    expect(lines(html)).toEqual(['0 Ann: Words of Ann.', '1 Bo: Words of Bo.'])
  })

  it('reads an author, a date and a button on one line', () => {
    const html = list(
      `<li class="comment even thread-even depth-1" id="comment-9"><div class="the-comment"><div class="avatar"><img></div><div class="comment-box"><div class="comment-author meta"><strong>Ann</strong>May 4, 2019 at 10:02 am<a class="comment-reply-link" href="#"> - Reply</a></div><div class="comment-text"><p>One.</p><p>Two.</p></div></div></div></li>`,
    )
    expect(lines(html)).toEqual(['0 Ann: One.\n\nTwo.'])
  })

  it('finds the words where no class tells', () => {
    const html = page(
      `<ul class="commentlist"><li class="comment even thread-even depth-1" id="comment-1"><div class="box"><div class="left"><img class="photo"></div><div class="right"><div class="top"><strong><a class="url" href="https://ann.example">Ann</a></strong> ${link(1)}</div><div class="words"><p>One.</p><p>Two.</p></div>${reply(1)}</div></div></li><li class="comment odd alt thread-odd depth-1" id="comment-2"><div class="box"><div class="right"><div class="top"><strong><a class="url" href="https://bo.example">Bo</a></strong> ${link(2)}</div><div class="words">Three.</div></div></div></li></ul>`,
    )
    expect(lines(html)).toEqual(['0 Ann: One.\n\nTwo.', '0 Bo: Three.'])
  })

  it('takes depths from classes where a flat list does not nest', () => {
    const flat = (id: number, depth: number, name: string) =>
      `<dt class="comment even depth-${depth}" id="comment-${id}"><span class="comment_author">${name}</span> <span class="comment_time">${link(id)}</span></dt><dd class="comment even depth-${depth}"><div class="format_text" id="comment-body-${id}"><p>Words of ${name}.</p></div></dd>`
    const html = page(`<dl id="comment_list">${flat(1, 1, 'Ann')}${flat(2, 2, 'Bo')}${flat(3, 1, 'Cy')}</dl>`)
    expect(lines(html)).toEqual(['0 Ann: Words of Ann.', '1 Bo: Words of Bo.', '0 Cy: Words of Cy.'])
    const [first] = read(html)[0]?.comments ?? []
    expect(first?.parts.element.localName).toBe('dd')
    expect(first?.parts.all?.map(({ localName }) => localName)).toEqual(['dt', 'dd'])
  })

  it('reads a plug-in’s threads, whose ids are further within', () => {
    const box = (id: number, depth: number, name: string, replies = '') =>
      `<div id="wpd-comm-${id}_0" class="comment even depth-${depth} wpd-comment"><div class="wpd-comment-wrap"><div class="wpd-comment-left"><div class="wpd-avatar"><img></div><div class="wpd-comment-label"><span>Guest</span></div></div><div id="comment-${id}" class="wpd-comment-right"><div class="wpd-comment-header"><div class="wpd-comment-author">${name}</div><div class="wpd-comment-date" title="May 4, 2019 10:02 am">5 years ago</div></div><div class="wpd-comment-text"><p>Words of ${name}.</p></div><div class="wpd-comment-footer">Reply</div></div></div>${replies}</div>`
    expect(
      lines(
        page(
          `<div class="wpd-thread-list">${box(1, 1, 'Ann', box(2, 2, 'Bo') + box(3, 2, 'Cy'))}${box(4, 1, 'Di')}</div>`,
        ),
      ),
    ).toEqual(['0 Ann: Words of Ann.', '1 Bo: Words of Bo.', '1 Cy: Words of Cy.', '0 Di: Words of Di.'])
  })

  it('leaves the buttons of plug-ins out of the words', () => {
    const html = list(
      item(1, 1, 'Ann', 'One.').replace(
        '</p></div>',
        '</p><p class="comment-likes comment-not-liked"><a class="comment-like-link">Like</a></p><div class="sharedaddy">Share</div></div>',
      ),
    )
    expect(lines(html)).toEqual(['0 Ann: One.'])
  })
})

describe('the WordPress adapter', () => {
  it('reads comments that a page holds back for moderation', () => {
    const html = list(
      item(1, 1, 'Ann', 'One.').replace(
        '</footer>',
        '<p class="comment-awaiting-moderation">Your comment is awaiting moderation.</p></footer>',
      ),
    )
    expect(lines(html)).toEqual(['0 Ann: One.'])
    expect(read(html)[0]?.comments[0]?.comment.status).toBe('moderation')
  })

  it('knows the post author by the class of the item', () => {
    const html = list(
      item(1, 1, 'Ann', 'One.').replace('class="comment ', 'class="comment byuser bypostauthor '),
    )
    expect(read(html)[0]?.comments[0]?.comment.author.isPostAuthor).toBe(true)
  })

  it('reads nesting 200 deep', () => {
    let thread = ''
    for (let depth = 200; depth > 0; depth -= 1)
      thread = item(
        depth,
        depth,
        `P${depth}`,
        `Words ${depth}.`,
        thread && `<ol class="children">${thread}</ol>`,
      )
    const seen = lines(list(thread))
    expect(seen).toHaveLength(200)
    expect(seen[199]).toBe('199 P200: Words 200.')
  })

  it('asks for the other pages where the heading counts more than are shown', () => {
    const html = page(`<ol class="comment-list">${item(1, 1, 'Ann', 'One.')}</ol>`, {
      before: '<h2 class="comments-title">102 thoughts on “<span>7 reeds</span>”</h2>',
      after: `<div class="nav-links"><a href="${url}comment-page-3/#comments">Older comments</a></div>`,
    })
    const [thread] = read(html)
    expect(thread).toMatchObject({ declaredCount: 102, hasMore: true })
    expect(thread && doubt(thread)).toBe(null)
  })

  it('does not doubt a count that includes pingbacks left out of the list', () => {
    const html = page(
      `<ol class="comment-list">${item(1, 1, 'Ann', 'One.')}${item(2, 1, 'Bo', 'Two.')}</ol>`,
      {
        before: '<h2 class="comments-title">3 thoughts on “Reeds”</h2>',
      },
    )
    const [thread] = read(html)
    expect(thread && doubt(thread)).toBe(null)
  })

  it('doubts where it reads more than the heading says', () => {
    const html = page(
      `<ol class="comment-list">${item(1, 1, 'Ann', 'One.')}${item(2, 1, 'Bo', 'Two.')}</ol>`,
      {
        before: '<h2 class="comments-title">1 thought on “Reeds”</h2>',
      },
    )
    const [thread] = read(html)
    expect(thread && doubt(thread)).toMatch(/heading says 1 comment, but 2 were read/)
  })

  it('keeps comments apart that broken markup puts into one another', () => {
    const html = page(
      `<div class="commentlist"><div class="comment even depth-1" id="comment-1"><cite class="fn">Ann</cite><p>One.</p><div class="comment odd depth-1" id="comment-2"><cite class="fn">Bo</cite><p>Two.</p></div></div></div>`,
    )
    expect(lines(html)).toEqual(['0 Ann: One.', '0 Bo: Two.'])
  })

  it('reads one thread of several lists, each comment with its own', () => {
    const html = `<html lang="en"><head><title>P</title></head><body><div id="posts"><div class="post"><ul id="a" class="commentlist">${item(1, 1, 'Ann', 'One.')}</ul></div><div class="post"><ul id="b" class="commentlist">${item(2, 1, 'Bo', 'Two.')}</ul></div></div></body></html>`
    const [thread] = read(html)
    expect(thread?.root.id).toBe('posts')
    expect(thread?.comments.map(({ parts }) => parts.list?.id)).toEqual(['a', 'b'])
  })

  it('is not misled by names of form fields', () => {
    const trap =
      '<form class="comment-x"><input name="children"><input name="parentNode"><input name="className"><input name="nodeName"></form>'
    const html = list(
      item(1, 1, 'Ann', 'One.', `${trap}<ol class="children">${item(2, 2, 'Bo', 'Two.')}</ol>`),
    )
    expect(lines(html)).toEqual(['0 Ann: One.', '1 Bo: Two.'])
  })
})

describe('what only looks like a WordPress thread', () => {
  it.each([
    [
      'a sidebar’s recent comments',
      `<aside class="widget"><ol class="commentlist">${item(1, 1, 'Ann', 'One.')}</ol></aside>`,
    ],
    [
      'a list of comments on several posts',
      `<ol class="commentlist">${item(1, 1, 'Ann', 'One.')}${item(2, 1, 'Bo', 'Two.').replaceAll('/reeds/', '/nests/')}</ol>`,
    ],
    ['a form alone', form],
    [
      'a hidden skeleton',
      `<ol class="comment-list"></ol><ul hidden><li hidden class="comment even thread-even depth-1" id="comment-template"><cite class="fn">Name</cite><p>Words</p></li></ul>${form}`,
    ],
    ['a menu', '<ul class="menu"><li class="menu-item depth-1 comment even"><a href="/">Home</a></li></ul>'],
    [
      'reviews of a product',
      `<ol class="commentlist"><li class="review even thread-even depth-1" id="li-comment-3"><div id="comment-3" class="comment_container"><div class="comment-text"><strong class="woocommerce-review__author">Ann</strong><p>Good.</p></div></div></li></ol>${form}`,
    ],
    [
      'a list of another platform',
      '<ul class="comments-list"><li class="comment" id="comment-77"><span class="comment-copy">Words</span></li></ul>',
    ],
  ])('is left alone: %s', (_, html) => {
    show(`<html lang="en"><head><title>P</title></head><body>${html}</body></html>`, url)
    expect(atOnce(adapter.read(document))).toEqual([])
  })

  it.each([
    '<div id="comments"><ul class="own"><li><div id="comment-12"><p>Words</p></div></li></ul></div>',
    '<div id="comments"><div class="wc-comment wc_comment_level-1"><p>Words</p></div></div>',
  ])('has a hint that knows ids and plug-ins: %s', (html) => {
    show(`<html><body>${html}</body></html>`, url)
    expect(mayRead(hint, document)).toBe(true)
  })

  it('asks for nothing where no comment is', () => {
    show(`<html><body>${form}<p class="comment">Words</p></body></html>`, url)
    expect(mayRead(hint, document)).toBe(false)
  })
})

describe('the word after a name', () => {
  it.each([
    ['Ann says:', 'Ann'],
    ['Ann sagt:', 'Ann'],
    ['Ana María dijo:', 'Ana María'],
    ['Léa a dit :', 'Léa'],
    ['Анна говорит:', 'Анна'],
    ['Ola pisze:', 'Ola'],
    ['דנה אומר:', 'דנה'],
    ['منى يقول:', 'منى'],
    ['花子 より:', '花子'],
    ['Budi berkata:', 'Budi'],
    ['Said', 'Said'],
    ['Dice', 'Dice'],
  ])('is taken off: %s', (shown, name) => {
    expect(withoutSays(shown)).toBe(name)
  })
})
