import { effect } from '@preact/signals-core'

/** Runs `react` now and whenever a signal that it reads changes, until the page is given back. */
export const follow = (signal: AbortSignal, react: () => void): void => {
  const stop = effect(react)
  signal.addEventListener('abort', stop)
}
