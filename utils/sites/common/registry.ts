import type { Hint, SiteAdapter } from './site-adapter'

type AdapterModule = { adapter: SiteAdapter; hint: Hint }

const ranks = ['platform', 'declaration', 'guess']
const rankOf = ({ adapter }: AdapterModule): number => ranks.indexOf(adapter.knowsBy ?? 'platform')

const modules = Object.values(import.meta.glob<AdapterModule>('../*.ts', { eager: true })).sort(
  (a, b) => rankOf(a) - rankOf(b),
)

/**
 * The adapters that may have something to read here, one at a time: on a large page a look-up takes long, and most
 * pages are claimed by the first. Dropping a file into `utils/sites/` registers it.
 */
export function* adaptersFor(document: Document): Generator<SiteAdapter> {
  for (const { adapter, hint } of modules) if (hint(document)) yield adapter
}
