import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { ClipItem } from './clip-item'
import { dayLabel } from './day-groups'
import { listKey } from './list-keys'
import type { ClipActions, ListedClip } from './listed-clip'

export type ClipListProps = {
  clips: ListedClip[]
  query: string
  now: Date
  actions: ClipActions
  /** There is more in the library than is listed. */
  hasMore: boolean
  onMore(): void
  /** The focus leaves the list upwards, or asks for the search box. */
  onSearch(): void
  /** The clip that the reader is at. */
  onCurrent?(clip: ListedClip): void
  /** The reader wants to read this clip as a whole. */
  onRead?(clip: ListedClip): void
  shownId?: string | null
  /** These rows stand in until the library has opened. */
  isOfLastTime?: boolean | undefined
  inTrash?: boolean
}

const articleOf = (list: HTMLElement | null, at: number): HTMLElement | undefined =>
  list?.querySelectorAll<HTMLElement>('[data-clip]')[at]

/** All clips found, newest first, under headings of days. The focus moves by arrows; Tab leaves the list. */
export const ClipList = (props: ClipListProps) => {
  const {
    clips,
    query,
    now,
    actions,
    isOfLastTime,
    hasMore,
    onMore,
    onSearch,
    onCurrent,
    onRead,
    shownId,
    inTrash = false,
  } = props
  const list = useRef<HTMLUListElement>(null)
  const name = isOfLastTime ? 'Loading' : 'Clips'
  const [currentId, setCurrentId] = useState<string | null>(null)
  /** When the current clip goes, the one that takes its place is current; another query begins at the top. */
  const place = useRef({ query, at: 0 })
  const found = clips.findIndex(({ id }) => id === currentId)
  if (found !== -1 || place.current.query !== query) place.current = { query, at: Math.max(found, 0) }
  const at = Math.min(place.current.at, clips.length - 1)

  const makeCurrent = (clip: ListedClip) => {
    if (clip.id === currentId) return
    setCurrentId(clip.id)
    onCurrent?.(clip)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const clip = clips[at]
    const key = listKey(event, at, clips.length)
    const isOnControl = event.target instanceof Element && event.target.closest('a, button') !== null
    if (!key || !clip || (isOnControl && key.do === 'open')) return
    event.preventDefault()
    if (key.do === 'move') {
      if (key.to === clips.length - 1 && hasMore) onMore()
      articleOf(list.current, key.to)?.focus()
    } else if (key.do === 'leave' || key.do === 'search') onSearch()
    else if (key.do === 'remove' || !inTrash) actions[key.do](clip)
  }

  const onClick = ({ target }: MouseEvent) => {
    const row = target instanceof Element && !target.closest('a, button') ? target.closest('li') : null
    const article = row?.querySelector<HTMLElement>('[data-clip]')
    if (!article) return
    // A row that was not painted yet takes the click itself; its clip is meant.
    if (target === row) article.focus()
    const clip = clips.find(({ id }) => id === article.dataset.clip)
    if (clip) onRead?.(clip)
  }

  let day = ''
  return (
    <>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one */}
      <ul class="clips" role="list" aria-label={name} ref={list} onKeyDown={onKeyDown} onClick={onClick}>
        {clips.map((clip, index) => {
          const label = dayLabel(clip.savedAt, now)
          const isNewDay = label !== day
          day = label
          return (
            <ClipItem
              key={clip.id}
              clip={clip}
              day={isNewDay ? label : null}
              query={query}
              isCurrent={index === at}
              isShown={clip.id === shownId}
              inTrash={inTrash}
              actions={onRead ? { ...actions, read: onRead } : actions}
              onCurrent={() => makeCurrent(clip)}
            />
          )
        })}
      </ul>
      {hasMore && (
        <MoreButton onMore={onMore} onGone={() => articleOf(list.current, clips.length - 1)?.focus()} />
      )}
    </>
  )
}

/** Presses itself when it scrolls into sight; by keyboard it is a button like any other. */
const MoreButton = ({ onMore, onGone }: { onMore: () => void; onGone: () => void }) => {
  const button = useRef<HTMLButtonElement>(null)
  const latest = useRef(onMore)
  latest.current = onMore
  const latestGone = useRef(onGone)
  latestGone.current = onGone
  useLayoutEffect(
    () => () => {
      // Who was at the button goes on at the clip above it, not at the current one, which may be far away.
      if (button.current && document.activeElement === button.current) latestGone.current()
    },
    [],
  )
  useEffect(() => {
    if (!button.current || typeof IntersectionObserver === 'undefined') return
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && latest.current(),
      { rootMargin: '400px' },
    )
    observer.observe(button.current)
    return () => observer.disconnect()
  }, [])
  return (
    <button type="button" class="quiet more" ref={button} onClick={onMore}>
      Show more
    </button>
  )
}

/** The clip that Tab would reach. */
export const currentRow = (root: ParentNode | null): HTMLElement | null | undefined =>
  root?.querySelector<HTMLElement>('[data-clip][tabindex="0"]')
