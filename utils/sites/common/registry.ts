import type { Hint, SiteAdapter } from './site-adapter'

type AdapterModule = { adapter: SiteAdapter; hint: Hint }

const ranks = ['platform', 'declaration', 'guess']
const rankOf = ({ adapter }: AdapterModule): number => ranks.indexOf(adapter.knowsBy ?? 'platform')

const modules = Object.values(import.meta.glob<AdapterModule>('../*.ts', { eager: true })).sort(
  (a, b) => rankOf(a) - rankOf(b),
)

/** The adapters that may have something to read here. Dropping a file into `utils/sites/` registers it. */
export const adaptersFor = (document: Document): SiteAdapter[] =>
  modules.filter(({ hint }) => hint(document)).map(({ adapter }) => adapter)
