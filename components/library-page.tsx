import type { ComponentChildren, RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { rowOf } from '@/utils/clips/clip-row'
import type { Clip } from '@/utils/messages/clip'
import { ClipList, currentRow } from './clip-list'
import { ClipReader } from './clip-reader'
import { counted } from './counted'
import { EmptyTrash, FirstRun, LibraryFailed, LibraryLoading, NothingFound } from './list-state'
import type { ClipActions, ListedClip } from './listed-clip'
import type { Found } from './popup-page'
import { SearchBox } from './search-box'
import { type Said, StatusLine } from './status-line'
import { useFocusKept } from './use-focus-kept'
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
  const shelf = useRef<HTMLButtonElement>(null)
  const row = () => currentRow(main.current)
  // The trash has no search box.
  useFocusKept(
    'main, aside, .status-line',
    row,
    () => input.current,
    () => shelf.current,
  )
  useFocusOnOpen(input)
  const focusSearch = () => input.current?.focus()
  const toList = () => row()?.focus()
  const inTrash = view === 'trash'

  const list = (): ComponentChildren => {
    if (found.state === 'loading') return <LibraryLoading />
    if (found.state === 'failed') return <LibraryFailed error={found.error} onRetry={props.onRetry} />
    if (found.clips.length > 0)
      return (
        <ClipList
          key={view}
          clips={found.clips}
          query={found.query ?? query}
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
      <LibraryHeader {...props} shelf={shelf}>
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

type HeaderProps = LibraryPageProps & {
  /** The button of the shelf that is shown. */
  shelf: RefObject<HTMLButtonElement | null>
  children: ComponentChildren
}

const LibraryHeader = (props: HeaderProps) => {
  const { view, onView, found, trashed, isBusy, shelf } = props
  const inTrash = view === 'trash'
  const chooser = useRef<HTMLInputElement>(null)
  const total = found.state === 'ready' ? found.total : null
  return (
    <header class="library-head">
      <h1>Library</h1>
      {props.children}
      <nav aria-label="Shelves">
        <button
          type="button"
          ref={inTrash ? null : shelf}
          aria-pressed={!inTrash}
          onClick={() => onView('clips')}
        >
          {!inTrash && total !== null ? counted(total, 'clip') : 'Clips'}
        </button>
        <button
          type="button"
          ref={inTrash ? shelf : null}
          aria-pressed={inTrash}
          onClick={() => onView('trash')}
        >
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
        {/* Not `disabled`: the one that was pressed would lose the focus. */}
        <button
          type="button"
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) chooser.current?.click()
          }}
        >
          Import
        </button>
        <button
          type="button"
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) props.onExport()
          }}
        >
          Export
        </button>
        <a class="button" href={props.optionsUrl}>
          Options
        </a>
      </p>
    </header>
  )
}
