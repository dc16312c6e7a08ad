import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { sendMessage } from '@/utils/messages/protocol'
import { mayHoldThread } from '@/utils/sites/common/hints'

/**
 * Runs on every page of a site that is on, so it does next to nothing: a few look-ups say whether the reader
 * is worth loading. It is no WXT content script, because those announce themselves to the page.
 */
const lookForThread = (isLastLook: boolean): boolean => {
  const found = mayHoldThread(document)
  if (found) sendMessage('probeFound', undefined).catch(() => {})
  else if (isLastLook) document.documentElement.setAttribute('data-understory', 'none')
  return found
}

export default defineUnlistedScript(() => {
  const loaded = document.readyState === 'complete'
  if (lookForThread(loaded) || loaded) return
  // Some blogs write their thread into the page while it loads.
  addEventListener('load', () => lookForThread(true), { once: true })
})
