import { describe, expect, it } from 'vitest'
import { elementsOf } from '@/utils/dom/comment-parts'
import type { ReadComment, ReadThread } from '@/utils/sites/common/site-adapter'
import { atOnce } from '@/utils/thread/in-slices'
import { cutOut, elementsToCut } from './cut'
import { type Fixture, fixtures } from './fixtures'
import { readShown, showFixture } from './shown'

/** So many times comments are taken away from either end of a page. */
const mostCut = 9

const threadOf = (): ReadThread | undefined => readShown().threads[0]

/** Which of two comments with one id is the second depends on when they were read. */
const idOf = (id: string | null) => id?.replace(/~\d+$/, '') ?? null

/** All that was read of a comment, with the very elements it stands in; estimated times depend on the clock. */
const told = ({ comment, parts }: ReadComment) => ({
  ...comment,
  id: idOf(comment.id),
  parentId: idOf(comment.parentId),
  time: comment.time.estimated ? comment.time.text : comment.time,
  element: parts.element,
  header: parts.header,
  body: parts.body,
  words: parts.words,
  elements: elementsOf(parts),
})

const inDocumentOrder = (comments: readonly ReadComment[]) =>
  comments.toSorted((a, b) =>
    a.parts.element.compareDocumentPosition(b.parts.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  )

/** The elements of one comment come together, a list with all that is in it. */
const burstsOf = (elements: readonly Element[], cut: readonly ReadComment[]): Element[][] => {
  const bursts = new Map<unknown, Element[]>()
  for (const element of elements) {
    const owner = cut.find(({ parts }) => elementsOf(parts).some((own) => own === element)) ?? element
    bursts.set(owner, [...(bursts.get(owner) ?? []), element])
  }
  return [...bursts.values()]
}

/** How a thread grew: by readings of what came in alone, or not. */
type Outcome = 'grown' | 'read again' | 'another thread'

/** Chooses comments of a thread, in document order, to be taken away. */
type Choose = (comments: readonly ReadComment[]) => ReadComment[]

const lastOnes =
  (count: number): Choose =>
  (comments) =>
    comments.slice(-count)

/** One, and what stands under it or answers it. */
const branchAt =
  (place: number): Choose =>
  (comments) => {
    const ids = new Set<string | null>([comments[place]!.comment.id])
    return comments.filter(({ comment }) => {
      if (ids.has(comment.parentId) || (comment.answersId && ids.has(comment.answersId))) ids.add(comment.id)
      return ids.has(comment.id)
    })
  }

/** Takes comments of a page away and puts them back, all at once or one after the other. */
const grow = (fixture: Fixture, choose: Choose, isOneByOne: boolean): Outcome => {
  showFixture(fixture)
  const whole = threadOf()!
  const expected = inDocumentOrder(whole.comments)
  const cut = choose(expected)
  const elements = elementsToCut(whole, cut)
  const bursts = isOneByOne ? burstsOf(elements, cut) : [elements]
  const putBack = bursts.map(cutOut)
  const thread = threadOf()
  const isSame =
    thread?.platform === whole.platform &&
    thread.root === whole.root &&
    thread.comments.length === whole.comments.length - cut.length
  if (!isSame) return 'another thread'
  if (!thread.readAdded) return 'read again'
  const comments = [...thread.comments]
  for (const [nth, burst] of bursts.entries()) {
    putBack[nth]!()
    const added = atOnce(thread.readAdded(burst))
    if (added === null) return 'read again'
    comments.push(...added)
  }
  expect(inDocumentOrder(comments).map(told)).toEqual(expected.map(told))
  return 'grown'
}

const pages = fixtures().filter((fixture) => {
  showFixture(fixture)
  return !fixture.isText && (threadOf()?.comments.length ?? 0) > 1
})

describe('a thread that grew', () => {
  const fellBack: Record<string, string> = {}
  const platforms = new Set<string>()

  it.each(pages)('$name is the thread that is read whole', (fixture) => {
    showFixture(fixture)
    const { length } = threadOf()!.comments
    const outcomes: Outcome[] = []
    for (let n = 1; n < Math.min(length, mostCut); n += 1)
      for (const choose of [lastOnes(n), branchAt(n), branchAt(length - n)])
        for (const isOneByOne of [false, true]) outcomes.push(grow(fixture, choose, isOneByOne))
    const tried = outcomes.filter((outcome) => outcome !== 'another thread')
    const again = tried.filter((outcome) => outcome === 'read again').length
    if (again > 0) fellBack[fixture.name] = `${again} of ${tried.length}`
    if (tried.length > again) platforms.add(fixture.name.split('--')[0]!)
  })

  it('is read by what came in alone on every platform', () => {
    expect([...platforms].sort()).toEqual([...new Set(pages.map(({ name }) => name.split('--')[0]!))].sort())
  })

  it('is read whole once more only where nothing else can tell', () => {
    expect(fellBack).toEqual({})
  })
})
