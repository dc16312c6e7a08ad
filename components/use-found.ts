import { useEffect, useMemo, useState } from 'preact/hooks'
import type { ClipDatabase, ClipRow } from '@/utils/clips/database'
import { createClipSearch } from '@/utils/clips/search-clips'
import { type Answer, findClips, findTrashed, showPlaces } from './library-queries'
import type { Found } from './popup-page'
import { useLiveQuery } from './use-live-query'

const pageSize = 50

/** The rows with the places of the words searched for, once these have been looked up. */
const usePlaces = (db: ClipDatabase, rows: ClipRow[] | undefined, query: string): ClipRow[] | undefined => {
  const [shown, setShown] = useState<{ of: ClipRow[]; rows: ClipRow[] }>()
  useEffect(() => {
    if (!rows) return
    let isStale = false
    showPlaces(db, rows, query)
      .then((withPlaces) => !isStale && setShown({ of: rows, rows: withPlaces }))
      // The beginnings of the clips are there already, and do as well.
      .catch(() => undefined)
    return () => {
      isStale = true
    }
  }, [db, rows, query])
  return shown?.of === rows ? shown?.rows : rows
}

export type Listing = { found: Found; answer: Answer | null; more(): void; retry(): void }

/** Follows what the library has for a query, or what is in the trash; the list grows by pages. */
export const useFound = (db: ClipDatabase, query: string, view: 'clips' | 'trash' = 'clips'): Listing => {
  const search = useMemo(() => createClipSearch(db), [db])
  const asked = `${view}\n${query}`
  const [pages, setPages] = useState({ asked, count: 1 })
  const [attempt, setAttempt] = useState(0)
  const limit = pageSize * (pages.asked === asked ? pages.count : 1)
  const live = useLiveQuery(
    async () => ({
      view,
      query,
      ...(await (view === 'trash' ? findTrashed(db, limit) : findClips(db, search, query, limit))),
    }),
    [db, search, view, query, limit, attempt],
  )
  // The words of all clips are read while the reader still thinks of one.
  const isOpen = live.state === 'ready'
  useEffect(() => {
    if (!isOpen) return
    const timer = setTimeout(() => void search.load().catch(() => undefined), 200)
    return () => clearTimeout(timer)
  }, [isOpen, search])
  const answer = live.state === 'ready' && live.value.view === view ? live.value : null
  const rows = usePlaces(db, answer?.rows, answer?.query ?? query)
  return {
    found: foundOf(live.state === 'failed' ? live : { state: 'loading' }, answer, rows),
    answer,
    more: () => setPages({ asked, count: limit / pageSize + 1 }),
    retry: () => setAttempt(attempt + 1),
  }
}

const foundOf = (otherwise: Found, answer: Answer | null, rows: ClipRow[] | undefined): Found =>
  answer && rows
    ? { state: 'ready', clips: rows, total: answer.living, hasMore: answer.hasMore, query: answer.query }
    : otherwise
