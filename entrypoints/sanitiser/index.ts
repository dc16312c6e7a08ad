import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { sanitiseElement } from '@/utils/dom/html'

/** What this script leaves in the world that it shares with the reader. */
export type SanitiserWorld = typeof globalThis & { understorySanitise?: typeof sanitiseElement }

/** A third of the reader's weight, needed only by those who clip: it comes with the first clip of a page. */
export default defineUnlistedScript(() => {
  const world = globalThis as SanitiserWorld
  world.understorySanitise = sanitiseElement
})
