import { expect, it } from 'vitest'
import { arrange } from '@/utils/thread/arrange'
import { buildThread } from '@/utils/thread/build-thread'
import { conversationOf, said } from './threads'

const page = [
  said('a 08:00 Ana: The boiler is cold, and has been since the frost.'),
  said('b<a 08:10 Bo: Have you looked at the valve?'),
  said('c<a 08:20 Cy: My roof leaks, too.'),
  { ...said('d<a 08:30 Ana: Yes, I have looked at the valve.'), answersId: 'c' },
]
const { links, partOf } = conversationOf(page)

it('what the platform says of who is answered is certain, also where it shows both in one list', () => {
  expect(links[3]).toMatchObject({ parentId: 'c', kind: 'site', confidence: 1 })
  // The words alone would have been taken for an answer to another one.
  const unsaid = conversationOf(page.map(({ answersId: _, ...comment }) => comment as (typeof page)[0]))
  expect(unsaid.links[3]).toMatchObject({ parentId: 'b' })
})

it('such a reply stays where it is in the original, and is beneath what it answers in the conversation', () => {
  const order = [0, 1, 2, 3]
  const thread = buildThread(page, order)
  const depths = (name: 'original' | 'conversation') =>
    arrange(name, thread, { comments: page, order, links, partOf }).placements.map(({ depth }) => depth)
  expect(depths('original')).toEqual([0, 1, 1, 1])
  expect(depths('conversation')).toEqual([0, 1, 1, 2])
})
