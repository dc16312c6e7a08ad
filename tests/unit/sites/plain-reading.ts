import type { PageReading } from '@/utils/sites/common/read-page'
import type { ReadThread } from '@/utils/sites/common/site-adapter'
import type { CommentTime } from '@/utils/thread/comment'

/** "li#c1.comment", as a selector would name it. */
const nameOf = (element: Element | null): string | null => {
  if (!element) return null
  const classes = element.className.trim().split(/\s+/).filter(Boolean)
  return [
    element.localName,
    ...(element.id ? [`#${element.id}`] : []),
    ...classes.map((name) => `.${name}`),
  ].join('')
}

const namesOf = (place: Element | readonly Element[] | null) =>
  place instanceof Element || place === null ? nameOf(place) : place.map(nameOf)

/** What is estimated depends on the clock: it is told in minutes before now. */
const plainTime = (time: CommentTime) =>
  time.estimated && time.instant
    ? { ...time, instant: `${Math.round((Date.now() - Date.parse(time.instant)) / 60_000)} minutes ago` }
    : time

const plainThread = ({ comments, root, mount, ...thread }: ReadThread) => ({
  ...thread,
  root: nameOf(root),
  ...(mount ? { replaces: nameOf(mount.replaces) } : {}),
  comments: comments.map(({ comment, parts: { except: _, ...parts } }) => ({
    ...comment,
    time: plainTime(comment.time),
    parts: Object.fromEntries(Object.entries(parts).map(([part, place]) => [part, namesOf(place)])),
  })),
})

/** What was read as JSON, with short names for elements. */
export const plainReading = ({ threads, doubts }: PageReading) => ({
  threads: threads.map(plainThread),
  doubts,
})
