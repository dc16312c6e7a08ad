import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { sendMessage } from '@/utils/messages/protocol'
import { isSwitchedOff } from '@/utils/settings/switched-off'
import { mayHoldThread } from '@/utils/sites/common/hints'

/** The manifest runs the probe on a platform's sites also where the reader has switched one off: then it is silent. */
const sayNone = async (): Promise<void> => {
  if (!(await isSwitchedOff(location.host))) document.documentElement.setAttribute('data-understory', 'none')
}

/**
 * Runs on every page of a site that is on, so it does next to nothing: a few look-ups say whether the reader
 * is worth loading. It is no WXT content script, because those announce themselves to the page.
 */
const lookForThread = (isLastLook: boolean): boolean => {
  const found = mayHoldThread(document)
  if (found) sendMessage('probeFound', undefined).catch(() => {})
  else if (isLastLook) void sayNone()
  return found
}

export default defineUnlistedScript(() => {
  const loaded = document.readyState === 'complete'
  if (lookForThread(loaded) || loaded) return
  // Some blogs write their thread into the page while it loads; where nothing was added there is nothing to look for.
  const everything = document.getElementsByTagName('*')
  const seen = everything.length
  addEventListener('load', () => (everything.length === seen ? sayNone() : lookForThread(true)), {
    once: true,
  })
})
