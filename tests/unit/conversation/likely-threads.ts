import type { Known } from '@/utils/conversation/likely-choices'
import { createScanner } from '@/utils/conversation/words'
import type { Comment } from '@/utils/thread/comment'
import type { Link } from '@/utils/thread/conversation'

/** A comment in few words: who wrote it (null for nobody), what, and below which top-level comment. */
export type Said = { by: string | null; text: string; below?: string; id?: string; minute?: number }

const commentOf = ({ by, text, below, id, minute }: Said, k: number): Comment => ({
  id: id ?? `c${k}`,
  parentId: below ?? null,
  author: { name: by, profileUrl: null, isPostAuthor: false, isAnonymous: by === null },
  time: {
    text: '',
    instant: new Date(Date.UTC(2021, 4, 1) + (minute ?? k * 7) * 60_000).toISOString(),
    local: null,
  },
  permalink: null,
  text,
  status: 'present',
})

const scan = createScanner()

/** A thread as likely links are read from it, when no reference is in it. */
export const knownOf = (said: readonly Said[]): Known => {
  const comments = said.map(commentOf)
  return {
    comments,
    words: comments.map(({ text }) => scan(text)),
    times: comments.map(({ time }) => Date.parse(time.instant ?? '')),
    links: comments.map(({ parentId }): Link | null =>
      parentId === null ? null : { parentId, kind: 'site', confidence: 1, evidence: [] },
    ),
    partOf: comments.map(() => null),
    commenters: said.map(({ by }) => (by === null ? null : { key: `name:${by}`, name: by })),
    references: comments.map(() => []),
  }
}
