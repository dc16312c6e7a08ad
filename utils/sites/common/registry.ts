import type { Hint, SiteAdapter } from './site-adapter'

/** What a file in `utils/sites/` exports. */
export type AdapterModule = { adapter: SiteAdapter; hint: Hint }
