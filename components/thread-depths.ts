import type { ClippedThreadComment } from '@/utils/messages/clip'

/** The depth of each comment of a clipped thread; parents come before their replies, strangers stand at top level. */
export const threadDepths = (comments: Pick<ClippedThreadComment, 'nativeId' | 'parentId'>[]): number[] => {
  const depthOf = new Map<string, number>()
  return comments.map(({ nativeId, parentId }) => {
    const above = parentId === null ? undefined : depthOf.get(parentId)
    const depth = above === undefined ? 0 : above + 1
    depthOf.set(nativeId, depth)
    return depth
  })
}
