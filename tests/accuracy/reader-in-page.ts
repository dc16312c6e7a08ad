import { adaptersFor } from '@/utils/sites/common/registry'
import { readPage } from '@/utils/sites/common/read-page'
import { buildThread } from '@/utils/thread/build-thread'
import { atOnce } from '@/utils/thread/in-slices'

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
  const { threads, doubts } = atOnce(readPage(document))
  const changed = document.documentElement.outerHTML !== before
  const depths = new Map<string, number>()
  const comments = threads.flatMap(({ comments }) =>
    comments.map(({ comment: { id, parentId, author, time, text } }): SeenComment => {
      const depth = parentId === null ? 0 : (depths.get(parentId) ?? Number.NaN) + 1
      depths.set(id, depth)
      return { id, depth, author: author.name, shownTime: time.text, instant: time.instant, local: time.local, text }
    }),
  )
  return { platforms: threads.map(({ platform }) => platform), doubts, comments, changed }
}

/** Milliseconds for recognising, reading and building, over several rounds: the quickest and the middle one. */
export const timeReading = (rounds: number) => {
  const took: { hint: number; read: number; build: number; longestSlice: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    adaptersFor(document)
    const hinted = performance.now()
    let longestSlice = 0
    const reading = readPage(document)
    let last = performance.now()
    let step = reading.next()
    for (;;) {
      const now = performance.now()
      longestSlice = Math.max(longestSlice, now - last)
      last = now
      if (step.done) break
      step = reading.next()
    }
    const read = performance.now()
    const comments = step.value.threads.flatMap((thread) => thread.comments.map(({ comment }) => comment))
    buildThread(comments)
    took.push({ hint: hinted - start, read: read - hinted, build: performance.now() - read, longestSlice })
  }
  const sum = (t: (typeof took)[number]) => t.hint + t.read + t.build
  const sorted = [...took].sort((a, b) => sum(a) - sum(b))
  return { first: took[0], quickest: sorted[0], middle: sorted[Math.floor(rounds / 2)] }
}
