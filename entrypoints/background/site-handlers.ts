import { browser } from '@/utils/browser'
import { onMessage } from '@/utils/messages/protocol'
import { changeSettings, settings } from '@/utils/settings/settings'
import { covers, hostOf, hostsNamed, isSiteOn } from '@/utils/settings/sites'
import { probeOpenTabs, turnOffOpenTabs } from './open-tabs'
import { grantedOrigins, inject, injectInOwnFrame, refreshScripts } from './scripts'
import { isOurPage, isOurs } from './senders'

/** What the reader may ask for beside itself. */
const partFiles = {
  conversation: '/conversation.js',
  sanitiser: '/sanitiser.js',
  platforms: '/platforms.js',
  unknown: '/unknown.js',
} as const

const setSitesOff = (change: (off: string[]) => string[]): Promise<void> =>
  changeSettings((now) => ({ ...now, sitesOff: change(now.sitesOff) }))

const switchSite = async ({ host, on }: { host: string; on: boolean }): Promise<void> => {
  await setSitesOff((off) => {
    const others = off.filter((site) => site !== host)
    return on ? others : [...others, host]
  })
  await refreshScripts()
  const isHost = (open: string | null) => open === host
  await (on ? probeOpenTabs(isHost) : turnOffOpenTabs(isHost))
}

/** What was allowed by its own name is meant to be on, also where the popup that asked for it has closed meanwhile. */
const switchOnNamed = async (origins: readonly string[]): Promise<void> => {
  const named = hostsNamed(origins)
  const { sitesOff } = await settings.getValue()
  if (sitesOff.some((host) => named.includes(host)))
    await setSitesOff((off) => off.filter((host) => !named.includes(host)))
}

/** Whether the reader may run where a probe has found something. */
const isOnFor = async (frameUrl: string | undefined, tabUrl: string | undefined): Promise<boolean> => {
  const host = hostOf(frameUrl)
  const { sitesOff } = await settings.getValue()
  if (host === null || !isSiteOn(host, await grantedOrigins(), sitesOff)) return false
  // On a site that was switched off nothing runs, in frames neither.
  const page = hostOf(tabUrl)
  return page === null || !sitesOff.includes(page)
}

/** Decides where the reader runs: by the browser's permissions and by the reader's own switches. */
export const registerSiteHandlers = (): void => {
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await refreshScripts()
    // After an update, pages that are open have a reader, which says that they want to be loaded again.
    if (reason !== 'install') return
    const [granted, { sitesOff }] = [await grantedOrigins(), await settings.getValue()]
    await probeOpenTabs((host) => isSiteOn(host, granted, sitesOff))
  })
  browser.runtime.onStartup.addListener(() => void refreshScripts())
  browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
    await switchOnNamed(origins)
    await refreshScripts()
    const { sitesOff } = await settings.getValue()
    await probeOpenTabs((host) => isSiteOn(host, origins, sitesOff))
  })
  browser.permissions.onRemoved.addListener(async ({ origins = [] }) => {
    await refreshScripts()
    const granted = await grantedOrigins()
    const isLeft = (host: string) => granted.some((pattern) => covers(pattern, host))
    const wasTaken = (host: string) => origins.some((pattern) => covers(pattern, host))
    // A page whose address may not be known any more is one of those that were taken back.
    await turnOffOpenTabs((host) => host === null || (wasTaken(host) && !isLeft(host)))
  })

  onMessage('probeFound', async ({ sender }) => {
    const { tab, frameId = 0, url } = sender
    if (!isOurs(sender) || tab?.id === undefined) return
    if (await isOnFor(frameId === 0 ? (tab.url ?? url) : url, tab.url))
      await inject(tab.id, frameId).catch(console.error)
  })

  onMessage('frameFound', async ({ sender: { id, tab, url } }) => {
    if (!isOurs({ id }) || tab?.id === undefined) return
    if (await isOnFor(tab.url ?? url, tab.url)) await injectInOwnFrame(tab.id).catch(console.error)
  })

  onMessage('partInject', async ({ data: part, sender: { tab, frameId = 0 } }) => {
    if (tab?.id === undefined || !Object.hasOwn(partFiles, part)) return
    await browser.scripting.executeScript({
      target: { tabId: tab.id, frameIds: [frameId] },
      files: [partFiles[part]],
    })
  })
  onMessage('siteIsOn', async ({ sender: { url, tab } }) => isOnFor(url, tab?.url))
  onMessage('enhancementsOff', async () => (await settings.getValue()).enhancementsOff)

  onMessage('readerInject', async ({ data: tabId, sender }) => {
    if (!isOurPage(sender)) return { ok: false, message: 'Only the popup may ask for this.' }
    try {
      await inject(tabId)
      await injectInOwnFrame(tabId).catch(console.error)
      return { ok: true, message: '' }
    } catch {
      return { ok: false, message: 'The browser does not let extensions read this page.' }
    }
  })

  onMessage('siteSwitch', async ({ data, sender }) => {
    if (isOurPage(sender)) await switchSite(data)
  })
}
