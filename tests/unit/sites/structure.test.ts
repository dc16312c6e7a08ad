import { describe, expect, it } from 'vitest'
import { mayRead } from '@/utils/sites/common/may-read'
import { adapter, hint } from '@/utils/sites/unknown/structure'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

const url = 'https://quay.example/boats/'
const page = (comments: string, around = 'comments') =>
  `<html lang="en"><head><title>Boats</title></head><body><h1>Boats</h1><div id="${around}">${comments}</div></body></html>`

const comment = (name: string, when: string, text: string, replies = '') =>
  `<div class="comment"><div class="head"><b class="author">${name}</b> <span class="date">${when}</span></div><div class="text">${text}</div>${replies && `<div class="children">${replies}</div>`}</div>`

const names = ['Pell', 'Marta', 'Odile', 'Bruno']
const list = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    comment(names[n % 4]!, `3 May 2025 10:${10 + (n % 50)}`, `What I wanted to say about boat number ${n}.`),
  ).join('')

const read = (html: string) => {
  show(html, url)
  return atOnce(adapter.read(document))
}

describe('reading unknown markup', () => {
  it('finds repeated names, times and bodies, and their nesting', () => {
    const nested = comment(
      'Pell',
      '3 May 2025 10:00',
      'Which boat is it?',
      comment('Marta', '3 May 2025 10:30', 'The blue one.'),
    )
    const [thread] = read(page(nested + comment('Odile', '4 May 2025 09:00', 'Thank you both.')))
    expect(
      thread?.comments.map(({ comment: { author, time, text, parentId } }) => [
        author.name,
        time.local,
        text,
        parentId === null,
      ]),
    ).toEqual([
      ['Pell', '2025-05-03T10:00', 'Which boat is it?', true],
      ['Marta', '2025-05-03T10:30', 'The blue one.', false],
      ['Odile', '2025-05-04T09:00', 'Thank you both.', true],
    ])
  })

  it('has a root that holds also replies that stand beside what they answer', () => {
    const indented = (n: number, depth: number) =>
      `<div class="comment depth-${depth}"><div class="head"><b class="author">${names[n % 4]}</b> <span class="date">3 May 2025 10:1${n}</span></div><div class="text">What I wanted to say about boat number ${n}.</div></div>`
    const [thread] = read(
      page(`<div class="a">${indented(1, 0)}</div><div class="b">${indented(2, 1)}${indented(3, 1)}</div>`),
    )
    expect(thread?.comments.map(({ comment }) => comment.parentId === null)).toEqual([true, false, false])
    expect(thread?.comments.every(({ parts }) => thread.root.contains(parts.element))).toBe(true)
  })

  it('reads comments of which head, words and foot stand side by side, with rules between them', () => {
    const one = (n: number) =>
      `<div class="comment-poster" id="c${n}"><b>${names[n]}</b> said...</div><div class="comment-body"><div class="inner">What I wanted to say about boat ${n}.</div></div><div class="comment-timestamp"><a href="#c${n}">3 May 2025 at 10:1${n}</a></div><hr>`
    const [thread] = read(page([0, 1, 2].map(one).join('')))
    expect(
      thread?.comments.map(({ comment, parts }) => [comment.author.name, comment.text, parts.all?.length]),
    ).toEqual([
      ['Pell', 'What I wanted to say about boat 0.', 3],
      ['Marta', 'What I wanted to say about boat 1.', 3],
      ['Odile', 'What I wanted to say about boat 2.', 3],
    ])
  })

  it('reads terms that name number, time and writer in one line, some of them linked', () => {
    const one = (n: number) =>
      `<dt id="c${n}" class="odd"><a href="#c${n}" class="comment-number">${n + 1}.</a> Le samedi ${3 + 7 * n} mai 2025, 10:1${n} par ${n % 2 ? `<a href="https://x.example">${names[n]}</a>` : names[n]}</dt><dd class="odd"><p>What I wanted to say about boat ${n}.</p></dd>`
    const html = page(`<h3>Comments</h3><dl>${[0, 1, 2].map(one).join('')}</dl>`)
    const [thread] = read(html)
    expect(thread?.comments.map(({ comment }) => [comment.author.name, comment.time.text])).toEqual([
      ['Pell', 'samedi 3 mai 2025, 10:10'],
      ['Marta', 'samedi 10 mai 2025, 10:11'],
      ['Odile', 'samedi 17 mai 2025, 10:12'],
    ])
    expect(mayRead(hint, document)).toBe(true)
  })

  const tools = '<a class="comment-delete" href="/delete?1">Delete</a>'
  const badge = '<span class="author_flag">Admin</span>'
  it.each([
    [
      'in the head',
      (name: string, when: string, words: string) =>
        `<div class="name">${name} ${badge}</div><div class="service"><a href="#c1"><span class="comment_date">${when}</span></a></div><div class="comment_body"><p>${words}</p>${tools}<div class="clear"></div></div>`,
    ],
    [
      'in the body',
      (name: string, when: string, words: string) =>
        `<div class="comment_body"><div class="comment_name"><a href="/profile/1">${name}</a> ${badge}<span class="service">${tools}<span class="comment_date"><a href="#c1">${when}</a></span></span></div><p>${words}</p></div>`,
    ],
  ])('leaves out tools and badges that a theme has %s', (_, inner) => {
    const one = (n: number, words: string, replies = '') =>
      `<div id="c${n}"><div class="comment_inner">${inner(names[n]!, `3 May 2025 at 10:1${n}`, words)}</div><div class="comment_child">${replies}</div></div>`
    const html = page(one(0, 'Which boat?', one(1, 'The blue one.')) + one(2, 'No 10:11, the green one.'))
    expect(
      read(html)[0]?.comments.map(({ comment }) => [comment.author.name, comment.time.local, comment.text]),
    ).toEqual([
      ['Pell', '2025-05-03T10:10', 'Which boat?'],
      ['Marta', '2025-05-03T10:11', 'The blue one.'],
      ['Odile', '2025-05-03T10:12', 'No 10:11, the green one.'],
    ])
  })

  it('takes a clock that opens the words for none of the time', () => {
    const one = (n: number, words: string) =>
      `<article class="comment-block" id="c${n}"><strong>${names[n]}</strong><div class="meta">3 May 2025 at 10:1${n}</div><div>${words}</div></article>`
    const html = page(
      one(0, 'Which boat is it?') + one(1, '10:10, the blue one.') + one(2, 'Thank you both.'),
    )
    expect(read(html)[0]?.comments.map(({ comment }) => comment.time.local)).toEqual([
      '2025-05-03T10:10',
      '2025-05-03T10:11',
      '2025-05-03T10:12',
    ])
  })

  it('takes a button that stands like a comment for none', () => {
    const more =
      '<div class="comment more"><a href="https://quay.example/forum/7"><span>View all 32 comments</span></a></div>'
    const [thread] = read(page(list(4) + more))
    expect(thread?.comments).toHaveLength(4)
  })

  it('tells name and time apart that stand in one element', () => {
    const inLine = (n: number) =>
      `<div class="comment"><p class="infos"><strong>${names[n]} - Le 0${n + 1}/02/2025 à 12:01</strong></p><div class="text">What I wanted to say about boat ${n}.</div></div>`
    const [thread] = read(page([0, 1, 2].map(inLine).join('')))
    expect(thread?.comments.map(({ comment }) => [comment.author.name, comment.time.text])).toEqual([
      ['Pell', '01/02/2025 à 12:01'],
      ['Marta', '02/02/2025 à 12:01'],
      ['Odile', '03/02/2025 à 12:01'],
    ])
  })

  it('keeps the day of the week', () => {
    const one = (n: number) =>
      comment(names[n]!, `Saturday, ${3 + 7 * n} May 2025, 10:1${n}`, `What boat ${n} is.`)
    const [thread] = read(page([0, 1, 2].map(one).join('')))
    expect(thread?.comments[0]?.comment.time).toMatchObject({
      text: 'Saturday, 3 May 2025, 10:10',
      local: '2025-05-03T10:10',
    })
  })

  it('is silent where answers stand within what they answer', () => {
    const answered = (n: number) =>
      `<ul class="comment"><li class="head"><b class="author">${names[n % 4]}</b> <span class="date">3 May 2025 10:1${n}</span></li><li class="said">Boat ${n}?</li><li class="answer">Thank you for asking, ${names[n % 4]}, that is boat number ${n}, the one with the sail.<p><a href="/host">The harbour</a> on 4 May 2025 at 9:1${n}</p></li></ul>`
    expect(read(page([0, 1, 2, 3].map(answered).join('')))).toEqual([])
  })

  it('names the paragraphs of a comment where no element holds just them', () => {
    const bare = (n: number) =>
      `<div class="comment"><div class="head"><b class="author">${names[n]}</b> <span class="date">3 May 2025 10:1${n}</span></div><p>What I wanted to say about boat ${n}.</p><p>And one thing more about number ${n}.</p></div>`
    const [thread] = read(page(bare(0) + bare(1) + bare(2)))
    const [first] = thread!.comments
    expect(first?.comment.text).toBe(
      'What I wanted to say about boat 0.\n\nAnd one thing more about number 0.',
    )
    expect(first?.parts.body).toBeNull()
    expect(first?.parts.words?.map(({ localName }) => localName)).toEqual(['p', 'p'])
  })

  it('claims nothing that is not named after comments', () => {
    expect(read(page(list(5).replaceAll('class="comment"', 'class="card"'), 'cards'))).toEqual([])
  })

  it('claims nothing where only some of what looks alike could be read', () => {
    expect(read(page(list(5)))).toHaveLength(1)
    expect(
      read(page(`${list(5)}<div class="comment">Something else, without a name or a time.</div>`)),
    ).toEqual([])
  })

  it('claims nothing in a sidebar, nor where everything leads to other posts', () => {
    expect(read(page(`<aside>${list(4)}</aside>`))).toEqual([])
    const elsewhere = [1, 2, 3].map((n) =>
      comment(names[n]!, `3 May 2025 10:0${n}`, `Some words of it, part ${n}. `).replace(
        '<div class="head">',
        `<div class="head"><a href="/p${n}.html#comment-${n}">on a post</a> `,
      ),
    )
    expect(read(page(elsewhere.join('')))).toEqual([])
  })

  it('claims nothing where one name wrote everything, as one does on a front page', () => {
    expect(read(page(list(6).replace(/Pell|Marta|Odile|Bruno/g, 'Editor')))).toEqual([])
  })

  it('yields while it reads', () => {
    show(page(list(400)), url)
    const reading = adapter.read(document)
    let yields = 0
    while (!reading.next().done) yields += 1
    expect(yields).toBeGreaterThan(10)
  })

  it('has a hint that asks for two of a kind', () => {
    show(page(comment('Pell', '3 May 2025', 'Alone here, with some more words.')), url)
    expect(mayRead(hint, document)).toBe(false)
    show(page(list(2)), url)
    expect(mayRead(hint, document)).toBe(true)
  })

  const titled = (title: string, line: string, words: string) =>
    `<div class="comment"><h3 class="title">${title}</h3><p>${words}</p><p class="date">${line}</p></div>`

  it('takes a title for a title where the line says who wrote it', () => {
    const [thread] = read(
      page(
        titled('Not so', 'Posted by: Pell Ash, 27 Sep 2011 | 15:22', 'It was another boat, I think.') +
          titled('Why?', 'Posted by: marta2, 28 Sep 2011 | 05:41', 'Because it was green, was it not?'),
      ),
    )
    expect(
      thread?.comments.map(({ comment }) => [comment.author.name, comment.time.text, comment.time.local]),
    ).toEqual([
      ['Pell Ash', '27 Sep 2011 | 15:22', '2011-09-27T15:22'],
      ['marta2', '28 Sep 2011 | 05:41', '2011-09-28T05:41'],
    ])
  })

  it('takes no number of votes for a name', () => {
    const voted = (votes: number, words: string) =>
      `<div class="comment"><b class="user">${votes}</b> <span class="date">3 May 2025 10:00</span><div class="text">${words}</div></div>`
    expect(
      read(page(voted(6, 'The boat is blue, I am sure.') + voted(0, 'The boat is green, I am sure.'))),
    ).toEqual([])
  })

  it.each([
    "It is 85 outside, and Jonah's boat is in.",
    'Only 3 settings of the sail',
    '10 decisions to make',
  ])('takes no words for a time that begin like a month: %s', (words) => {
    const timeless = (name: string) =>
      `<div class="comment"><b class="author">${name}</b><p class="text">${words} ${name}.</p></div>`
    expect(read(page(timeless('Pell') + timeless('Marta')))).toEqual([])
  })

  it('leaves reviews alone', () => {
    const review = (name: string) =>
      `<div itemscope itemtype="https://schema.org/Review"><div class="comment"><b class="author">${name}</b> <span class="date">3 May 2025</span><div class="text">A good boat, said ${name}, and dry.</div></div></div>`
    expect(read(page(review('Pell') + review('Marta')))).toEqual([])
  })
})
