import type { Comment } from '@/utils/thread/comment'

/** A nested thread shown as Blogger would show it, beside what it was. */
export type FlatThread = {
  name: string
  kind: string
  /** BCP 47. */
  languages: string[]
  /** Two levels; within a branch, replies are in order of time. */
  comments: Comment[]
  /** By comment: the id of its true parent; null at top level. */
  truth: (string | null)[]
  /** By comment: whether the page tells the true parent at all. */
  isTold: boolean[]
}

export type NestedThread = Pick<FlatThread, 'name' | 'kind' | 'languages' | 'comments'>

type Nested = { comment: Comment; depth: number; top: string }

const nested = (comments: readonly Comment[]): Nested[] => {
  const all = new Map<string, Nested>()
  for (const comment of comments) {
    const parent = comment.parentId === null ? undefined : all.get(comment.parentId)
    all.set(comment.id, {
      comment,
      depth: parent ? parent.depth + 1 : 0,
      top: parent ? parent.top : comment.id,
    })
  }
  return [...all.values()]
}

const timeOf = ({ time }: Comment): number => Date.parse(time.instant ?? time.local ?? '')

/** Blogger shows replies in the order in which they came. Hacker News counts its ids up, and rounds its times. */
const inTime = (replies: Nested[], kind: string): Nested[] => {
  const order = ({ comment }: Nested): number =>
    kind.startsWith('hn') ? Number(comment.id.replace(/\D/g, '')) : timeOf(comment)
  return replies.every((reply) => !Number.isNaN(order(reply)))
    ? replies.toSorted((a, b) => order(a) - order(b))
    : replies
}

/** Platforms without a limit to nesting. On all others, answers to the deepest level stand on that level themselves. */
const nestsFreely = (kind: string): boolean => /^(?:hn|dreamwidth)/.test(kind)

/** Flattens a nested thread; null where it has fewer than three levels. */
export const flatten = ({ name, kind, languages, comments }: NestedThread): FlatThread | null => {
  const entries = nested(comments)
  const deepest = Math.max(...entries.map(({ depth }) => depth))
  if (deepest < 2) return null
  const branches = Map.groupBy(entries, ({ top }) => top)
  const shown = [...branches.values()].flatMap(([top, ...replies]) => [top!, ...inTime(replies, kind)])
  const siblings = new Set<string | null>()
  return {
    name,
    kind,
    languages,
    comments: shown.map(({ comment, depth, top }) => ({ ...comment, parentId: depth === 0 ? null : top })),
    truth: shown.map(({ comment }) => comment.parentId),
    isTold: shown.map(({ comment: { parentId }, depth }) => {
      if (nestsFreely(kind) || depth < deepest) return true
      const isFirst = !siblings.has(parentId)
      siblings.add(parentId)
      return isFirst
    }),
  }
}

/** The same thread among people whom nothing tells apart. */
export const withoutNames = (thread: FlatThread): FlatThread => ({
  ...thread,
  comments: thread.comments.map((comment) => ({
    ...comment,
    author: { name: 'Anonymous', profileUrl: null, isPostAuthor: false, isAnonymous: true },
  })),
})
