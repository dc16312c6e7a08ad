import type { AdapterModule } from './registry'

/** All other platforms that we know. Dropping a file into `utils/sites/` registers it. */
export const platforms: readonly AdapterModule[] = Object.values(
  import.meta.glob<AdapterModule>(['../*.ts', '!../blogger.ts', '!../text.ts'], { eager: true }),
)
