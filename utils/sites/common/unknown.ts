import type { AdapterModule } from './registry'

/** A platform's own adapter knows by neither, and comes first. */
const ranks = ['declaration', 'guess']
const rankOf = ({ adapter }: AdapterModule): number => ranks.indexOf(adapter.knowsBy ?? '')

/** Shapes of platforms, and what reads platforms that we do not know: those that know better are asked first. */
export const unknown: readonly AdapterModule[] = Object.values(
  import.meta.glob<AdapterModule>(
    [
      '../discourse.ts',
      '../disqus.ts',
      '../ghost.ts',
      '../spip.ts',
      '../stack-exchange.ts',
      '../substack.ts',
      '../unknown/*.ts',
    ],
    { eager: true },
  ),
).sort((a, b) => rankOf(a) - rankOf(b))
