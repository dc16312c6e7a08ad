import type { AdapterModule } from './registry'

const ranks = ['declaration', 'guess']
const rankOf = ({ adapter }: AdapterModule): number => ranks.indexOf(adapter.knowsBy ?? 'guess')

/** What reads pages of platforms that we do not know: those that know better are asked first. */
export const unknown: readonly AdapterModule[] = Object.values(
  import.meta.glob<AdapterModule>('../unknown/*.ts', { eager: true }),
).sort((a, b) => rankOf(a) - rankOf(b))
