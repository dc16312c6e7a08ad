import { browser } from '@/utils/browser'
import { ownFrame, threadFrames } from '@/utils/settings/frames'
import { settings } from '@/utils/settings/settings'
import { isSiteOn, patternOf } from '@/utils/settings/sites'

export const probeFile = '/probe.js'
const readerFile = '/reader.js'
const longThreadsStyle = '/assets/long-threads.css'
const readerStyle = '/assets/reader.css'

/** Match patterns of what the browser lets the extension read. */
export const grantedOrigins = async (): Promise<string[]> =>
  (await browser.permissions.getAll()).origins ?? []

/** Loads the reader into one tab. Its style goes in without a node, so that the page's DOM stays its own. */
export const inject = async (tabId: number, frameId = 0): Promise<void> => {
  const target = { tabId, frameIds: [frameId] }
  await browser.scripting.removeCSS({ target, files: [readerStyle] }).catch(() => {})
  await browser.scripting.insertCSS({ target, files: [readerStyle] })
  await browser.scripting.executeScript({ target, files: [readerFile] })
}

/** Runs in each frame of a page that was found to fill one of them. */
const isOwnFrame = (selector: string, holds: string) =>
  window.frameElement?.matches(selector) === true && document.querySelector(holds) !== null

/** Loads the reader into the frame that a page's own script has filled with comments, where there is one. */
export const injectInOwnFrame = async (tabId: number): Promise<void> => {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: isOwnFrame,
    args: [ownFrame.selector, ownFrame.holds],
    // An advert that never ends loading would keep us waiting.
    injectImmediately: true,
  })
  for (const { frameId, result } of frames) if (result) await inject(tabId, frameId)
}

type ContentScript = Parameters<typeof browser.scripting.registerContentScripts>[0][number]

/**
 * What runs without being asked for, by what is granted and what was switched off: the style for long threads and the
 * probe, each where the extension may read, and the probe in frames that hold threads.
 */
const wantedScripts = async (): Promise<ContentScript[]> => {
  const granted = await grantedOrigins()
  if (granted.length === 0) return []
  const { sitesOff } = await settings.getValue()
  const off = sitesOff.map(patternOf)
  const frames = threadFrames
    .filter(({ host }) => isSiteOn(host, granted, sitesOff))
    .map(({ pattern }) => pattern)
  const everywhere: ContentScript[] = [
    {
      id: 'long-threads',
      css: [longThreadsStyle],
      matches: granted,
      excludeMatches: off,
      runAt: 'document_start',
    },
    {
      id: 'probe',
      js: [probeFile],
      matches: granted,
      excludeMatches: [...frames, ...off],
      runAt: 'document_end',
    },
  ]
  if (frames.length === 0) return everywhere
  return [
    ...everywhere,
    { id: 'frames', js: [probeFile], matches: frames, allFrames: true, runAt: 'document_end' },
  ]
}

/** What is registered already is updated rather than registered anew: a page that loads meanwhile must not miss it. */
const registerScripts = async (): Promise<void> => {
  const wanted = await wantedScripts()
  const registered = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id)
  const gone = registered.filter((id) => !wanted.some((script) => script.id === id))
  const known = wanted.filter(({ id }) => registered.includes(id))
  const fresh = wanted.filter(({ id }) => !registered.includes(id))
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone })
  if (known.length > 0) await browser.scripting.updateContentScripts(known)
  if (fresh.length > 0) await browser.scripting.registerContentScripts(fresh)
}

/** Start-up, installation and permission changes may come at once: one registration at a time. */
let registering: Promise<void> = Promise.resolve()
export const refreshScripts = (): Promise<void> => {
  registering = registering.then(registerScripts).catch(console.error)
  return registering
}
