import { browser } from '@/utils/browser'
import { sendMessage } from '@/utils/messages/protocol'
import { threadFrameAt, threadFrames } from '@/utils/settings/frames'
import { hostOf } from '@/utils/settings/sites'
import { probeFile } from './scripts'

type IsHost = (host: string) => boolean

/** In Chromium a tab has no address here where the extension may not read it. */
const openTabs = async (): Promise<{ id: number; host: string | null }[]> =>
  (await browser.tabs.query({})).flatMap(({ id, url }) =>
    id === undefined ? [] : [{ id, host: hostOf(url) }],
  )

/** A tab may be gone, or closed to us: others are not to suffer from it. */
const quietly = (work: Promise<unknown>): Promise<unknown> => work.catch(() => {})

/** Runs in each frame of a page. */
const here = () => ({ url: location.href, state: document.documentElement.getAttribute('data-understory') })

/** The frames of a tab that hold a thread of one of these hosts. */
const framesIn = async (tabId: number, isHost: IsHost) => {
  const frames = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: here })
  return frames.flatMap(({ frameId, result }) => {
    const frame = result && frameId !== 0 ? threadFrameAt(result.url) : undefined
    return frame && isHost(frame.host) ? [{ frameId, state: result?.state }] : []
  })
}

const probe = (tabId: number, frameIds: number[]) =>
  browser.scripting.executeScript({ target: { tabId, frameIds }, files: [probeFile] })

const probeFrames = async (tabId: number, isHost: IsHost): Promise<void> => {
  const frames = await framesIn(tabId, isHost)
  if (frames.length > 0)
    await probe(
      tabId,
      frames.map(({ frameId }) => frameId),
    )
}

/** Looks for threads in pages, and in frames of pages, that are open already. */
export const probeOpenTabs = async (isOn: IsHost): Promise<void> => {
  const inFrames = threadFrames.some(({ host }) => isOn(host))
  await Promise.all(
    (await openTabs()).flatMap(({ id, host }) => [
      ...(host !== null && isOn(host) ? [quietly(probe(id, [0]))] : []),
      ...(inFrames ? [quietly(probeFrames(id, isOn))] : []),
    ]),
  )
}

/** Runs in a page without a reader, where the probe has left its word. */
const takeWordBack = () => {
  const { documentElement } = document
  if (documentElement.getAttribute('data-understory') === 'none')
    documentElement.removeAttribute('data-understory')
}

/** Gives a page back, and what is in its frames. */
const turnOff = async (tabId: number): Promise<void> => {
  await quietly(sendMessage('pageOff', undefined, tabId))
  await quietly(browser.scripting.executeScript({ target: { tabId }, func: takeWordBack }))
}

/** A message for a frame that may not be read any more reaches the whole page: what stays on comes back. */
const turnOffFrames = async (tabId: number): Promise<void> => {
  const target = { tabId, frameIds: [0] }
  const look = (selectors: string) => ({ has: document.querySelector(selectors) !== null })
  const args: [string] = [threadFrames.map(({ selector }) => selector).join()]
  const [holder] = await browser.scripting.executeScript({ target, func: look, args })
  if (!holder?.result?.has) return
  const [page] = await browser.scripting.executeScript({ target, func: here })
  await turnOff(tabId)
  if (page?.result?.state === 'ready') await sendMessage('pageOn', undefined, { tabId, frameId: 0 })
}

/**
 * Gives pages back, and frames of pages.
 * @param isOff whether a host is off now; null is asked for a tab whose host may not be known
 */
export const turnOffOpenTabs = async (isOff: (host: string | null) => boolean): Promise<void> => {
  const inFrames = threadFrames.some(({ host }) => isOff(host))
  await Promise.all(
    (await openTabs()).map(({ id, host }) => {
      if (isOff(host)) return turnOff(id)
      return inFrames ? quietly(turnOffFrames(id)) : undefined
    }),
  )
}
