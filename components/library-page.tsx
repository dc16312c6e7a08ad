import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { rowOf } from '@/utils/clips/clip-row'
import type { Clip } from '@/utils/messages/clip'
import { ClipList, focusList } from './clip-list'
import { ClipReader } from './clip-reader'
import { counted } from './counted'
import { EmptyTrash, FirstRun, LibraryFailed, LibraryLoading, NothingFound } from './list-state'
import type { ClipActions, ListedClip } from './listed-clip'
import type { Found } from './popup-page'
import { SearchBox } from './search-box'
import { type Said, StatusLine } from './status-line'
import { useFocusOnOpen } from './use-focus-on-open'

export type LibraryView = 'clips' | 'trash'

export type LibraryPageProps = {
  view: LibraryView
  onView(view: LibraryView): void
  trashed: number
  query: string
  onQuery(query: string): void
  found: Found
  clipActions: ClipActions
  /** The clip in the reading pane, its whole content. */
  shown: Clip | null
  onShow(clip: ListedClip | null): void
  onMore(): void
  onRetry(): void
  onImport(file: File): void
  onExport(): void
  /** An import or export is under way. */
  isBusy: boolean
  said: Said
  now: Date
  optionsUrl: string
}

const hints: Record<LibraryView, string> = {
  clips: '↑↓ move · Enter open · C copy · Del delete · / search',
  trash: '↑↓ move · Del restore',
}

/** Two columns: the clip that has the focus is read beside the list. */
const isWide = (): boolean => matchMedia('(width > 46rem)').matches

/** The whole library page; everything it knows comes in, everything it does goes out. */
export const LibraryPage = (props: LibraryPageProps) => {
  const { view, query, onQuery, found, clipActions, shown, onShow, said } = props
  const input = useRef<HTMLInputElement>(null)
  const main = useRef<HTMLElement>(null)
  useFocusOnOpen(input)
  const focusSearch = () => input.current?.focus()
  const toList = () => main.current && focusList(main.current)
  const inTrash = view === 'trash'

  const list = (): ComponentChildren => {
    if (found.state === 'loading') return <LibraryLoading />
    if (found.state === 'failed') return <LibraryFailed error={found.error} onRetry={props.onRetry} />
    if (found.clips.length > 0)
      return (
        <ClipList
          key={view}
          clips={found.clips}
          query={query}
          now={props.now}
          actions={clipActions}
          hasMore={found.hasMore}
          onMore={props.onMore}
          onSearch={focusSearch}
          onCurrent={(clip) => isWide() && onShow(clip)}
          onRead={onShow}
          shownId={shown?.id ?? null}
          inTrash={inTrash}
        />
      )
    if (inTrash) return <EmptyTrash />
    return found.total === 0 ? <FirstRun /> : <NothingFound query={query} onClear={() => onQuery('')} />
  }

  return (
    <div class="library" data-reading={shown ? '' : undefined}>
      <LibraryHeader {...props}>
        {!inTrash && <SearchBox query={query} inputRef={input} onQuery={onQuery} onList={toList} />}
      </LibraryHeader>
      <StatusLine said={said} />
      <main ref={main} aria-busy={found.state === 'loading'}>
        {list()}
        {found.state === 'ready' && found.clips.length > 0 && <p class="hint">{hints[view]}</p>}
      </main>
      <aside aria-label="Reading">
        {shown ? (
          <ClipReader
            key={shown.id}
            clip={shown}
            actions={{
              copy: () => clipActions.copy(rowOf(shown, '')),
              remove: () => clipActions.remove(rowOf(shown, '')),
              close: () => {
                onShow(null)
                toList()
              },
            }}
          />
        ) : (
          <p class="sentence">Choose a clip to read it here.</p>
        )}
      </aside>
    </div>
  )
}

const LibraryHeader = (props: LibraryPageProps & { children: ComponentChildren }) => {
  const { view, onView, found, trashed, isBusy } = props
  const chooser = useRef<HTMLInputElement>(null)
  const total = found.state === 'ready' ? found.total : null
  return (
    <header class="library-head">
      <h1>Library</h1>
      {props.children}
      <nav aria-label="Shelves">
        <button type="button" aria-pressed={view === 'clips'} onClick={() => onView('clips')}>
          {view === 'clips' && total !== null ? counted(total, 'clip') : 'Clips'}
        </button>
        <button type="button" aria-pressed={view === 'trash'} onClick={() => onView('trash')}>
          Trash{trashed > 0 && ` ${trashed.toLocaleString('en')}`}
        </button>
      </nav>
      <p class="buttons">
        <input
          type="file"
          accept=".json,application/json"
          aria-label="Library file"
          hidden
          ref={chooser}
          onChange={(event) => {
            const field = event.currentTarget
            const file = field.files?.[0]
            // Emptied, so that the same file can be chosen again.
            if (file) props.onImport(file)
            field.value = ''
          }}
        />
        <button type="button" disabled={isBusy} onClick={() => chooser.current?.click()}>
          Import
        </button>
        <button type="button" disabled={isBusy} onClick={props.onExport}>
          Export
        </button>
        <a class="button" href={props.optionsUrl}>
          Options
        </a>
      </p>
    </header>
  )
}
