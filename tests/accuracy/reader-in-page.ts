import { plainText } from '@/utils/dom/plain-text'
import { readPage } from '@/utils/sites/common/read-page'
import type { Comment } from '@/utils/thread/comment'
import { atOnce } from '@/utils/thread/in-slices'
import { allAdapters } from '../unit/sites/all-adapters'
import { plainReading } from '../unit/sites/plain-reading'

/** A comment as the accuracy run compares it. */
export type SeenComment = {
  id: string
  depth: number
  author: string | null
  shownTime: string
  instant: string | null
  local: string | null
  text: string
}

export type SeenPage = { platforms: string[]; doubts: string[]; comments: SeenComment[]; changed: boolean }

/** Reads the page that this script was put into. */
export const seePage = (): SeenPage => {
  const before = document.documentElement.outerHTML
  const { threads, doubts } = atOnce(readPage(document, allAdapters))
  const changed = document.documentElement.outerHTML !== before
  const depths = new Map<string, number>()
  const comments = threads.flatMap(({ comments }) =>
    comments.map(({ comment: { id, parentId, author, time, text } }): SeenComment => {
      const depth = parentId === null ? 0 : (depths.get(parentId) ?? Number.NaN) + 1
      depths.set(id, depth)
      return {
        id,
        depth,
        author: author.name,
        shownTime: time.text,
        instant: time.instant,
        local: time.local,
        text,
      }
    }),
  )
  return { platforms: threads.map(({ platform }) => platform), doubts, comments, changed }
}

/** Reads the page as the unit tests do, for comparison with what they expect. */
export const readAsFixture = () => plainReading(atOnce(readPage(document, allAdapters)))

/** One thread of a page as the conversation is read out of it. */
export type WholeThread = {
  platform: string
  postText: string
  languages: string[]
  hasMore: boolean
  comments: Comment[]
}

/** Reads the page's threads with all that is known of each comment. */
export const readThreads = (): WholeThread[] => {
  const post = document.querySelector<HTMLElement>('.post-body, .entry-content')
  const postText = post ? plainText(post) : ''
  const { lang } = document.documentElement
  return atOnce(readPage(document, allAdapters)).threads.map(({ platform, hasMore, comments }) => ({
    platform,
    postText,
    languages: lang ? [lang] : [],
    hasMore: hasMore === true,
    comments: comments.map(({ comment }) => comment),
  }))
}
