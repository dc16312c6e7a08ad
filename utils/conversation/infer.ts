import type { Comment } from '@/utils/thread/comment'
import type { ConversationContext, Inference, Link } from '@/utils/thread/conversation'
import { commenterOf } from './commenters'

const platformLink = ({ parentId }: Comment): Link | null =>
  parentId === null ? null : { parentId, kind: 'site', confidence: 1, evidence: [] }

const nothing: readonly never[] = []

/** Reads the conversation out of a thread's comments, as they come in. */
export const createInference = (_context: ConversationContext): Inference => {
  const conversation: Inference['conversation'] = {
    links: [],
    alsoAnswers: [],
    references: [],
    commenters: [],
    partOf: [],
  }
  return {
    conversation,
    *read(comments) {
      for (const [k, comment] of comments.entries()) {
        conversation.links.push(platformLink(comment))
        conversation.alsoAnswers.push(nothing)
        conversation.references.push(nothing)
        conversation.commenters.push(commenterOf(comment))
        conversation.partOf.push(null)
        if (k % 32 === 31) yield
      }
      return new Set()
    },
  }
}
