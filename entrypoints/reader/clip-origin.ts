import type { ThreadPage } from '@/utils/enhancements/common/thread-page'
import { buildThread } from '@/utils/thread/build-thread'
import type { Post } from '@/utils/thread/comment'
import type { ClipOrigin } from '../sanitiser/capture'

/** What clips are taken from, as the thread is now. Parts hang on the first, and so does what answers any of them. */
export const clipOrigin = (
  { comments, conversation, thread, parts, entryOf, pages }: ThreadPage,
  platform: string,
  post: Post,
): ClipOrigin => {
  const { links, partOf } = conversation
  const entries = comments.map(({ comment }, k) => {
    const parentId = partOf[k] ?? links[k]?.parentId ?? null
    const parent = parentId === null ? undefined : entryOf.get(parentId)
    return { id: comment.id, parentId: (parent === undefined ? null : partOf[parent]) ?? parentId }
  })
  const order = thread.peek().nodes.flatMap(({ entry }) => (entry < 0 ? [] : entry))
  return {
    read: { platform, post, comments },
    conversation,
    shown: buildThread(entries, order),
    parts,
    isPart: pages !== null,
  }
}
