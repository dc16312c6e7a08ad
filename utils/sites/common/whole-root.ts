import { commonAncestor } from './comment-reader'
import type { ReadThread } from './site-adapter'

/** The thread with a root that holds its replies, too, where those stand beside what they answer. */
export const withWholeRoot = (thread: ReadThread): ReadThread => {
  let { root } = thread
  for (const { parts } of thread.comments) root = commonAncestor(root, parts.element)
  return root === thread.root ? thread : { ...thread, root }
}
