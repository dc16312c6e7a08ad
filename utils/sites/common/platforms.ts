import type { AdapterModule } from './registry'

/** The other platforms with reading code of their own. Dropping a file into `utils/sites/` registers it. */
export const platforms: readonly AdapterModule[] = Object.values(
  import.meta.glob<AdapterModule>(['../*.ts', '!../blogger.ts'], { eager: true }),
)
