import type { ThreadPage } from './thread-page'

/** Runs once for each comment, by its entry; which comes first is not said. */
export type CommentHook = (entry: number) => void

/** What the options page says of an enhancement: its file exports it as `about`, so that no blog's page has to load it. */
export type About = {
  title: string
  /** One sentence. */
  description: string
}

/**
 * One thing that Understory adds to a thread. A file in `utils/enhancements/` exports one as `enhancement`;
 * the file's name is its id.
 */
export type Enhancement = {
  /** The thread cannot be shown without it: there is no switch. */
  essential?: true
  /**
   * Starts on a page and leaves no trace of itself when the signal is aborted.
   * Returns what there is to do for each comment, which is then done in slices.
   */
  start(page: ThreadPage, signal: AbortSignal): CommentHook | undefined
}
