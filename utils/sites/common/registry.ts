import type { Hint, SiteAdapter } from './site-adapter'

/** What a file in `utils/sites/` exports. */
export type AdapterModule = { adapter: SiteAdapter; hint: Hint }

/**
 * The adapters that may have something to read here, one at a time: on a large page a look-up takes long, and most
 * pages are claimed by the first.
 */
export function* adaptersFor(document: Document, modules: readonly AdapterModule[]): Generator<SiteAdapter> {
  for (const { adapter, hint } of modules) if (hint(document)) yield adapter
}
