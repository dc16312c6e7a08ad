import type { AdapterModule } from './registry'

/** The platforms with reading code of their own. Dropping a file into `utils/sites/` registers it. */
export const platforms: readonly AdapterModule[] = Object.values(
  import.meta.glob<AdapterModule>(['../*.ts', '!../blogger.ts', '!../text.ts'], { eager: true }),
)
