import { storage } from '@wxt-dev/storage'

/** What the reader of blogs has chosen. Kept in the browser, never synchronised. */
export type Settings = {
  /** Hosts that were switched off, although the browser's permission covers them. */
  sitesOff: string[]
  /** Enhancements that were switched off, by id. */
  enhancementsOff: string[]
}

const fallback: Settings = { sitesOff: [], enhancementsOff: [] }

export const settings = storage.defineItem<Settings>('local:settings', { fallback, version: 1 })

/** Changes settings, starting from what they are now. */
export const changeSettings = async (change: (now: Settings) => Settings): Promise<void> =>
  settings.setValue(change(await settings.getValue()))
