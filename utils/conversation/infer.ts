import type { Comment } from '@/utils/thread/comment'
import type { Conversation, Link } from '@/utils/thread/conversation'
import { commenterOf } from './commenters'

const platformLink = ({ parentId }: Comment): Link | null =>
  parentId === null ? null : { parentId, kind: 'site', confidence: 1, evidence: [] }

/** Reads the conversation out of a thread's comments, given in page order. */
export const infer = (comments: readonly Comment[]): Conversation => ({
  links: comments.map(platformLink),
  commenters: comments.map(commenterOf),
})
