import { signal } from '@preact/signals-core'
import { expect, it } from 'vitest'
import { createRefusals } from '@/utils/enhancements/common/refusals'
import type { Growth } from '@/utils/enhancements/common/thread-page'
import { conversationOf, said } from '../conversation/threads'

it('gives a comment back to what the platform says that it answers, not to what it is shown under', () => {
  const comments = [
    said('a 08:00: The lift is stuck.'),
    said('b<a 08:10: It always was.'),
    said('x 08:20: Take the stairs.'),
    { ...said('c<a 08:30: @08:20 with a pram?'), answersId: 'b' },
  ]
  const conversation = conversationOf(comments)
  expect(conversation.links[3]).toMatchObject({ parentId: 'x', kind: 'explicit' })
  const refuse = createRefusals({
    comments,
    conversation,
    entryOf: new Map(comments.map(({ id }, entry) => [id, entry])),
    parts: new Map(),
    refused: new Set(),
    growth: signal<Growth>({ from: 0, reread: new Set(), people: new Set() }),
    services: { rememberRefused: () => {} },
  })
  const putBack = refuse(3, 'x')
  expect(conversation.links[3]).toMatchObject({ parentId: 'b', kind: 'site' })
  putBack()
  expect(conversation.links[3]).toMatchObject({ parentId: 'x', kind: 'explicit' })
})
