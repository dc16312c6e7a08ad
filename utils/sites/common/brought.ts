import type { AdapterModule } from './registry'

/** Adapters that come as scripts of their own, in the order in which they are asked. */
export const adapterParts = ['platforms', 'unknown'] as const
export type AdapterPart = (typeof adapterParts)[number]

type World = typeof globalThis & {
  understoryAdapters?: Partial<Record<AdapterPart, readonly AdapterModule[]>>
}

/** Leaves adapters in the world that the scripts of the extension share on a page. */
export const bringAdapters = (part: AdapterPart, modules: readonly AdapterModule[]): void => {
  const world = globalThis as World
  world.understoryAdapters = { ...world.understoryAdapters, [part]: modules }
}

/** The adapters of a part; undefined where it was not brought yet. */
export const broughtAdapters = (part: AdapterPart): readonly AdapterModule[] | undefined =>
  (globalThis as World).understoryAdapters?.[part]
