import type { FramedThread } from '@/components/framed-note'
import type { TabPage } from '@/components/page-header'
import { browser } from '@/utils/browser'
import { type PageReport, sendMessage } from '@/utils/messages/protocol'
import { ownFrame, type ThreadFrame, threadFrameAt, threadFrames } from '@/utils/settings/frames'
import { settings } from '@/utils/settings/settings'
import { everywhereIn, hostOf, isSiteOn, patternOf } from '@/utils/settings/sites'

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

/** Where messages to a page's reader go: a frame of a tab. */
export type ReaderPlace = { tabId: number; frameId: number }

/** What the reader in a frame says; null where there is none. */
const askReader = async (place: ReaderPlace): Promise<PageReport | null> => {
  try {
    return (await sendMessage('pageReport', undefined, place)) ?? null
  } catch {
    return null
  }
}

/** Runs in each frame of a page that may be read: where it is, what became of it, and which of these it holds. */
const lookAround = (selectors: string[], own: string) => ({
  url: location.href,
  isOwn: window.frameElement?.matches(own) === true,
  holds: selectors.filter((selector) => document.querySelector(selector) !== null),
})

type FoundFrame = {
  frame: Pick<ThreadFrame, 'name' | 'host' | 'origin'>
  frameId: number | null
  report: PageReport | null
}

/**
 * A thread that stands in a frame of its own, as far as the browser lets us look; null where there is none.
 * @param page the site of the page around it
 */
const findFrame = async (
  tabId: number,
  page: { host: string; isOn: boolean },
): Promise<FoundFrame | null> => {
  const selectors = threadFrames.map(({ selector }) => selector)
  try {
    const places = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: lookAround,
      args: [selectors, ownFrame.selector],
    })
    for (const { frameId, result } of places) {
      if (!result?.isOwn) continue
      const report = await askReader({ tabId, frameId })
      // Where its site is off, what there is to say is said of the page.
      if (!report && !page.isOn) continue
      const frame = { name: ownFrame.name, host: page.host, origin: patternOf(page.host) }
      return { frame, frameId, report }
    }
    for (const { frameId, result } of places) {
      const frame = result && frameId !== 0 ? threadFrameAt(result.url) : undefined
      if (frame) return { frame, frameId, report: await askReader({ tabId, frameId }) }
    }
    const held = places.flatMap(({ result }) => result?.holds ?? [])
    const frame = threadFrames.find(({ selector }) => held.includes(selector))
    return frame ? { frame, frameId: null, report: null } : null
  } catch {
    return null
  }
}

const grantedOrigins = async (): Promise<string[]> => (await browser.permissions.getAll()).origins ?? []

const isThread = (report: PageReport | null): boolean =>
  report?.state === 'ready' || report?.state === 'working'

/** What there is to say about a tab. */
export const readTabPage = async (tabId: number): Promise<TabPage> => {
  const [tab, top, granted, { sitesOff, clipsInPrivate = 'ask' }] = await Promise.all([
    browser.tabs.get(tabId).catch(() => undefined),
    askReader({ tabId, frameId: 0 }),
    grantedOrigins(),
    settings.getValue(),
  ])
  // Without a permission for it, a tab has no address here; its reader knows it.
  const host = hostOf(tab?.url) ?? hostOf(top?.url)
  if (host === null) return { kind: 'nothing' }
  const isOn = isSiteOn(host, granted, sitesOff)
  const found = isThread(top) ? null : await findFrame(tabId, { host, isOn })
  const isFramed = found !== null && found.report !== null && found.report.state !== 'none'
  const report = isFramed ? found.report : top
  const framed: FramedThread | null = found && {
    ...{ name: found.frame.name, host: found.frame.host, origin: found.frame.origin },
    ...{ frameId: found.frameId, isOn: isSiteOn(found.frame.host, granted, sitesOff) },
    isRead: isFramed,
  }
  return {
    kind: 'page',
    host,
    title: tab?.title ?? '',
    isAllowed: isSiteOn(host, granted, []),
    isSiteOn: isOn,
    everywhere: everywhereIn(granted),
    privateClips: tab?.incognito ? clipsInPrivate : null,
    framed,
    report,
  }
}

/** The page is still changing: it is worth asking again in a moment. */
export const isUnsettled = (page: TabPage): boolean =>
  page.kind === 'page' && page.report?.state === 'working'
