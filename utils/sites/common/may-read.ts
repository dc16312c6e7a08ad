import { holdsAny } from '@/utils/dom/unclobbered'
import type { Hint } from './site-adapter'

/** Whether an adapter thinks that a document may hold a thread of its platform. */
export const mayRead = ({ selectors, confirm }: Hint, document: Document): boolean =>
  holdsAny(document, selectors) && (confirm?.(document) ?? true)
