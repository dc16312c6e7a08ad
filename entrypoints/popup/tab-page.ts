import type { TabPage } from '@/components/page-header'
import { browser } from '@/utils/browser'
import { type PageReport, sendMessage } from '@/utils/messages/protocol'
import { settings } from '@/utils/settings/settings'
import { hostOf, isSiteOn } from '@/utils/settings/sites'

/**
 * The tab that the popup is about: the one it was opened on, or the one that its address names
 * (`popup.html?tab=7`), for browsers that open the popup as a tab.
 */
export const findTabId = async (address: string): Promise<number | null> => {
  const named = new URL(address).searchParams.get('tab')
  if (named !== null) return Number.isInteger(Number(named)) ? Number(named) : null
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return tab?.id ?? null
}

/** What the reader in a tab says; null where there is none. */
const askReader = async (tabId: number): Promise<PageReport | null> => {
  try {
    return (await sendMessage('pageReport', undefined, tabId)) ?? null
  } catch {
    return null
  }
}

const grantedOrigins = async (): Promise<string[]> => (await browser.permissions.getAll()).origins ?? []

/** What there is to say about a tab. */
export const readTabPage = async (tabId: number): Promise<TabPage> => {
  const [tab, report, granted, { sitesOff }] = await Promise.all([
    browser.tabs.get(tabId).catch(() => undefined),
    askReader(tabId),
    grantedOrigins(),
    settings.getValue(),
  ])
  // Without a permission for it, a tab has no address here; its reader knows it.
  const host = hostOf(tab?.url) ?? hostOf(report?.url)
  if (host === null) return { kind: 'nothing' }
  return { kind: 'page', host, title: tab?.title ?? '', isSiteOn: isSiteOn(host, granted, sitesOff), report }
}

/** The page is still changing: it is worth asking again in a moment. */
export const isUnsettled = (page: TabPage): boolean =>
  page.kind === 'page' && page.report?.state === 'working'
