import { createInference } from '@/utils/conversation/infer'
import type { Comment } from '@/utils/thread/comment'
import type { Conversation, ConversationContext } from '@/utils/thread/conversation'
import { atOnce } from '@/utils/thread/in-slices'
import { comment, named } from '../thread/sample'

/**
 * A comment in one line: "id<parent 21:31 Name: text". Parent and name may be missing; "-" for an anonymous name,
 * "2/21:31" for the second day.
 */
export const said = (line: string): Comment => {
  const found = /^(\w+)(?:<(\w+))? (?:(\d+)\/)?(\d\d:\d\d)(?: ([^:]+))?: (.*)$/s.exec(line)
  if (!found) throw new Error(`No comment: ${line}`)
  const [, id, parentId, day = '1', clock, name, text] = found
  const local = `2021-03-${day.padStart(2, '0')}T${clock}`
  return comment(id!, {
    parentId: parentId ?? null,
    ...(name && name !== '-' ? { author: named(name, `https://blog.example/people/${name}`) } : {}),
    time: { text: `${day} March 2021 at ${clock}`, instant: `${local}:00.000Z`, local },
    text: text!,
  })
}

export const context = (change: Partial<ConversationContext> = {}): ConversationContext => ({
  postText: '',
  languages: ['en'],
  hasMore: false,
  refused: new Set(),
  ...change,
})

export const conversationOf = (
  comments: readonly Comment[],
  change: Partial<ConversationContext> = {},
): Conversation => {
  const inference = createInference(context(change))
  atOnce(inference.read(comments))
  return inference.conversation
}

/** What the last comment points at: "words → targets", and its parent. */
export const lastOf = (comments: readonly Comment[], change: Partial<ConversationContext> = {}) => {
  const { references, links, alsoAnswers } = conversationOf(comments, change)
  return {
    references: references.at(-1)!.map(({ words, targets }) => `${words} → ${targets.join(' ')}`),
    parent: links.at(-1)?.parentId ?? null,
    link: links.at(-1)!,
    also: alsoAnswers.at(-1)!.map(({ parentId }) => parentId),
  }
}
