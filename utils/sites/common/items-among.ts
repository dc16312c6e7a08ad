import { findAll, matches } from '@/utils/dom/unclobbered'

/** The elements that a selector means, among and inside of those that were added to a page. */
export const itemsAmong = (added: readonly Element[], selector: string): HTMLElement[] => [
  ...new Set(
    added.flatMap((element) => [
      ...(matches(element, selector) ? [element as HTMLElement] : []),
      ...findAll<HTMLElement>(element, selector),
    ]),
  ),
]
