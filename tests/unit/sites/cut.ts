import { elementsOf } from '@/utils/dom/comment-parts'
import type { ReadComment, ReadThread } from '@/utils/sites/common/site-adapter'

/** Takes elements out of the document; gives what puts them back, each where it was. */
export const cutOut = (elements: readonly Element[]): (() => void) => {
  const places = elements.map((element) => {
    const place = document.createComment('')
    element.replaceWith(place)
    return () => place.replaceWith(element)
  })
  return () => {
    for (const putBack of places.reverse()) putBack()
  }
}

/**
 * The elements that go with some comments of a thread, none of them within another: what each is made of, what holds
 * replies beside it, and the list around replies where none of these stays.
 */
export const elementsToCut = ({ comments }: ReadThread, cut: readonly ReadComment[]): Element[] => {
  const own = new Set<Element>(
    cut.flatMap(({ parts }) => [
      ...elementsOf(parts),
      ...(parts.replies && !parts.element.contains(parts.replies) ? [parts.replies] : []),
    ]),
  )
  for (const { parts } of comments) {
    const list = parts.replies
    if (!list) continue
    const inList = comments.filter((one) => list.contains(one.parts.element))
    if (inList.length > 0 && inList.every((one) => cut.includes(one))) own.add(list)
  }
  const all = [...own]
  return all
    .filter((one) => !all.some((other) => other !== one && other.contains(one)))
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
}
