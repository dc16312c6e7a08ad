import { covers, platformHosts } from '@/utils/settings/sites'

/** One line of the list of sites. */
export type SiteRow = {
  /** A host, or the end of many: "*.blogspot.com". */
  host: string
  /** The permissions that cover it and can be given back. */
  origins: string[]
  /** Comes with the extension, or with a permission for every site: there is nothing to remove but the switch. */
  isFixed: boolean
  /** Stands for many hosts: these are switched one by one, in the popup. */
  isMany: boolean
  isOn: boolean
}

export type Sites = {
  rows: SiteRow[]
  /** The permissions that cover every site, as the browser names them; none where only some sites are allowed. */
  everywhere: string[]
}

const nobody = 'nobody.invalid'

const hostIn = (pattern: string): string => /^[^:]+:\/\/([^/]+)\//.exec(pattern)?.[1] ?? pattern

/**
 * The sites to list: the platform's own, those that were allowed, and those that were switched off.
 * @param granted match patterns of the browser's permissions
 * @param sitesOff hosts that were switched off
 */
export const siteRows = (granted: readonly string[], sitesOff: readonly string[]): Sites => {
  const everywhere = granted.filter((pattern) => covers(pattern, nobody))
  const rows = new Map<string, SiteRow>()
  const put = (host: string, origins: string[], isFixed: boolean) => {
    const before = rows.get(host)
    rows.set(host, {
      host,
      origins: [...(before?.origins ?? []), ...origins],
      isFixed: isFixed || (before?.isFixed ?? false),
      isMany: host.startsWith('*'),
      isOn: !sitesOff.includes(host),
    })
  }
  for (const pattern of platformHosts) put(hostIn(pattern), [], true)
  for (const pattern of granted) {
    if (!everywhere.includes(pattern) && !platformHosts.includes(pattern))
      put(hostIn(pattern), [pattern], false)
  }
  for (const host of sitesOff) {
    if (!rows.has(host)) put(host, [], true)
  }
  return { rows: [...rows.values()], everywhere }
}
