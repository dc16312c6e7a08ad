import { closest, findAll, matches } from '@/utils/dom/unclobbered'

const ours = '[data-understory-ui], [data-understory-loaded]'

/** Whether Understory itself put an element into the page, or what it is in. */
export const isOurOwn = (element: Element): boolean => closest(element, ours) !== null

/**
 * The elements that a selector means around and within what a page's script added, in document order. What
 * Understory itself put there is left out.
 */
export const itemsAdded = (added: readonly Element[], selector: string): HTMLElement[] => {
  const items = added.flatMap((element) => {
    const around = closest(element, selector) as HTMLElement | null
    const within = [...findAll(element, '*')].filter((inner) => matches(inner, selector))
    return around ? [around, ...within] : within
  })
  return [...new Set(items)]
    .filter((item) => !isOurOwn(item))
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
}
