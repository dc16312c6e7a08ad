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
  /** Where the focus was when a clip was removed: the one that takes its place gets it. */
  const [removedAt, setRemovedAt] = useState<number | null>(null)
  const found = clips.findIndex(({ id }) => id === currentId)
  const at = found === -1 ? 0 : found

  useLayoutEffect(() => {
    if (removedAt === null || found !== -1) return
    setRemovedAt(null)
    const next = Math.min(removedAt, clips.length - 1)
    if (next < 0) onSearch()
    else articleOf(list.current, next)?.focus()
  }, [clips, removedAt])

  const remove = (clip: ListedClip) => {
    setRemovedAt(clips.indexOf(clip))
    actions.remove(clip)
  }

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
    else if (key.do === 'remove') remove(clip)
    else if (!inTrash) actions[key.do](clip)
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
              actions={onRead ? { ...actions, remove, read: onRead } : { ...actions, remove }}
              onCurrent={() => makeCurrent(clip)}
            />
          )
        })}
      </ul>
      {hasMore && <MoreButton onMore={onMore} />}
    </>
  )
}

/** Presses itself when it scrolls into sight; by keyboard it is a button like any other. */
const MoreButton = ({ onMore }: { onMore: () => void }) => {
  const button = useRef<HTMLButtonElement>(null)
  const latest = useRef(onMore)
  latest.current = onMore
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

/** Gives the focus to the clip that Tab would reach. */
export const focusList = (root: ParentNode): void => {
  root.querySelector<HTMLElement>('[data-clip][tabindex="0"]')?.focus()
}
