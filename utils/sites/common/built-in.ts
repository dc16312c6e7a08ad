import type { AdapterModule } from './registry'

/** What the reader has with it: the platform whose hosts are read without asking. */
export const builtIn: readonly AdapterModule[] = Object.values(
  import.meta.glob<AdapterModule>('../blogger.ts', { eager: true }),
)
