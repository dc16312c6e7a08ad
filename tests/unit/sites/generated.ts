import type { Fixture } from './fixtures'

/** A page that is made rather than stored, with what is to be read of it. */
export type Generated = Pick<Fixture, 'name' | 'url' | 'source'> & {
  made: { id: string; parentId: string | null; author: string; text: string }[]
}

type Made = Generated['made']

/** The same numbers on every machine: a linear congruential generator, as in Numerical Recipes. */
const numbers = () => {
  let state = 20_200_229
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const people = ['Ann', 'Béla', 'Çiçek', 'דנה', 'منى', '花子', 'Zoë', 'O’Hara']
const phrases = ['Quite so.', 'Where was that?', 'I had not heard.', 'לא בטוח.', 'ليس بعد.', 'そうですね。']

/** A thread in words: each comment answers the one that `parentOf` names. */
const make = (count: number, id: (n: number) => string, parentOf: (n: number) => number | null): Made => {
  const pick = numbers()
  return Array.from({ length: count }, (_, n) => {
    const parent = parentOf(n)
    return {
      id: id(n),
      parentId: parent === null ? null : id(parent),
      author: people[pick(people.length)]!,
      text: `${phrases[pick(phrases.length)]} Number ${n + 1}.`,
    }
  })
}

/** In the order of reading, replies after what they answer; depth is bounded as WordPress bounds it. */
const bushy = (count: number): Made => {
  const pick = numbers()
  const open: number[] = []
  return make(
    count,
    (n) => `comment-${n + 1}`,
    (n) => {
      open.length = Math.min(open.length, pick(6))
      const parent = open.at(-1) ?? null
      open.push(n)
      return parent
    },
  )
}

const line = (count: number, id: (n: number) => string): Made =>
  make(count, id, (n) => (n === 0 ? null : n - 1))

const wordpress = (url: string, made: Made, language = 'en'): string => {
  const depths = new Map<string, number>()
  const open: string[] = []
  let items = ''
  for (const { id, parentId, author, text } of made) {
    const depth = parentId === null ? 1 : depths.get(parentId)! + 1
    depths.set(id, depth)
    while (open.length >= depth) items += `${open.pop()}`
    const begins = depth > 1 && open.length === depth - 1 && !open.at(-1)!.startsWith('</ol>')
    if (begins) {
      items += '<ol class="children">'
      open[open.length - 1] = '</ol></li>'
    }
    items += `<li id="${id}" class="comment even depth-${depth}"><article class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">${author}</b> <span class="says">says:</span></div><div class="comment-metadata"><a href="${url}#${id}"><time datetime="2020-02-29T10:00:00+00:00">29 February 2020 at 10:00 am</time></a></div></footer><div class="comment-content"><p>${text}</p></div></article>`
    open.push('</li>')
  }
  while (open.length > 0) items += open.pop()
  return `<html lang="${language}"><head><title>Generated</title></head><body><h1 class="entry-title">Generated</h1><div id="comments" class="comments-area"><h2 class="comments-title">${made.length} thoughts</h2><ol class="comment-list">${items}</ol></div></body></html>`
}

const dreamwidth = (made: Made): string => {
  const rows = made.map(
    ({ id, author, text }, index) =>
      `<div class="comment-thread comment-depth-${index + 1}"><div id="${id}" class="dwexpcomment" style="margin-left: ${index * 25}px"><div class="comment-wrapper visible full"><div class="comment"><span class="comment-poster"><span class="ljuser"><b>${author}</b></span></span><div class="comment-content">${text}</div></div></div></div></div>`,
  )
  return `<html lang="en"><head><title>Generated</title></head><body><div id="comments"><div class="inner">${rows.join('')}</div></div></body></html>`
}

const unknown = (made: Made): string => {
  const items = made.map(
    ({ author, text }, index) =>
      `<div class="comment" style="margin-left: ${(index % 4) * 20}px"><div class="head"><b class="author">${author} ${index}</b> <span class="date">3 May 2025 10:${10 + (index % 50)}</span></div><div class="text">${text}</div></div>`,
  )
  return `<html lang="en"><head><title>Generated</title></head><body><h1>Generated</h1><div id="comments">${items.join('')}</div></body></html>`
}

/** Pages that are too long to be kept: they are made anew for each run, always the same. */
export const generated = (): Generated[] => {
  const url = 'https://endless.example/2020/02/leap/'
  const many = bushy(3000)
  const deep = line(200, (n) => `comment-${n + 1}`)
  const rows = line(160, (n) => `cmt${n + 1}`)
  const guessed = make(
    300,
    (n) => String(n),
    (n) => (n % 4 === 0 ? null : n - 1),
  ).map((comment, n) => ({ ...comment, author: `${comment.author} ${n}` }))
  return [
    { name: 'wordpress--three-thousand', url, source: wordpress(url, many), made: many },
    { name: 'wordpress--200-deep', url, source: wordpress(url, deep, 'he'), made: deep },
    {
      name: 'dreamwidth--160-deep',
      url: 'https://endless.dreamwidth.org/1.html',
      source: dreamwidth(rows),
      made: rows,
    },
    {
      name: 'structure--three-hundred',
      url,
      source: unknown(
        guessed.map((comment, n) => ({ ...comment, author: comment.author.replace(` ${n}`, '') })),
      ),
      made: guessed,
    },
  ]
}
