import type { AdapterModule } from './registry'

/** A platform's own adapter knows by neither, and comes first. */
const ranks = ['declaration', 'guess']
const rankOf = ({ adapter }: AdapterModule): number => ranks.indexOf(adapter.knowsBy ?? '')

/**
 * Platforms that are little more than a shape, and what reads platforms that we do not know, which needs the code for
 * shapes, too: those that know better are asked first.
 */
export const unknown: readonly AdapterModule[] = Object.values(
  import.meta.glob<AdapterModule>(['../shaped/*.ts', '../unknown/*.ts'], { eager: true }),
).sort((a, b) => rankOf(a) - rankOf(b))
