import { useCallback, useEffect, useState } from 'preact/hooks'
import { OptionsPage } from '@/components/options-page'
import { type SiteRow, type Sites, siteRows } from '@/components/site-rows'
import type { Said } from '@/components/status-line'
import { browser } from '@/utils/browser'
import { enhancementList } from '@/utils/enhancements/common/enhancement-list'
import { sendMessage } from '@/utils/messages/protocol'
import { changeSettings, type Settings, settings } from '@/utils/settings/settings'
import { everySite } from '@/utils/settings/sites'

/** The settings and permissions as they are, followed while they change elsewhere. */
const useNow = () => {
  const [now, setNow] = useState<(Settings & { granted: string[] }) | null>(null)
  const read = useCallback(async () => {
    const [chosen, { origins = [] }] = await Promise.all([settings.getValue(), browser.permissions.getAll()])
    setNow({ ...chosen, granted: origins })
  }, [])
  useEffect(() => {
    const readAgain = () => void read()
    readAgain()
    browser.permissions.onAdded.addListener(readAgain)
    browser.permissions.onRemoved.addListener(readAgain)
    const unwatch = settings.watch(readAgain)
    return () => {
      browser.permissions.onAdded.removeListener(readAgain)
      browser.permissions.onRemoved.removeListener(readAgain)
      unwatch()
    }
  }, [read])
  return { now, read }
}

/** The options, joined to the settings and the browser's permissions. */
export const Options = () => {
  const { now, read } = useNow()
  const [said, setSaid] = useState<Said>(null)
  if (!now) return null
  const sites: Sites = siteRows(now.granted, now.sitesOff)

  const act = async (work: () => Promise<string | undefined>) => {
    try {
      const text = await work()
      setSaid(text ? { text } : null)
    } catch {
      setSaid({ text: 'This was not changed. Reload the page, then try again.' })
    }
    await read()
  }

  const switchEnhancement = (id: string, on: boolean) =>
    act(async () => {
      await changeSettings((before) => {
        const others = before.enhancementsOff.filter((off) => off !== id)
        return { ...before, enhancementsOff: on ? others : [...others, id] }
      })
      return undefined
    })

  const switchSite = (site: SiteRow, on: boolean) => {
    const mustAsk = on && !site.isAllowed
    const allowed = mustAsk ? browser.permissions.request({ origins: [site.pattern] }) : Promise.resolve(true)
    return act(async () => {
      if (!(await allowed)) return `Without the browser’s permission, Understory stays off for ${site.host}.`
      if (!site.isMany) await sendMessage('siteSwitch', { host: site.host, on })
      return undefined
    })
  }

  /** Nothing of the site stays behind, its name neither. Only offered where no wider permission covers it. */
  const removeSite = (site: SiteRow) =>
    act(async () => {
      if (site.origins.length > 0) await browser.permissions.remove({ origins: site.origins })
      await sendMessage('siteSwitch', { host: site.host, on: true })
      return `${site.host} removed.`
    })

  const switchEverySite = (on: boolean) => {
    // The browser shows its question only when it is asked straight from the click, so nothing is awaited before.
    const done = on
      ? browser.permissions.request({ origins: [everySite] })
      : browser.permissions.remove({ origins: sites.everywhere })
    return act(async () => {
      if (!(await done)) return 'The browser did not allow this, so nothing was changed.'
      return on ? 'On for every site.' : 'Only the sites of the list are read.'
    })
  }

  return (
    <OptionsPage
      enhancements={enhancementList.map((row) => ({ ...row, isOn: !now.enhancementsOff.includes(row.id) }))}
      onEnhancement={(id, on) => void switchEnhancement(id, on)}
      sites={sites.rows}
      everySite={sites.everywhere.length > 0}
      onSite={(site, on) => void switchSite(site, on)}
      onRemoveSite={(site) => void removeSite(site)}
      onEverySite={(on) => void switchEverySite(on)}
      clipsInPrivate={now.clipsInPrivate ?? 'ask'}
      onClipsInPrivate={(choice) =>
        void act(async () => {
          await changeSettings((before) => ({ ...before, clipsInPrivate: choice }))
          return undefined
        })
      }
      said={said}
      libraryUrl={browser.runtime.getURL('/library.html')}
    />
  )
}
