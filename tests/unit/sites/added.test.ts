import { describe, expect, it } from 'vitest'
import { type CommentParts, elementsOf } from '@/utils/dom/comment-parts'
import type { ReadComment, ReadThread } from '@/utils/sites/common/site-adapter'
import { atOnce } from '@/utils/thread/in-slices'
import { cutOut, elementsToCut } from './cut'
import { type Fixture, fixtures } from './fixtures'
import { readShown, showFixture } from './shown'

/** What may be left to a whole new reading: where rows only say how deep they are, or replies stand beside a comment. */
const needsOrder = /^(?:hacker-news|dreamwidth|drupal|structure)--/

const threadOf = (): ReadThread | undefined => readShown().threads[0]

/** Estimated times depend on the clock, and which of two comments with one id is the second on when they were read. */
const plain = ({ comment: { id, parentId, author, time, text, permalink } }: ReadComment) => ({
  id: id.replace(/~\d+$/, ''),
  parentId,
  author,
  time: time.estimated ? time.text : time,
  text,
  permalink,
})

const branchOf = ({ comments }: ReadThread, first: number): number[] => {
  const ids = new Set([comments[first]!.comment.id])
  const branch = [first]
  comments.forEach(({ comment }, k) => {
    if (k <= first || !ids.has(comment.parentId ?? '')) return
    ids.add(comment.id)
    branch.push(k)
  })
  return branch
}

type Cut = { thread: ReadThread; expected: ReturnType<typeof plain>[]; elements: Element[]; putBack(): void }

/** Reads a page without one of its comments and what answers it; undefined where nothing like that is in it. */
const cutPage = (
  fixture: Fixture,
  choose: (thread: ReadThread) => number,
  prepare?: () => void,
): Cut | undefined => {
  showFixture(fixture)
  prepare?.()
  const whole = threadOf()!
  const first = choose(whole)
  if (first < 0) return undefined
  const branch = branchOf(whole, first)
  const cut = branch.map((k) => whole.comments[k]!)
  const out = elementsToCut(whole, cut)
  const expected = cut.map(plain)
  const putBack = cutOut(out)
  const thread = threadOf()
  return thread && thread.root === whole.root ? { thread, expected, elements: out, putBack } : undefined
}

const last = ({ comments }: ReadThread): number => (comments.length > 1 ? comments.length - 1 : -1)

/** One that was answered, as far down the page as there is. */
const answered = ({ comments }: ReadThread): number => {
  const parents = new Set(comments.map(({ comment }) => comment.parentId))
  return comments.findLastIndex(({ comment }, k) => k > 0 && parents.has(comment.id))
}

const onlyReply = ({ comments }: ReadThread): number =>
  comments.findIndex(
    ({ comment: { parentId } }) =>
      parentId !== null && comments.filter(({ comment }) => comment.parentId === parentId).length === 1,
  )

const middle = ({ comments }: ReadThread): number => (comments.length > 2 ? 1 : -1)

const choices = { last, answered, onlyReply, middle }
type Choice = keyof typeof choices

/** As our arrangements do: all comments in one list, in another order. */
const rearrange = ({ comments, root }: ReadThread): void => {
  for (const { parts } of comments.toReversed())
    for (const one of elementsOf(parts)) (parts.list ?? root).append(one)
}

const growing = fixtures().filter((fixture) => {
  showFixture(fixture)
  return threadOf()?.readAdded !== undefined
})
const cases = growing.flatMap((fixture) =>
  (Object.keys(choices) as Choice[]).flatMap((choice) =>
    cutPage(fixture, choices[choice]) ? { fixture, choice, title: `${fixture.name}, ${choice}` } : [],
  ),
)

const platformsOf = (some: readonly Fixture[]) =>
  [...new Set(some.map(({ name }) => name.split('--')[0]))].sort()

it('what pages add can be read by itself wherever adapters know what it is', () => {
  expect(platformsOf(growing)).toEqual([
    'blogger',
    'blogger-unthreaded',
    'declared',
    'discourse',
    'disqus',
    'dreamwidth',
    'drupal',
    'ghost',
    'hacker-news',
    'spip',
    'stack-exchange',
    'structure',
    'substack',
    'typepad',
    'wordpress',
  ])
  expect(platformsOf(cases.map(({ fixture }) => fixture))).toEqual(platformsOf(growing))
})

describe.each(cases)('what was added: $title', ({ fixture, choice }) => {
  it('is read as in a whole reading, and once', () => {
    const { thread, expected, elements, putBack } = cutPage(fixture, choices[choice])!
    putBack()
    const added = atOnce(thread.readAdded!(elements.toReversed()))
    expect(added?.map(plain)).toEqual(expected)
    expect(atOnce(thread.readAdded!(elements))).toEqual([])
    expect(atOnce(thread.readAdded!([thread.root]))).toEqual([])
  })

  it('is read the same while the comments stand in another order, or left to a whole reading', () => {
    const { thread, expected, elements, putBack } = cutPage(fixture, choices[choice])!
    rearrange(thread)
    putBack()
    const added = atOnce(thread.readAdded!(elements))
    if (added === null) expect(fixture.name).toMatch(needsOrder)
    else expect(added.map(plain)).toEqual(expected)
  })
})

/** Counts what a reading asks of the document; walks over siblings and parents are what a look-up is. */
const touches = (act: () => void): number => {
  let count = 0
  const counted = new Map<object, [string, PropertyDescriptor][]>()
  for (const owner of [Node.prototype, Element.prototype, HTMLElement.prototype, Document.prototype]) {
    const own = Object.entries(Object.getOwnPropertyDescriptors(owner)).filter(
      ([name, { configurable }]) =>
        configurable &&
        /^(?:querySelector|querySelectorAll|getElements\w+|closest|matches|getAttribute|parentNode|\w+Sibling|first\w+)$/.test(
          name,
        ),
    )
    counted.set(owner, own)
    for (const [name, descriptor] of own) {
      const { get, value } = descriptor
      const tally = function (this: unknown, ...given: unknown[]) {
        count += 1
        return (get ?? value).apply(this, given)
      }
      Object.defineProperty(owner, name, { ...descriptor, ...(get ? { get: tally } : { value: tally }) })
    }
  }
  try {
    act()
  } finally {
    for (const [owner, own] of counted)
      for (const [name, descriptor] of own) Object.defineProperty(owner, name, descriptor)
  }
  return count
}

/** The first words within an element. */
const firstWords = (element: Element | null | undefined): Text | null => {
  const walker = element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (walker?.nextNode())
    if (/\S/.test((walker.currentNode as Text).data)) return walker.currentNode as Text
  return null
}

/** Makes a thread longer, before its last comment is added: one of the first, again and again, in other words. */
const lengthen = (times: number) => (): void => {
  const { comments } = threadOf()!
  const holdsNone = ({ element }: CommentParts) =>
    !comments.some(({ parts }) => parts.element !== element && element.contains(parts.element))
  const { parts } = comments.find((one) => holdsNone(one.parts)) ?? comments[0]!
  const elements = elementsOf(parts)
  const place = elements[0]!
  const words = firstWords(parts.words?.[0] ?? parts.body)
  const said = words?.data
  for (let n = 0; n < times; n++) {
    if (words) words.data = `Number ${n}: ${said}`
    for (const element of elements) place.before(element.cloneNode(true))
  }
  if (words) words.data = said!
}

describe.each(growing.filter(({ name }) => !/duplicate|hostile|malformed/.test(name)))('$name', (fixture) => {
  it('costs the same for one more comment, however long the thread is', () => {
    const costs = [3, 63].map((times) => {
      const cut = cutPage(fixture, last, lengthen(times))
      // Without it, the thread would be another one.
      if (!cut) return 0
      cut.putBack()
      let added: ReadComment[] | null = null
      const cost = touches(() => {
        added = atOnce(cut.thread.readAdded!(cut.elements))
      })
      expect(added).toHaveLength(cut.expected.length)
      return cost
    })
    expect(costs[1]).toBe(costs[0])
  })

  // Blogger's own threads are never on several pages.
  if (fixture.name.startsWith('blogger--')) return
  it('leaves out what Understory itself has put there', () => {
    showFixture(fixture)
    const thread = threadOf()!
    const loaded = thread.comments[0]!.parts.element.cloneNode(true) as HTMLElement
    loaded.setAttribute('data-understory-loaded', '')
    thread.comments[0]!.parts.element.before(loaded)
    expect(atOnce(thread.readAdded!([loaded, loaded.parentElement!]))).toEqual([])
  })
})
