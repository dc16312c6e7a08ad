import { find, holdsAny } from '@/utils/dom/unclobbered'
import type { Hint } from './site-adapter'

/** Whether an adapter thinks that a document may hold a thread of its platform. */
export const mayRead = ({ selectors, confirm }: Hint, document: Document): boolean =>
  holdsAny(document, selectors) && (confirm?.(document) ?? true)

/** The same with a pause after each look-up: on a page of ten thousand comments each takes milliseconds. */
export function* mayReadInSteps({ selectors, confirm }: Hint, document: Document): Generator<void, boolean> {
  for (const selector of selectors) {
    const found = find(document, selector)
    yield
    if (found) return confirm?.(document) ?? true
  }
  return false
}
