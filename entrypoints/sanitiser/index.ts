import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { parsePage, sanitiseElement, sanitiseToFragment } from '@/utils/dom/html'
import type { NewClip, SentClip } from '@/utils/messages/clip'
import { type ClipOrigin, captureComment, captureThread } from './capture'

/** What this script leaves in the world that it shares with the reader. */
export type SanitiserWorld = typeof globalThis & {
  understorySanitise?: typeof sanitiseElement
  understoryCapture?: {
    comment(origin: ClipOrigin, entry: number): NewClip
    thread(origin: ClipOrigin): SentClip
  }
  understoryPages?: { parsePage: typeof parsePage; sanitiseToFragment: typeof sanitiseToFragment }
}

/** A third of the reader's weight, needed only by those who clip or load more: it comes with the first of these. */
export default defineUnlistedScript(() => {
  const world = globalThis as SanitiserWorld
  world.understorySanitise = sanitiseElement
  world.understoryCapture = {
    comment: (origin, entry) => captureComment(origin, entry, sanitiseElement),
    thread: (origin) => captureThread(origin, sanitiseElement),
  }
  world.understoryPages = { parsePage, sanitiseToFragment }
})
