import { browser } from '@/utils/browser'
import type { ArrangementName } from '@/utils/thread/arrange'

/** What is remembered of one page. Each page has a key of its own, so that two tabs never overwrite each other. */
export type PageMemory = {
  /** Epoch ms of the last change: the oldest are forgotten first. */
  at: number
  /** Ids of folded branches. */
  folds?: string[]
  /** Pairs of ids, `${id} ${parentId}`: the reader said that the first is no answer to the second. */
  refused?: string[]
  /** ISO instants: of the latest view, and of the last one before this sitting began. */
  visit?: { last: string; before: string }
}

export type SiteMemory = { arrangement?: ArrangementName }

const pageKey = (url: string) => `page:${url}`
const siteKey = (host: string) => `site:${host}`

/** Pages beyond this number are forgotten, oldest first. */
const mostPages = 2000

/** A view within this time of the last one belongs to the same sitting: what was new stays new. */
const sittingMs = 30 * 60 * 1000

export const recallPage = async (url: string): Promise<PageMemory | null> => {
  const key = pageKey(url)
  return ((await browser.storage.local.get(key))[key] as PageMemory | undefined) ?? null
}

export const recallSite = async (host: string): Promise<SiteMemory> => {
  const key = siteKey(host)
  return ((await browser.storage.local.get(key))[key] as SiteMemory | undefined) ?? {}
}

export const rememberPage = async (url: string, change: Omit<PageMemory, 'at'>): Promise<void> => {
  const now = await recallPage(url)
  await browser.storage.local.set({ [pageKey(url)]: { ...now, ...change, at: Date.now() } })
}

export const rememberSite = async (host: string, memory: SiteMemory): Promise<void> =>
  browser.storage.local.set({ [siteKey(host)]: memory })

/**
 * What a view of the page at `now` means: since when comments are new (ISO; null on a first visit),
 * and what to remember.
 */
export const viewed = (
  visit: PageMemory['visit'],
  now: Date,
): { since: string | null; visit: Required<PageMemory>['visit'] } => {
  const last = now.toISOString()
  if (!visit) return { since: null, visit: { last, before: last } }
  const sameSitting = now.getTime() - Date.parse(visit.last) < sittingMs
  const before = sameSitting ? visit.before : visit.last
  return { since: before, visit: { last, before } }
}

/** Forgets the pages that were not seen for longest. */
export const forgetOldPages = async (): Promise<void> => {
  const all = await browser.storage.local.get(null)
  const pages = Object.entries(all).filter(([key]) => key.startsWith('page:')) as [string, PageMemory][]
  if (pages.length <= mostPages) return
  pages.sort(([, a], [, b]) => b.at - a.at)
  await browser.storage.local.remove(pages.slice(mostPages).map(([key]) => key))
}
