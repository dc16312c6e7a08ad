import { plainText } from '@/utils/dom/plain-text'
import {
  findAll,
  firstElement,
  firstNode,
  isWithin,
  nameOf,
  nextElement,
  nextNode,
} from '@/utils/dom/unclobbered'
import { roleOf } from './wordpress-roles'

export type BodyFinder = {
  /** The elements of the comment. */
  all: readonly HTMLElement[]
  /** Those whose class says that they hold the words. */
  bodies: readonly Element[]
  /** Whether an element holds the author's name or the time. */
  isHead: (element: Element) => boolean
  /** Whether an element is none of the comment's words: buttons, avatars, replies. */
  isBeside: (element: Element) => boolean
  isPing: boolean
}

type Found = {
  body: HTMLElement | null
  text: string
  /** The elements that are the words, where the body holds more. */
  words?: readonly HTMLElement[]
  /** What within is not the commenter's. */
  except: (element: Element) => boolean
}

const blocks = /^(?:P|BLOCKQUOTE|UL|OL|PRE|TABLE|FIGURE|H[1-6]|DIV|SECTION|DL|DD)$/
/** Blocks that commenters write, rather than themes. */
const written = /^(?:P|BLOCKQUOTE|UL|OL|PRE|TABLE|FIGURE|H[1-6]|DL)$/
const heads = /^(?:name|author|time|meta|says)$/

const childrenOf = (elements: readonly Element[]): Element[] => {
  const all: Element[] = []
  for (const element of elements)
    for (let child = firstElement(element); child; child = nextElement(child)) all.push(child)
  return all
}

/** Some themes call the whole comment by the author's class. */
const holdsWords = (box: Element, { isHead, isBeside }: BodyFinder): boolean =>
  [...findAll(box, 'p')].some(
    (child) => !isHead(child) && roleOf(child) === '' && plainText(child, isBeside) !== '',
  )

/** The oldest themes put the words right into the comment, after a linked name. */
const hasBareWords = (box: Element): boolean => {
  for (let node = firstNode(box); node; node = nextNode(node))
    if (node.nodeType === 3 && /\p{L}{2}.*\s.*\p{L}{2}/su.test((node as Text).data)) return true
  return false
}

/** Themes that give the words no element of their own put paragraphs after the author's line. */
const findAmong = (within: readonly Element[], finder: BodyFinder): Found => {
  const { isHead, isBeside } = finder
  let level = within
  // Deeper than a dozen boxes, no theme puts its words.
  for (let steps = 0; steps < 12; steps += 1) {
    const worded = childrenOf(level).filter((child) =>
      blocks.test(nameOf(child)) || firstElement(child)
        ? !isBeside(child) && plainText(child, isBeside) !== ''
        : false,
    )
    const own = worded.filter(
      (child) => !heads.test(roleOf(child)) && !isHead(child) && blocks.test(nameOf(child)),
    )
    const [only] = own
    if (only && own.length === 1)
      return { body: only as HTMLElement, text: plainText(only, isBeside), except: isBeside }
    if (only) {
      const paragraphs = own.filter((child) => written.test(nameOf(child)))
      const boxes = own.filter((child) => !written.test(nameOf(child)))
      const [box] = boxes
      if (box && paragraphs.length === 0) {
        // Of several boxes, the one with the most words; the others are the theme's.
        const text = (child: Element): string => plainText(child, isBeside)
        const body = boxes.reduce((best, child) => (text(child).length > text(best).length ? child : best))
        return { body: body as HTMLElement, text: text(body), except: isBeside }
      }
      return {
        body: level.length === 1 ? (level[0] as HTMLElement) : null,
        text: own.map((child) => plainText(child, isBeside)).join('\n\n'),
        words: own as HTMLElement[],
        except: isBeside,
      }
    }
    // No child is free of author and time: the words are further within, or they are bare text.
    const deeper = worded.filter(
      (child) =>
        isHead(child) && firstElement(child) && (!heads.test(roleOf(child)) || holdsWords(child, finder)),
    )
    const [inner] = deeper
    if (!inner || (level.some(hasBareWords) && !holdsWords(inner, finder))) break
    level = [inner]
  }
  const bare = (element: Element): boolean =>
    isBeside(element) || heads.test(roleOf(element)) || (isHead(element) && !within.includes(element))
  const except = finder.isPing ? isBeside : bare
  const text = level
    .map((element) => plainText(element, except))
    .join('\n\n')
    .trim()
  return { body: level.length === 1 ? (level[0] as HTMLElement) : null, text, except }
}

/** Finds the words of a comment. */
export const findBody = (finder: BodyFinder): Found => {
  const { all, bodies, isHead, isBeside } = finder
  const own = bodies.filter((body) => !isHead(body))
  // Of a body in a body, the inner one holds the words.
  const body = own.find((outer) => !own.some((inner) => inner !== outer && isWithin(inner, outer)))
  if (body) return { body: body as HTMLElement, text: plainText(body, isBeside), except: isBeside }
  const around = bodies[0]
  return findAmong(around ? [around] : all, finder)
}
