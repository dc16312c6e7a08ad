import { browser } from '@/utils/browser'
import { onMessage, sendMessage } from '@/utils/messages/protocol'
import { changeSettings, settings } from '@/utils/settings/settings'
import { covers, hostOf, isSiteOn, patternOf, platformHosts } from '@/utils/settings/sites'

const probeFile = '/probe.js'
const readerFile = '/reader.js'
/** What the reader may ask for beside itself. */
const partFiles = {
  sanitiser: '/sanitiser.js',
  platforms: '/platforms.js',
  unknown: '/unknown.js',
} as const
const longThreadsStyle = '/assets/long-threads.css'
const readerStyle = '/assets/reader.css'

const grantedOrigins = async (): Promise<string[]> => (await browser.permissions.getAll()).origins ?? []

/** Loads the reader into one tab. Its style goes in without a node, so that the page's DOM stays its own. */
const inject = async (tabId: number, frameId = 0): Promise<void> => {
  const target = { tabId, frameIds: [frameId] }
  await browser.scripting.removeCSS({ target, files: [readerStyle] }).catch(() => {})
  await browser.scripting.insertCSS({ target, files: [readerStyle] })
  await browser.scripting.executeScript({ target, files: [readerFile] })
}

/**
 * Registers what runs without being asked for: the style for long threads wherever the extension may read, and the
 * probe beyond the platform's hosts, where the manifest runs it. Registrations are made anew each time: what was
 * granted or taken back meanwhile counts at once.
 */
const registerScripts = async (): Promise<void> => {
  const granted = await grantedOrigins()
  const beyond = granted.filter((pattern) => !platformHosts.includes(pattern))
  const { sitesOff } = await settings.getValue()
  const off = sitesOff.map(patternOf)
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
        excludeMatches: [...platformHosts, ...off],
        runAt: 'document_end',
      },
    ])
}

/** Start-up, installation and permission changes may come at once: one registration at a time. */
let registering: Promise<void> = Promise.resolve()
const refreshScripts = (): Promise<void> => {
  registering = registering.then(registerScripts).catch(console.error)
  return registering
}

const tabsOn = async (covered: (host: string) => boolean): Promise<number[]> => {
  const tabs = await browser.tabs.query({})
  return tabs.flatMap(({ id, url }) => {
    const host = hostOf(url)
    return id !== undefined && host !== null && covered(host) ? [id] : []
  })
}

/** Looks for threads in pages that are open already. */
const probeOpenTabs = async (covered: (host: string) => boolean): Promise<void> => {
  for (const tabId of await tabsOn(covered))
    await browser.scripting.executeScript({ target: { tabId }, files: [probeFile] }).catch(() => {})
}

const turnOffOpenTabs = async (covered: (host: string) => boolean): Promise<void> => {
  for (const tabId of await tabsOn(covered)) await sendMessage('pageOff', undefined, tabId)
}

const switchSite = async ({ host, on }: { host: string; on: boolean }): Promise<void> => {
  await changeSettings((now) => {
    const others = now.sitesOff.filter((site) => site !== host)
    return { ...now, sitesOff: on ? others : [...others, host] }
  })
  await refreshScripts()
  const isHost = (open: string) => open === host
  await (on ? probeOpenTabs(isHost) : turnOffOpenTabs(isHost))
}

const isOurPage = (sender: { url?: string | undefined }): boolean =>
  sender.url?.startsWith(browser.runtime.getURL('/')) ?? false

/** Decides where the reader runs: by the browser's permissions and by the reader's own switches. */
export const registerSiteHandlers = (): void => {
  void refreshScripts()
  browser.runtime.onInstalled.addListener(() => void refreshScripts())
  browser.runtime.onStartup.addListener(() => void refreshScripts())
  browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
    await refreshScripts()
    const { sitesOff } = await settings.getValue()
    await probeOpenTabs((host) => isSiteOn(host, origins, sitesOff))
  })
  browser.permissions.onRemoved.addListener(async ({ origins = [] }) => {
    await refreshScripts()
    await turnOffOpenTabs((host) => origins.some((pattern) => covers(pattern, host)))
  })

  onMessage('probeFound', async ({ sender }) => {
    const { tab, frameId, id } = sender
    const host = hostOf(tab?.url ?? sender.url)
    if (id !== browser.runtime.id || tab?.id === undefined || host === null) return
    const { sitesOff } = await settings.getValue()
    if (isSiteOn(host, await grantedOrigins(), sitesOff)) await inject(tab.id, frameId).catch(console.error)
  })

  onMessage('partInject', async ({ data: part, sender: { tab, frameId = 0 } }) => {
    if (tab?.id === undefined || !Object.hasOwn(partFiles, part)) return
    await browser.scripting.executeScript({
      target: { tabId: tab.id, frameIds: [frameId] },
      files: [partFiles[part]],
    })
  })
  onMessage('enhancementsOff', async () => (await settings.getValue()).enhancementsOff)

  onMessage('readerInject', async ({ data: tabId, sender }) => {
    if (!isOurPage(sender)) return { ok: false, message: 'Only the popup may ask for this.' }
    try {
      await inject(tabId)
      return { ok: true, message: '' }
    } catch {
      return { ok: false, message: 'The browser does not let extensions read this page.' }
    }
  })

  onMessage('siteSwitch', async ({ data, sender }) => {
    if (isOurPage(sender)) await switchSite(data)
  })
}
