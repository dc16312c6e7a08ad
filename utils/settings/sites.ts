/** Hosts that the extension reads without asking: the manifest's host permissions. */
export const platformHosts = ['*://*.blogspot.com/*']

/** What is asked for to read every site. */
export const everySite = '*://*/*'

const everywhere = new Set(['<all_urls>', everySite])

/** The host of an http(s) URL, without a port, as patterns have it; null for pages that no extension reads. */
export const hostOf = (url: string | undefined): string | null => {
  if (!url || !URL.canParse(url)) return null
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' || protocol === 'https:' ? hostname : null
}

/** The match pattern that covers a host, whatever its scheme; ports are no part of patterns. */
export const patternOf = (host: string): string => `*://${host.replace(/:\d+$/, '')}/*`

/** Whether a match pattern covers a host: the few forms that permissions come in. */
export const covers = (pattern: string, host: string): boolean => {
  if (everywhere.has(pattern)) return true
  const inPattern = /^(?:\*|https?):\/\/([^/]+)\//.exec(pattern)?.[1]
  if (inPattern === undefined) return false
  if (inPattern === '*') return true
  const name = host.replace(/:\d+$/, '')
  if (inPattern.startsWith('*.')) return name === inPattern.slice(2) || name.endsWith(inPattern.slice(1))
  return name === inPattern.replace(/:\d+$/, '')
}

const nobody = 'nobody.invalid'

/** Of the granted patterns, those that cover every site. */
export const everywhereIn = (granted: readonly string[]): string[] =>
  granted.filter((pattern) => covers(pattern, nobody))

/** The host, or the end of many hosts ("*.blogspot.com"), that a match pattern is about. */
export const hostIn = (pattern: string): string => /^[^:]+:\/\/([^/]+)\//.exec(pattern)?.[1] ?? pattern

/** The hosts that match patterns call by their own name. */
export const hostsNamed = (patterns: readonly string[]): string[] =>
  patterns.map(hostIn).filter((host) => !host.includes('*'))

/** Whether a site is on: the browser's permission covers it, and the reader has not switched it off. */
export const isSiteOn = (host: string, granted: readonly string[], sitesOff: readonly string[]): boolean =>
  !sitesOff.includes(host) && granted.some((pattern) => covers(pattern, host))
