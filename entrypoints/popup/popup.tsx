import { useCallback, useEffect, useState } from 'preact/hooks'
import { keepFirstRows, readFirstRows } from '@/components/first-rows'
import { type Found, PopupPage } from '@/components/popup-page'
import type { Said } from '@/components/status-line'
import { useClipActions } from '@/components/use-clip-actions'
import { useFound } from '@/components/use-found'
import { browser } from '@/utils/browser'
import { clipDatabase } from '@/utils/clips/database'
import { useTabPage } from './use-tab-page'

/** Until the database has opened, the rows of last time stand in for it. */
const rowsOfLastTime = (): Found => {
  const first = readFirstRows(localStorage)
  if (!first) return { state: 'loading' }
  return { state: 'ready', isOfLastTime: true, clips: first.rows, total: first.living, hasMore: false }
}

/** The popup, joined to the tab, the library and the background. */
export const Popup = () => {
  const db = clipDatabase()
  const [query, setQuery] = useState('')
  const [said, setSaid] = useState<Said>(null)
  const [now] = useState(() => new Date())
  const [lastTime] = useState(rowsOfLastTime)
  const { page, actions, isAsking } = useTabPage(setSaid)
  const { found, answer, more, retry } = useFound(db, query)
  const clipActions = useClipActions(db, setSaid)

  useEffect(() => {
    if (answer && query === '') keepFirstRows(localStorage, answer)
  }, [answer, query])

  const search = useCallback((words: string) => {
    setQuery(words)
    setSaid(null)
  }, [])

  return (
    <PopupPage
      page={page}
      pageActions={actions}
      isAsking={isAsking}
      query={query}
      onQuery={search}
      found={found.state === 'loading' && query === '' ? lastTime : found}
      clipActions={clipActions}
      onMore={more}
      onRetry={retry}
      said={said}
      now={now}
      libraryUrl={browser.runtime.getURL('/library.html')}
      optionsUrl={browser.runtime.getURL('/options.html')}
    />
  )
}
