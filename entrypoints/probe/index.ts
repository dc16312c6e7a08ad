import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { countElements } from '@/utils/dom/unclobbered'
import { tell } from '@/utils/messages/tell'
import { ownFrame } from '@/utils/settings/frames'
import { mayHoldThread } from '@/utils/sites/common/hints'
import { keepLooking } from '@/utils/sites/common/keep-looking'
import { watchOwnFrame } from '@/utils/sites/common/own-frame'

const sayNone = (): void => {
  const { documentElement } = document
  if (!documentElement.hasAttribute('data-understory'))
    documentElement.setAttribute('data-understory', 'none')
}

const lookAgain = (): boolean => {
  watchOwnFrame(document, ownFrame, () => tell('frameFound'))
  return mayHoldThread(document)
}

/** How many elements the page had when it was looked at last. */
let looked = 0

const look = (): boolean => {
  const count = countElements(document)
  // A thread that came since brought some; to count them is nothing beside looking for it.
  const found = count !== looked && lookAgain()
  looked = count
  if (found) tell('probeFound')
  // Until then the page's own script may still write its thread.
  else if (document.readyState === 'complete') sayNone()
  return found
}

/**
 * Runs on every page of a site that is on, so it does next to nothing: a few look-ups say whether the reader
 * is worth loading. The browser's extension API is not touched before that, which alone would take a millisecond.
 * It is no WXT content script, because those announce themselves to the page.
 */
const start = (): void => {
  if (!look()) keepLooking(document, look)
}

type Prerendered = Document & { prerendering?: boolean }

export default defineUnlistedScript(() => {
  // A page that is made ready in advance may never be seen.
  if ((document as Prerendered).prerendering)
    document.addEventListener('prerenderingchange', start, { once: true })
  else start()
})
