import type { ThreadPage } from './thread-page'

/** Somebody who is told of what comes and goes in a thread, and can be spared what we do ourselves. */
export type Watcher = { pause(): void; resume(): void }

/**
 * Makes a change that is no news to those who watch the thread: in a long one, hearing of every move takes as long as
 * the moves themselves.
 */
export const quietly = ({ watchers }: Pick<ThreadPage, 'watchers'>, change: () => void): void => {
  for (const watcher of watchers) watcher.pause()
  try {
    change()
  } finally {
    for (const watcher of watchers) watcher.resume()
  }
}
