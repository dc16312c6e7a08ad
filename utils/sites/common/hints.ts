import { find } from '@/utils/dom/unclobbered'
import { commentPlaces } from './guess-times'
import { mayRead } from './may-read'
import type { Hint } from './site-adapter'

// Only the hints are imported, so the probe carries no adapter's reading code. Those of any markup look through a whole
// page: they are asked when none of the platforms' own look-ups has found what it knows.
const hints = [
  ...Object.values(import.meta.glob<Hint>('../*.ts', { eager: true, import: 'hint' })),
  ...Object.values(import.meta.glob<Hint>('../shaped/*.ts', { eager: true, import: 'hint' })),
  ...Object.values(import.meta.glob<Hint>('../unknown/*.ts', { eager: true, import: 'hint' })),
]

/** Whether any adapter thinks that this document may hold a thread. */
export const mayHoldThread = (document: Document): boolean => {
  const hasNames = find(document, commentPlaces) !== null
  for (const hint of hints) if ((hasNames || !hint.isNamed) && mayRead(hint, document)) return true
  return false
}
