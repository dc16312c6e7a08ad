import { threadFrames } from '@/utils/settings/frames'
import { covers, everywhereIn, hostIn, patternOf, platformHosts } from '@/utils/settings/sites'

/** One line of the list of sites. */
export type SiteRow = {
  /** A host, or the end of many: "*.blogspot.com". */
  host: string
  /** The permissions that are for this site alone. */
  origins: string[]
  /** What to ask the browser for. */
  pattern: string
  /**
   * Comes with the extension, or with a permission for many sites: there is nothing to remove but the switch, and
   * without its line, a site that was switched off would be on again.
   */
  isFixed: boolean
  /** Stands for many hosts: these are switched one by one, in the popup. */
  isMany: boolean
  /** The browser lets the extension read it; it may have been taken back in the browser's own settings. */
  isAllowed: boolean
  /** Allowed, and not switched off. */
  isOn: boolean
  /** The service whose threads stand in frames of other sites; null for a site of pages. */
  framesOf: string | null
}

export type Sites = {
  rows: SiteRow[]
  /** The permissions that cover every site, as the browser names them; none where only some sites are allowed. */
  everywhere: string[]
}

/** A host that a pattern for many is about. */
const oneOf = (host: string): string => host.replace('*', 'any')

/**
 * The sites to list: the platform's own, those that were allowed, and those that were switched off.
 * @param granted match patterns of the browser's permissions
 * @param sitesOff hosts that were switched off
 */
export const siteRows = (granted: readonly string[], sitesOff: readonly string[]): Sites => {
  const everywhere = everywhereIn(granted)
  const ownOrigins = new Map<string, string[]>()
  for (const pattern of granted) {
    if (everywhere.includes(pattern) || platformHosts.includes(pattern)) continue
    const host = hostIn(pattern)
    ownOrigins.set(host, [...(ownOrigins.get(host) ?? []), pattern])
  }
  const fixed = platformHosts.map(hostIn)
  const row = (host: string): SiteRow => {
    const origins = ownOrigins.get(host) ?? []
    const isMany = host.startsWith('*')
    const isAllowed = granted.some((pattern) => covers(pattern, oneOf(host)))
    return {
      host,
      origins,
      pattern: patternOf(host),
      isFixed:
        fixed.includes(host) ||
        granted.some((pattern) => !origins.includes(pattern) && covers(pattern, oneOf(host))),
      isMany,
      isAllowed,
      isOn: isAllowed && !sitesOff.includes(host),
      framesOf: threadFrames.find((frame) => frame.host === host)?.name ?? null,
    }
  }
  const hosts = new Set([...fixed, ...ownOrigins.keys(), ...sitesOff])
  return { rows: [...hosts].map(row), everywhere }
}
