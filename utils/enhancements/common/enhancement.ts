import type { ThreadPage } from './thread-page'

/** Runs once for each comment, by its entry; which comes first is not said. */
export type CommentHook = (entry: number) => void

/**
 * One thing that Understory adds to a thread. A file in `utils/enhancements/` exports one as `enhancement`;
 * the file's name is its id.
 */
export type Enhancement = {
  /** What the options page calls it. */
  title: string
  /** One sentence for the options page. */
  description: string
  /** The thread cannot be shown without it: there is no switch. */
  essential?: true
  /**
   * Starts on a page and leaves no trace of itself when the signal is aborted.
   * Returns what there is to do for each comment, which is then done in slices.
   */
  start(page: ThreadPage, signal: AbortSignal): CommentHook | undefined
}
