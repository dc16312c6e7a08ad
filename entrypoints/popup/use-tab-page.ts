import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { PageActions, TabPage } from '@/components/page-header'
import type { Said } from '@/components/status-line'
import { browser } from '@/utils/browser'
import { sendMessage } from '@/utils/messages/protocol'
import { patternOf } from '@/utils/settings/sites'
import { findTabId, isUnsettled, readTabPage } from './tab-page'

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Follows the tab's page and acts on it. */
export const useTabPage = (say: (said: Said) => void): { page: TabPage; actions: PageActions } => {
  const [page, setPage] = useState<TabPage>({ kind: 'asking' })
  const tab = useRef<number | null>(null)

  /** Asks the page, and asks again while it is at work or, after a change, until there is a reader in it. */
  const follow = useCallback(async (expectsReader = false) => {
    tab.current ??= await findTabId(location.href)
    if (tab.current === null) return setPage({ kind: 'nothing' })
    for (let tries = 0; tries < 40; tries++) {
      const now = await readTabPage(tab.current)
      setPage(now)
      const waitsForReader = expectsReader && tries < 8 && now.kind === 'page' && now.report === null
      if (!isUnsettled(now) && !waitsForReader) return
      await pause(150)
    }
  }, [])

  useEffect(() => {
    follow().catch(() => setPage({ kind: 'nothing' }))
  }, [follow])

  const actions = useMemo((): PageActions => {
    /** Whatever goes wrong, the reader is told, and the header shows how the page really is. */
    const act = async (work: (tabId: number) => Promise<unknown>, expectsReader = false) => {
      if (tab.current === null) return
      try {
        const text = await work(tab.current)
        if (typeof text === 'string') say({ text })
      } catch {
        say({ text: 'The page did not answer. Reload it, then try again.' })
      }
      await follow(expectsReader)
    }
    return {
      clipThread: () =>
        void act(async (tabId) => {
          const answer = await sendMessage('pageClipThread', undefined, tabId)
          if (!answer) return 'The page did not answer. Reload it, then try again.'
          if ('error' in answer) return answer.message
          return answer.outcome === 'unchanged'
            ? 'This thread is in your library already.'
            : 'Thread clipped.'
        }),
      pageOff: () => void act((tabId) => sendMessage('pageOff', undefined, tabId)),
      pageOn: () =>
        void act(async (tabId) => {
          await sendMessage('pageOn', undefined, tabId)
        }),
      enhanceOnce: () =>
        void act(async (tabId) => {
          const { ok, message } = await sendMessage('readerInject', tabId)
          return ok ? undefined : message
        }, true),
      switchSite: (on) => {
        if (page.kind !== 'page') return
        const { host, report } = page
        // The browser shows its question only when it is asked straight from the click, so nothing is awaited before.
        const allowed = on
          ? browser.permissions.request({ origins: [patternOf(host)] })
          : Promise.resolve(true)
        void act(async (tabId) => {
          if (!(await allowed)) return `Without the browser’s permission, Understory stays off for ${host}.`
          await sendMessage('siteSwitch', { host, on })
          // A reader that was put off on this page alone stays so, unless it is told.
          if (on && report?.state === 'off') await sendMessage('pageOn', undefined, tabId)
        }, on)
      },
    }
  }, [page, follow, say])

  return { page, actions }
}
