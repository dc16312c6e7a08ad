/** A slice of work ends after this many milliseconds, so that the page can paint and answer in between. */
const sliceMs = 6

type Scheduler = { yield?: () => Promise<void> }

/** Resolves when the browser has had its turn. */
const breathe = (): Promise<void> => {
  const { scheduler } = globalThis as { scheduler?: Scheduler }
  if (scheduler?.yield) return scheduler.yield()
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

/**
 * Runs a generator to its end in slices of a few milliseconds.
 * @throws the signal's reason, when it is aborted between two slices
 */
export const inSlices = async <T>(work: Generator<void, T>, signal: AbortSignal): Promise<T> => {
  for (;;) {
    signal.throwIfAborted()
    const end = performance.now() + sliceMs
    do {
      const { done, value } = work.next()
      if (done) return value as T
    } while (performance.now() < end)
    await breathe()
  }
}

/** Runs a generator to its end at once: for tests and for small amounts of work. */
export const atOnce = <T>(work: Generator<void, T>): T => {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value as T
  }
}
