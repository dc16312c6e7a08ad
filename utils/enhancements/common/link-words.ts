import type { CommentTime } from '@/utils/thread/comment'
import type { Link, LinkKind } from '@/utils/thread/conversation'
import { nameOf } from './comment-card'
import type { ThreadPage } from './thread-page'

/** A comment that is answered, and how that is known. */
export type Answered = { link: Link; parent: number }

/** What a comment answers, of what is on the page: its parent first. */
export const answeredBy = ({ conversation, entryOf }: ThreadPage, entry: number): Answered[] =>
  [conversation.links[entry], ...(conversation.alsoAnswers[entry] ?? [])].flatMap((link) => {
    const parent = link ? entryOf.get(link.parentId) : undefined
    return link && parent !== undefined ? [{ link, parent }] : []
  })

/** What joins a comment to the one that it answers. */
export const verbs: Record<LinkKind, string> = {
  site: 'in answer to',
  explicit: 'answers',
  likely: 'perhaps answers',
}

/** The displayed clock, as people refer to it; on another day, all that the page says of when. */
const clockBeside = (time: CommentTime, own: CommentTime): string => {
  const [day, clock] = time.local?.split('T') ?? []
  const words = clock && own.local?.startsWith(`${day}T`) ? clock : time.text
  return words ? `, ${words}` : ''
}

/** A name that is written from right to left does not turn what stands behind it, in a sentence of ours. */
const namedIn = (page: ThreadPage, entry: number): string =>
  nameOf(page, entry).replace(/^.*[\u0590-\u08ff].*$/, '\u2068$&\u2069')

const whenBeside = ({ comments }: ThreadPage, entry: number, parent: number): string =>
  clockBeside(comments[parent]!.comment.time, comments[entry]!.comment.time)

/** "Ana, 21:31": one comment, as it is called beside another. */
export const titleBeside = (page: ThreadPage, entry: number, parent: number): string =>
  namedIn(page, parent) + whenBeside(page, entry, parent)

/** How sure it is that a comment answers another, and why that is believed. */
export const whyOf = (page: ThreadPage, entry: number, { link, parent }: Answered): string =>
  page.explain(link, namedIn(page, parent), whenBeside(page, entry, parent))
