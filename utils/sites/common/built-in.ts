import type { AdapterModule } from './registry'

/** What the reader has with it: the platform whose hosts are read without asking, and threads kept as text. */
export const builtIn: readonly AdapterModule[] = Object.values(
  import.meta.glob<AdapterModule>(['../blogger.ts', '../text.ts'], { eager: true }),
)
