import { createInference } from '@/utils/conversation/infer'
import { builtIn } from '@/utils/sites/common/built-in'
import { platforms } from '@/utils/sites/common/platforms'
import { readPage } from '@/utils/sites/common/read-page'
import { buildThread } from '@/utils/thread/build-thread'
import { atOnce } from '@/utils/thread/in-slices'

export type ReadingTimes = {
  comments: number
  read: number
  build: number
  infer: number
  longestStep: number
}

/** Runs each stage once and says how long it took, in ms; `longestStep` is the longest stretch between two yields. */
export const timeReading = (): ReadingTimes => {
  const start = performance.now()
  const work = readPage(document, [...builtIn, ...platforms])
  let longestStep = 0
  let last = start
  let step = work.next()
  for (;;) {
    const now = performance.now()
    longestStep = Math.max(longestStep, now - last)
    last = now
    if (step.done) break
    step = work.next()
  }
  const read = performance.now() - start
  const plain = (step.value.threads[0]?.comments ?? []).map(({ comment }) => comment)
  const beforeBuild = performance.now()
  buildThread(plain)
  const afterBuild = performance.now()
  atOnce(createInference({ postText: '', languages: ['en'], hasMore: false, refused: new Set() }).read(plain))
  return {
    comments: plain.length,
    read,
    build: afterBuild - beforeBuild,
    infer: performance.now() - afterBuild,
    longestStep,
  }
}
