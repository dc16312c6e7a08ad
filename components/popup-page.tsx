import { useRef } from 'preact/hooks'
import { ClipList, currentRow } from './clip-list'
import { counted } from './counted'
import { FirstRun, LibraryFailed, LibraryLoading, NothingFound } from './list-state'
import type { ClipActions, ListedClip } from './listed-clip'
import { type PageActions, PageHeader, type TabPage } from './page-header'
import { SearchBox } from './search-box'
import { type Said, StatusLine } from './status-line'
import { useFocusKept } from './use-focus-kept'
import { useFocusOnOpen } from './use-focus-on-open'

/** What the library has answered; while it opens, the rows of last time may stand in for it. */
export type Found =
  | { state: 'loading' }
  | { state: 'failed'; error: unknown }
  | {
      state: 'ready'
      clips: ListedClip[]
      total: number
      hasMore: boolean
      query?: string | undefined
      isOfLastTime?: boolean
    }

export type PopupPageProps = {
  page: TabPage
  pageActions: PageActions
  /** Whether clips of private windows are kept has to be answered first. */
  isAsking?: boolean
  query: string
  onQuery(query: string): void
  found: Found
  clipActions: ClipActions
  onMore(): void
  onRetry(): void
  said: Said
  now: Date
  libraryUrl: string
  optionsUrl: string
}

const hint = '↑↓ · Enter open · C copy · Del delete'

const countWords = (found: Found, query: string): string => {
  if (found.state !== 'ready' || found.total === 0) return ''
  if (query.trim() === '') return counted(found.total, 'clip')
  const listed = found.clips.length.toLocaleString('en')
  return `${found.hasMore ? 'more than ' : ''}${listed} of ${counted(found.total, 'clip')}`
}

/** The whole popup; everything it knows comes in, everything it does goes out. */
export const PopupPage = (props: PopupPageProps) => {
  const { page, pageActions, query, onQuery, found, clipActions, said, now } = props
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const row = () => currentRow(list.current)
  useFocusKept('main, .status-line', row, () => input.current)
  useFocusOnOpen(input)
  const focusSearch = () => input.current?.focus()
  const hasClips = found.state === 'ready' && found.clips.length > 0
  return (
    <>
      <PageHeader page={page} actions={pageActions} isAsking={props.isAsking} />
      <main>
        <div class="find">
          <SearchBox query={query} inputRef={input} onQuery={onQuery} onList={() => row()?.focus()} />
          <a class="button" href={props.libraryUrl} target="_blank" rel="noopener">
            Library
          </a>
        </div>
        <div class="list" ref={list} aria-busy={found.state === 'loading'}>
          {found.state === 'loading' && <LibraryLoading />}
          {found.state === 'failed' && <LibraryFailed error={found.error} onRetry={props.onRetry} />}
          {found.state === 'ready' && found.total === 0 && <FirstRun />}
          {found.state === 'ready' && found.total > 0 && !hasClips && (
            <NothingFound
              query={query}
              onClear={() => {
                onQuery('')
                focusSearch()
              }}
            />
          )}
          {hasClips && (
            <ClipList
              clips={found.clips}
              query={found.query ?? query}
              isOfLastTime={found.isOfLastTime}
              now={now}
              actions={clipActions}
              hasMore={found.hasMore}
              onMore={props.onMore}
              onSearch={focusSearch}
            />
          )}
        </div>
      </main>
      <StatusLine said={said} />
      <footer>
        <span class="count">{countWords(found, query)}</span>
        {hasClips && <span class="hint">{hint}</span>}
        <a href={props.optionsUrl} target="_blank" rel="noopener">
          Options
        </a>
      </footer>
    </>
  )
}
