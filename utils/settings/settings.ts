import { storage } from '@wxt-dev/storage'

/** What becomes of clips from private windows: asked before the first one, and decided once. */
export type ClipsInPrivate = 'ask' | 'keep' | 'never'

/** What the reader of blogs has chosen. Kept in the browser, never synchronised. */
export type Settings = {
  /** Hosts that were switched off, although the browser's permission covers them. */
  sitesOff: string[]
  /** Enhancements that were switched off, by id. */
  enhancementsOff: string[]
  /** Left out by versions that did not ask. */
  clipsInPrivate?: ClipsInPrivate
}

const fallback: Settings = { sitesOff: [], enhancementsOff: [] }

export const settings = storage.defineItem<Settings>('local:settings', { fallback, version: 1 })

let lastChange: Promise<void> = Promise.resolve()

/** Changes settings, starting from what the change before has left. */
export const changeSettings = (change: (now: Settings) => Settings): Promise<void> => {
  const changed = lastChange.then(async () => settings.setValue(change(await settings.getValue())))
  lastChange = changed.catch(() => undefined)
  return changed
}

export const clipsInPrivate = async (): Promise<ClipsInPrivate> =>
  (await settings.getValue()).clipsInPrivate ?? 'ask'
