import { useCallback, useState } from 'preact/hooks'
import { LibraryPage, type LibraryView } from '@/components/library-page'
import type { ListedClip } from '@/components/listed-clip'
import type { Said } from '@/components/status-line'
import { useClipActions } from '@/components/use-clip-actions'
import { useFound } from '@/components/use-found'
import { useLiveQuery } from '@/components/use-live-query'
import { browser } from '@/utils/browser'
import { clipDatabase, readClip } from '@/utils/clips/database'
import { useTransfer } from './use-transfer'

/** The library, joined to the database and the background. */
export const Library = () => {
  const db = clipDatabase()
  const [view, setView] = useState<LibraryView>('clips')
  const [query, setQuery] = useState('')
  const [said, setSaid] = useState<Said>(null)
  const [shownId, setShownId] = useState<string | null>(null)
  const { found, answer, more, retry } = useFound(db, query, view)
  const clipActions = useClipActions(db, setSaid, view === 'trash')
  const { isBusy, importFrom, exportAll } = useTransfer(db, setSaid)
  const shown = useLiveQuery(
    async () => (shownId === null ? undefined : readClip(db, shownId)),
    [db, shownId],
  )
  const clip = shown.state === 'ready' && shown.value?.id === shownId ? shown.value : null
  // A clip that was deleted, or taken back, is no longer on this shelf.
  const isOnShelf = clip !== null && (clip.deletedAt !== null) === (view === 'trash')

  const show = useCallback((listed: ListedClip | null) => setShownId(listed?.id ?? null), [])

  return (
    <LibraryPage
      view={view}
      onView={(next) => {
        setView(next)
        setQuery('')
        setShownId(null)
        setSaid(null)
      }}
      trashed={answer?.trashed ?? 0}
      query={query}
      onQuery={setQuery}
      found={found}
      clipActions={clipActions}
      shown={isOnShelf ? clip : null}
      onShow={show}
      onMore={more}
      onRetry={retry}
      onImport={importFrom}
      onExport={exportAll}
      isBusy={isBusy}
      said={said}
      now={new Date()}
      optionsUrl={browser.runtime.getURL('/options.html')}
    />
  )
}
