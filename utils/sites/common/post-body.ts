import { plainText } from '@/utils/dom/plain-text'
import { isWithin } from '@/utils/dom/unclobbered'
import { createPageScope } from './page-scope'

/** What themes call the words of a post, the surest first. */
const bodies = [
  '.post-body',
  '[itemprop="articleBody"]',
  '.entry-content',
  '.e-content',
  '.post-content',
  '.entry-body',
  '.article-content',
  '.field--name-body',
  '.field-name-body',
  'article',
]

/** No post that people quote from is longer; in UTF-16 units. */
const longest = 300_000

/** The words of the post above a thread, with the element that holds them; null where it is not certain which it is. */
export const findPostBody = (
  document: Document,
  root: Element,
): { element: HTMLElement; text: string } | null => {
  const scope = createPageScope(document, root)
  for (const selector of bodies) {
    const found = scope
      .findAll(selector)
      .filter(
        (element) =>
          !isWithin(root, element) &&
          (element.compareDocumentPosition(root) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
      )
    // A page with several posts does not say which of them is discussed.
    const outer = found.filter(
      (element) => !found.some((other) => other !== element && isWithin(element, other)),
    )
    if (outer.length > 1) return null
    const [element] = outer
    if (!element) continue
    const text = plainText(element).slice(0, longest)
    if (text !== '') return { element, text }
  }
  return null
}
