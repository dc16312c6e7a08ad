import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { PageActions, TabPage } from '@/components/page-header'
import type { Said } from '@/components/status-line'
import { type Acting, pageActions } from './page-actions'
import { findTabId, isUnsettled, readTabPage } from './tab-page'

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Follows the tab's page and acts on it. */
export const useTabPage = (
  say: (said: Said) => void,
): { page: TabPage; actions: PageActions; isAsking: boolean } => {
  const [page, setPage] = useState<TabPage>({ kind: 'asking' })
  const [isAsking, setAsking] = useState(false)
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
    const act: Acting['act'] = async (work, expectsReader = false) => {
      if (tab.current === null) return
      try {
        const frameId = page.kind === 'page' && page.framed?.isRead ? (page.framed.frameId ?? 0) : 0
        const text = await work({ tabId: tab.current, frameId })
        if (typeof text === 'string') say({ text })
      } catch {
        say({ text: 'The page did not answer. Reload it, then try again.' })
      }
      await follow(expectsReader)
    }
    return pageActions({ page, act, ask: setAsking })
  }, [page, follow, say])

  return { page, actions, isAsking }
}
