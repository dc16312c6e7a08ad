import { find, findAll, firstElement, matches, nextElement, parentNode } from '@/utils/dom/unclobbered'

/** An element with so many children holds most of its page: to look through that takes longer than a slice may. */
const many = 200
const stride = 32

const holdsMany = (element: Element): boolean => {
  let children = 0
  for (let child = firstElement(element); child && children < many; child = nextElement(child)) children += 1
  return children === many
}

/**
 * What `querySelectorAll` finds in a document, in the same order, with pauses: in the long list around what comes first,
 * each item is looked through by itself, and so is what follows the list.
 * @param selector says nothing of what is around: within one element, browsers take a hundred times as long for that
 */
export function* findAllInSteps(document: Document, selector: string): Generator<void, HTMLElement[]> {
  const first = find(document, selector)
  yield
  /** Outermost first. */
  const around: Element[] = []
  for (let at = first && parentNode(first); at && at !== document; at = parentNode(at))
    around.unshift(at as Element)
  const list = around.findLast(holdsMany)
  if (!list) return [...findAll(document, selector)]
  const found: HTMLElement[] = []
  let count = 0
  const lookFrom = function* (start: Element | null): Generator<void> {
    for (let next = start; next; next = nextElement(next)) {
      if (matches(next, selector)) found.push(next as HTMLElement)
      for (const inner of findAll(next, selector)) found.push(inner)
      count += 1
      if (count % stride === 0) yield
    }
  }
  yield* lookFrom(firstElement(list))
  for (let up = around.lastIndexOf(list); up >= 0; up -= 1) yield* lookFrom(nextElement(around[up]!))
  return found
}
