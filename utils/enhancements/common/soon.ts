import { afterPaint } from '@/utils/dom/after-paint'
import type { ThreadPage } from './thread-page'

/** From this many comments on, showing all of them another way takes longer than a reader should wait for an answer. */
const slowFrom = 80

/** Changes how all comments are shown; in a long thread what was pressed is seen first, and the comments follow. */
export const soon = (
  { document, comments }: Pick<ThreadPage, 'document' | 'comments'>,
  signal: AbortSignal,
  change: () => void,
): void => {
  if (comments.length < slowFrom) change()
  else afterPaint(document, () => signal.aborted || change())
}
