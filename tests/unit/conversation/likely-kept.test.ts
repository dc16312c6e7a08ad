import { describe, expect, it } from 'vitest'
import { createInference } from '@/utils/conversation/infer'
import type { Comment } from '@/utils/thread/comment'
import { atOnce } from '@/utils/thread/in-slices'
import { context, conversationOf, said } from './threads'

/** Ida asks, Bo answers, Ida asks Bo: that the last answers "b" is likely, by the order of speakers. */
const page = [
  said('a 08:00 Ida: Has anybody repaired the sluice at the old mill?'),
  said('b<a 09:00 Bo: The council wanted to repair it, in spring.'),
  said('c<a 09:30 Ida: And did they come to repair it in spring?'),
]
const older = said('o 08:30 Cleo: The mill was sold.')
const linkOf = (comments: readonly Comment[], id: string, refused: readonly string[] = []) => {
  const { links } = conversationOf(comments, { refused: new Set(refused) })
  return links[comments.findIndex((comment) => comment.id === id)]
}

describe('a likely link', () => {
  it('stays when comments are given late that were there before', () => {
    const inference = createInference(context())
    atOnce(inference.read(page))
    const before = inference.conversation.links[2]
    expect(before).toMatchObject({ kind: 'likely', parentId: 'b' })
    expect([...atOnce(inference.read([older]))]).toEqual([])
    expect(inference.conversation.links[2]).toEqual(before)
  })

  it('gives way to a reference that finds its comment only then', () => {
    const asking = page.map((comment) =>
      comment.id === 'c' ? { ...comment, text: `@08:30 no. ${comment.text}` } : comment,
    )
    const inference = createInference(context())
    atOnce(inference.read(asking))
    expect(inference.conversation.links[2]).toMatchObject({ kind: 'likely', parentId: 'b' })
    expect([...atOnce(inference.read([older]))]).toEqual([2])
    expect(inference.conversation.links[2]).toMatchObject({ kind: 'explicit', parentId: 'o' })
  })

  it('that the reader refused leaves the comment where it is, unless another is as likely without it', () => {
    expect(linkOf(page, 'c', ['c b'])).toMatchObject({ kind: 'site', parentId: 'a' })
    const twoTalks = [
      ...page.slice(0, 2),
      said('d<a 09:10 Cleo: The lock keeper has repaired the sluice gate of the old mill himself.'),
      said('e<a 09:30 Ida: Did the lock keeper have the council repair the sluice gate himself, in spring?'),
    ]
    expect(linkOf(twoTalks, 'e')).toMatchObject({ kind: 'likely', parentId: 'd' })
    const next = linkOf(twoTalks, 'e', ['e d'])
    expect(next).toMatchObject({ kind: 'likely', parentId: 'b' })
    expect(next!.confidence).toBeGreaterThanOrEqual(0.65)
    expect(linkOf(twoTalks, 'e', ['e d', 'e b'])).toMatchObject({ kind: 'site', parentId: 'a' })
  })
})
