import { browser } from '@/utils/browser'
import { threadFrames } from '@/utils/settings/frames'
import { settings } from '@/utils/settings/settings'
import { isSiteOn, patternOf, platformHosts } from '@/utils/settings/sites'

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

/**
 * Registers what runs without being asked for: the style for long threads wherever the extension may read, the
 * probe beyond the platform's hosts, where the manifest runs it, and the probe in frames that hold threads.
 * Registrations are made anew each time: what was granted or taken back meanwhile counts at once.
 */
const registerScripts = async (): Promise<void> => {
  const granted = await grantedOrigins()
  const beyond = granted.filter((pattern) => !platformHosts.includes(pattern))
  const { sitesOff } = await settings.getValue()
  const off = sitesOff.map(patternOf)
  const frames = threadFrames
    .filter(({ host }) => isSiteOn(host, granted, sitesOff))
    .map(({ pattern }) => pattern)
  await browser.scripting.unregisterContentScripts()
  if (granted.length > 0)
    await browser.scripting.registerContentScripts([
      {
        id: 'long-threads',
        css: [longThreadsStyle],
        matches: granted,
        excludeMatches: off,
        runAt: 'document_start',
      },
    ])
  if (beyond.length > 0)
    await browser.scripting.registerContentScripts([
      {
        id: 'probe',
        js: [probeFile],
        matches: beyond,
        excludeMatches: [...platformHosts, ...frames, ...off],
        runAt: 'document_end',
      },
    ])
  if (frames.length > 0)
    await browser.scripting.registerContentScripts([
      { id: 'frames', js: [probeFile], matches: frames, allFrames: true, runAt: 'document_end' },
    ])
}

/** Start-up, installation and permission changes may come at once: one registration at a time. */
let registering: Promise<void> = Promise.resolve()
export const refreshScripts = (): Promise<void> => {
  registering = registering.then(registerScripts).catch(console.error)
  return registering
}
