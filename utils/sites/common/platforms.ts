import type { AdapterModule } from './registry'

/** The platforms that we know. Dropping a file into `utils/sites/` registers it. */
export const platforms: readonly AdapterModule[] = Object.values(
  import.meta.glob<AdapterModule>('../*.ts', { eager: true }),
)
