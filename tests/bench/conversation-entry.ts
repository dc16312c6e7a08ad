import { createInference } from '@/utils/conversation/infer'
import type { Comment } from '@/utils/thread/comment'

/** In ms, but for `references`, which are counted. */
export type InferenceTimes = {
  all: number
  longestStep: number
  /** The median of one more comment, nine times. */
  oneMore: number
  references: number
}

const starts =
  'We have|Nobody here ever|The harbour board|My neighbour|Every winter they|Some of us|The man at the gate|Our committee'.split(
    '|',
  )
const middles =
  'waited for the boat|counted the crates on the quay|asked for a new timetable|mended the roof of the shed|wrote to the council about drains|carried sand up the hill|heard that the mill was sold|planted beans beside the wall'.split(
    '|',
  )
const ends =
  'until it rained|and got no answer|which is what I expected|though the lamp was broken|before anybody was up|and that was the end of it|as my grandmother used to say|with the dog and two buckets'.split(
    '|',
  )
/** Numbers that look drawn by lot and are the same in every run. */
const lot = (seed: number, below: number): number => (Math.imul(seed + 1, 2_654_435_761) >>> 8) % below

const sentence = (seed: number): string =>
  `${starts[lot(seed, 8)]} ${middles[lot(seed * 3, 8)]} number${lot(seed * 7, 4000)} ${ends[lot(seed * 5, 8)]} since word${lot(seed * 11, 9000)}.`

const clockOf = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 61_000).toISOString().slice(0, 16)

const textOf = (n: number): string => {
  const said = Array.from({ length: 2 + lot(n, 7) }, (_, k) => sentence(n * 9 + k))
  const earlier = Math.max(0, n - 1 - lot(n, 40))
  if (n % 6 === 5) said.unshift(`@anon ${clockOf(earlier).slice(11)} you said it at 7:30 or 8:00.`)
  if (n % 9 === 4) said.unshift(`"${sentence(earlier * 9)}" Not so.\n`)
  if (n % 11 === 3) said.unshift(`Thanks, Reader${lot(n, 97)}, that’s it –`)
  if (n % 13 === 2) said.push(`\n\n– Wren${lot(n, 50)}`)
  return said.join(' ')
}

/** Threads as Blogger shows them: a tenth of the comments at top level, a quarter with an account. */
const threadOf = (count: number): Comment[] =>
  Array.from({ length: count }, (_, n): Comment => {
    const local = clockOf(n)
    const name = n % 4 === 0 ? `Reader${n % 97}` : null
    return {
      id: `c${n}`,
      parentId: n % 10 === 0 ? null : `c${n - (n % 10)}`,
      author: {
        name: name ?? 'Anonymous',
        profileUrl: name && `https://words.example/${name}`,
        isPostAuthor: false,
        isAnonymous: name === null,
      },
      time: { text: local.replace('T', ' '), instant: `${local}:00.000Z`, local },
      permalink: null,
      text: textOf(n),
      status: 'present',
    }
  })

const inferenceOf = () =>
  createInference({
    postText: sentence(1),
    languages: ['en'],
    hasMore: false,
    refused: new Set(),
  })

const threads = new Map<number, Comment[]>()

export const timeInference = (count: number): InferenceTimes => {
  const comments = threads.get(count) ?? threadOf(count)
  threads.set(count, comments)
  const { conversation, read } = inferenceOf()
  const start = performance.now()
  const work = read(comments)
  let longestStep = 0
  let last = start
  for (let isDone = false; !isDone; ) {
    isDone = work.next().done === true
    const now = performance.now()
    longestStep = Math.max(longestStep, now - last)
    last = now
  }
  const more = Array.from({ length: 9 }, (_, k) => {
    const before = performance.now()
    const one = read([{ ...comments[count - 1]!, id: `m${k}`, text: textOf(count + k) }])
    while (!one.next().done);
    return performance.now() - before
  })
  return {
    all: last - start,
    longestStep,
    oneMore: more.toSorted((a, b) => a - b)[4]!,
    references: conversation.references.reduce((sum, { length }) => sum + length, 0),
  }
}

/** The first reading in a page, when nothing has been compiled. */
export const timeFirst = (count: number): number => {
  const comments = threadOf(count)
  const start = performance.now()
  const work = inferenceOf().read(comments)
  while (!work.next().done);
  return performance.now() - start
}
