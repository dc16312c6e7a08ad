import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import type { AdapterModule } from '@/utils/sites/common/registry'
import { unknown } from '@/utils/sites/common/unknown'

/** What this script leaves in the world that it shares with the reader. */
export type UnknownWorld = typeof globalThis & { understoryUnknown?: readonly AdapterModule[] }

/** Reading what no platform's adapter claims takes a quarter of the reader's weight: it comes where it is needed. */
export default defineUnlistedScript(() => {
  const world = globalThis as UnknownWorld
  world.understoryUnknown = unknown
})
