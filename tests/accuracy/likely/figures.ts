import { likelyParents } from '@/utils/conversation/likely'
import { createChoices } from '@/utils/conversation/likely-choices'
import type { Model } from '@/utils/conversation/likely-model'
import { atOnce } from '@/utils/thread/in-slices'
import { knownFrom } from './fit'
import type { FlatThread } from './flatten'

/** What can be said of one reply whose true parent is told, and which no reference places. */
export type Reply = {
  isMoved: boolean
  /** Null where no link is claimed. */
  claim: { isRight: boolean; kinds: string[] } | null
  /** Null where the comment before it in the branch is the top. */
  isPreviousRight: boolean | null
}

/** Reads a flattened thread with a model, through the code of the product. */
export const repliesOf = (thread: FlatThread, model: Model, known = knownFrom(thread)): Reply[] => {
  const links = atOnce(likelyParents(known, 0, createChoices(model)))
  return thread.comments.flatMap(({ parentId }, k): Reply[] => {
    if (parentId === null || !thread.isTold[k] || known.links[k]?.kind === 'explicit') return []
    const truth = thread.truth[k]
    const previous = thread.comments[k - 1]!
    const link = links[k]
    return [
      {
        isMoved: truth !== parentId,
        claim: link
          ? {
              isRight: link.parentId === truth,
              kinds: [...new Set(link.evidence.map(({ kind }) => kind))],
            }
          : null,
        isPreviousRight: previous.id === parentId ? null : previous.id === truth,
      },
    ]
  })
}

export type Figures = {
  replies: number
  /** Replies that flattening took from their parent. */
  moved: number
  claims: number
  right: number
  previousClaims: number
  previousRight: number
  /** Replies that stand beneath their true parent: with the claims, beneath the top, beneath the previous. */
  placed: number
  placedByTop: number
  placedByPrevious: number
}

export const figuresOf = (replies: readonly Reply[]): Figures => {
  const count = (is: (reply: Reply) => boolean): number => replies.filter(is).length
  return {
    replies: replies.length,
    moved: count(({ isMoved }) => isMoved),
    claims: count(({ claim }) => claim !== null),
    right: count(({ claim }) => claim?.isRight === true),
    previousClaims: count(({ isPreviousRight }) => isPreviousRight !== null),
    previousRight: count(({ isPreviousRight }) => isPreviousRight === true),
    placed: count(({ claim, isMoved }) => (claim ? claim.isRight : !isMoved)),
    placedByTop: count(({ isMoved }) => !isMoved),
    placedByPrevious: count(({ isPreviousRight, isMoved }) => isPreviousRight ?? !isMoved),
  }
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`

const columns = (rows: string[][]): string => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, n) => (n === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[n]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** One row a page or platform: the claims beside the two baselines. */
export const table = (rows: readonly (readonly [string, readonly Reply[]])[]): string =>
  columns([
    [
      '',
      'replies',
      'moved',
      'claims',
      'right',
      'precision',
      'recall',
      'previous: precision',
      'recall',
      'in place: ours',
      'top',
      'previous',
    ],
    ...rows.map(([name, replies]) => {
      const all = figuresOf(replies)
      return [
        name,
        String(all.replies),
        String(all.moved),
        String(all.claims),
        String(all.right),
        percent(all.right, all.claims),
        percent(all.right, all.moved),
        percent(all.previousRight, all.previousClaims),
        percent(all.previousRight, all.moved),
        percent(all.placed, all.replies),
        percent(all.placedByTop, all.replies),
        percent(all.placedByPrevious, all.replies),
      ]
    }),
  ])

/** One row a kind of evidence; a claim counts under each kind that it has. */
export const tableOfKinds = (replies: readonly Reply[]): string => {
  const claims = replies.flatMap(({ claim }) => claim ?? [])
  const moved = replies.filter(({ isMoved }) => isMoved).length
  const kinds = [...new Set(claims.flatMap((claim) => claim.kinds))].sort()
  return columns([
    ['evidence', 'claims', 'right', 'precision', 'recall'],
    ...kinds.map((kind) => {
      const own = claims.filter((claim) => claim.kinds.includes(kind))
      const right = own.filter(({ isRight }) => isRight).length
      return [kind, String(own.length), String(right), percent(right, own.length), percent(right, moved)]
    }),
  ])
}
