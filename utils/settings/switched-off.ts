import type { Settings } from './settings'

/** The one call that the probe needs; the polyfill around it would weigh more than the probe. */
type Storage = { chrome: { storage: { local: { get(key: string): Promise<{ settings?: Settings }> } } } }

/** Whether the reader has switched a site off; reads what `settings` writes. */
export const isSwitchedOff = async (host: string): Promise<boolean> => {
  const { chrome } = globalThis as unknown as Storage
  const { settings } = await chrome.storage.local.get('settings')
  return settings?.sitesOff?.includes(host) ?? false
}
