import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { elementsOf } from '@/utils/dom/comment-parts'
import { mayRead } from '@/utils/sites/common/may-read'
import type { ReadThread } from '@/utils/sites/common/site-adapter'
import { atOnce } from '@/utils/thread/in-slices'
import { allAdapters } from './all-adapters'
import { fixtures } from './fixtures'
import { asPre, show } from './shown'

type Mutation = {
  kind: 'drop' | 'double' | 'move' | 'cut' | 'attribute' | 'wrap'
  at: number
  to: number
  value: string
}

const hostile = [
  '',
  ' ',
  'c1',
  'body',
  'children',
  'javascript:alert(1)',
  '"><img onerror=x>',
  'comment',
  'comment-content',
  '\u0000',
  '９'.repeat(400),
  '../..#c0',
  '99:99',
  '\u202e9:31',
]

const mutations = fc.array(
  fc.record({
    kind: fc.constantFrom<Mutation['kind'][]>('drop', 'double', 'move', 'cut', 'attribute', 'wrap'),
    at: fc.nat(2000),
    to: fc.nat(2000),
    value: fc.constantFrom(...hostile),
  }),
  { maxLength: 12 },
)

/** Changes one element of the page; what it is depends on the page, so numbers count round. */
const mutate = ({ kind, at, to, value }: Mutation): void => {
  const all = [...document.querySelectorAll('body *')]
  const element = all[at % all.length]
  const other = all[to % all.length]
  if (!element || !other) return
  if (kind === 'drop') element.remove()
  else if (kind === 'double') element.after(element.cloneNode(true))
  else if (kind === 'move' && !element.contains(other)) other.append(element)
  else if (kind === 'cut') element.textContent = (element.textContent ?? '').slice(0, to % 40)
  else if (kind === 'attribute')
    element.setAttribute(['id', 'class', 'href', 'title', 'datetime', 'style'][to % 6] as string, value)
  else if (kind === 'wrap') {
    const form = document.createElement('form')
    element.replaceWith(form)
    form.append(element)
  }
}

const check = (threads: ReadThread[]): void => {
  for (const { comments, root, mount, pages } of threads) {
    for (const { url } of pages?.links ?? []) expect(url).toMatch(/^https?:/)
    expect(pages?.links.filter(({ isCurrent }) => isCurrent).length ?? 0).toBeLessThan(2)
    expect(pages?.links.some(({ isCurrent }) => !isCurrent) ?? true).toBe(true)
    const seen = new Set<string>()
    const elements = new Set<Element>()
    for (const { comment, parts } of comments) {
      expect(comment.id).not.toBe('')
      expect(seen.has(comment.id)).toBe(false)
      if (comment.parentId !== null) expect(seen.has(comment.parentId)).toBe(true)
      seen.add(comment.id)
      expect(elements.has(parts.element)).toBe(false)
      elements.add(parts.element)
      expect((mount?.with ?? document).contains(parts.element)).toBe(true)
      expect(root.contains(parts.element)).toBe(true)
      for (const part of [parts.header, parts.body, ...(parts.words ?? [])])
        expect(!part || elementsOf(parts).some((element) => element.contains(part))).toBe(true)
      // Drupal puts replies beside the comment.
      expect(!parts.replies || (mount?.with ?? root).contains(parts.replies)).toBe(true)
      for (const address of [comment.permalink, comment.author.profileUrl])
        expect(address ?? 'https:').toMatch(/^https?:/)
    }
  }
}

const readAll = (): ReadThread[] =>
  allAdapters.flatMap(({ adapter, hint }) => (mayRead(hint, document) ? atOnce(adapter.read(document)) : []))

describe('a damaged page', () => {
  it.each(fixtures().filter(({ isText }) => !isText))('$name never breaks the reading', ({ source, url }) => {
    fc.assert(
      fc.property(mutations, (list) => {
        show(source, url)
        list.forEach(mutate)
        const before = document.documentElement.outerHTML
        check(readAll())
        expect(document.documentElement.outerHTML).toBe(before)
      }),
      { numRuns: 25 },
    )
  })
})

describe('a damaged text', () => {
  it.each(fixtures().filter(({ isText }) => isText))('$name never breaks the reading', ({ source, url }) => {
    const lines = source.split('\n')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(lines.length), fc.constantFrom(...lines, ...hostile)), { maxLength: 10 }),
        (edits) => {
          const changed = [...lines]
          for (const [at, line] of edits) changed.splice(at, line.length % 2, line)
          show(asPre(changed.join('\n')), url)
          check(readAll())
        },
      ),
      { numRuns: 60 },
    )
  })
})
