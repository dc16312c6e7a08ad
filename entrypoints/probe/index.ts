import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { sendMessage } from '@/utils/messages/protocol'
import { isSwitchedOff } from '@/utils/settings/switched-off'
import { mayHoldThread } from '@/utils/sites/common/hints'
import { keepLooking } from '@/utils/sites/common/keep-looking'

/** Not where the site was switched off meanwhile. */
const sayNone = async (): Promise<void> => {
  const { documentElement } = document
  if (documentElement.hasAttribute('data-understory') || (await isSwitchedOff(location.host))) return
  documentElement.setAttribute('data-understory', 'none')
}

const look = (): boolean => {
  const found = mayHoldThread(document)
  if (found) sendMessage('probeFound', undefined).catch(() => {})
  return found
}

/**
 * Runs on every page of a site that is on, so it does next to nothing: a few look-ups say whether the reader
 * is worth loading. It is no WXT content script, because those announce themselves to the page.
 */
const start = async (): Promise<void> => {
  // The manifest runs the probe on a platform's sites also where the reader has switched one off: nothing is done.
  if (await isSwitchedOff(location.host)) return
  if (look()) return
  keepLooking(document, (hasChanged) => hasChanged() && look(), new AbortController().signal)
  if (document.readyState === 'complete') void sayNone()
  else addEventListener('load', () => void sayNone(), { once: true })
}

type Prerendered = Document & { prerendering?: boolean }

export default defineUnlistedScript(() => {
  // A page that is made ready in advance may never be seen.
  if ((document as Prerendered).prerendering)
    document.addEventListener('prerenderingchange', () => void start(), { once: true })
  else void start()
})
