import { liveQuery } from 'dexie'
import { useEffect, useState } from 'preact/hooks'

/** What a query has said so far; while it runs again, the last answer stays. */
export type Live<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: unknown; value?: T }

/** Follows a Dexie query: asks again when the tables it read change, and when `dependencies` change. */
export const useLiveQuery = <T>(query: () => Promise<T>, dependencies: unknown[]): Live<T> => {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' })
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: (value) => setLive({ state: 'ready', value }),
      error: (error: unknown) =>
        setLive((before) => ({
          state: 'failed',
          error,
          ...(before.state !== 'loading' && before.value !== undefined ? { value: before.value } : {}),
        })),
    })
    return () => subscription.unsubscribe()
  }, dependencies)
  return live
}
