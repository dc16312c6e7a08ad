import { find, findAll, firstElement, isWithin, nextElement, textOf } from '@/utils/dom/unclobbered'
import { assembleThread, createCommentReader } from './comment-reader'
import type { ReadComment, ReadThread } from './site-adapter'

type Declared = Record<string, unknown> & { parent: Declared | null }

const mark = /"@type"\s*:\s*\[?\s*"(?:[\w:/.]*[:/])?Comment"/

/** Where a page may declare what it holds. */
export const declarations = 'script[type="application/ld+json"]'

/** Whether a page declares comments in JSON-LD. */
export const declaresComments = (document: Document): boolean =>
  [...findAll(document, declarations)].some((script) => mark.test(textOf(script)))

/** The length of all that a page declares in JSON-LD: another one where it declares something else. */
const lengthDeclared = (document: Document): number =>
  [...findAll(document, declarations)].reduce((sum, script) => sum + textOf(script).length, 0)

const isComment = (type: unknown): boolean =>
  Array.isArray(type) ? type.some(isComment) : typeof type === 'string' && /(?:^|[:/])Comment$/.test(type)

/** Every comment that a value holds, parents before their replies. */
const collect = (value: unknown, parent: Declared | null, into: Declared[], level = 0): void => {
  if (typeof value !== 'object' || value === null || level > 50) return
  const node = value as Record<string, unknown>
  const own = isComment(node['@type']) ? ({ ...node, parent } as Declared) : parent
  if (own && own !== parent) into.push(own)
  for (const inner of Object.values(node)) collect(inner, own, into, level + 1)
}

const letters = (text: unknown): string =>
  typeof text === 'string' ? text.replace(/<[^>]*>|&\w+;/g, '').replace(/[^\p{L}\p{N}]+/gu, '') : ''

/** The smallest element within another one that holds words. */
const holderOf = (around: Element, words: string, besides: Element | null): HTMLElement | null => {
  if (words === '' || !letters(textOf(around)).includes(words)) return null
  let holder = around
  for (let inner = firstElement(holder); inner; ) {
    if (inner !== besides && letters(textOf(inner)).includes(words)) {
      holder = inner
      inner = firstElement(holder)
    } else inner = nextElement(inner)
  }
  return holder === around ? null : (holder as HTMLElement)
}

const nameOf = (author: unknown): unknown =>
  typeof author === 'string' ? author : (author as { name?: unknown } | null | undefined)?.name

/**
 * The comments that a page declares in JSON-LD, each paired with the element that its address names and whose words
 * are its own. Where one has no such element, nothing is certain.
 */
export function* readJsonLd(document: Document): Generator<void, ReadThread[]> {
  const declared: Declared[] = []
  for (const script of findAll(document, declarations)) {
    try {
      if (mark.test(textOf(script))) collect(JSON.parse(textOf(script)), null, declared)
    } catch {
      // Written by hand, and not always well.
    }
  }
  const read = createCommentReader(document)
  const known = new Map<Declared, ReadComment>()
  for (const [index, node] of declared.entries()) {
    if (index % 32 === 31) yield
    const fragment = /#([\w:.-]+)$/.exec(String(node.url ?? node['@id'] ?? ''))?.[1]
    const element = fragment ? find(document, `[id="${fragment}"]`) : null
    const body = element && holderOf(element, letters(node.text), null)
    if (!element || !body) return []
    const parent = node.parent && known.get(node.parent)
    if (node.parent && !parent) return []
    const name = holderOf(element, letters(nameOf(node.author)), body)
    const comment = read(
      {
        element,
        header: null,
        body,
        name: name && !isWithin(body, name) ? name : null,
        time: find(element, 'time'),
      },
      parent ? parent.comment.id : null,
    )
    known.set(node, comment)
  }
  const comments = [...known.values()]
  const inOrder = comments.every(
    ({ parts }, index) =>
      index === 0 ||
      (comments[index - 1]!.parts.element.compareDocumentPosition(parts.element) &
        Node.DOCUMENT_POSITION_FOLLOWING) !==
        0,
  )
  const thread = inOrder ? assembleThread(document, 'declared', comments) : null
  if (!thread) return []
  const length = lengthDeclared(document)
  // What is not declared is no comment; where something else is declared now, all of it is to be read.
  const readAdded = function* (): Generator<void, ReadComment[] | null> {
    yield
    return lengthDeclared(document) === length ? [] : null
  }
  return [{ ...thread, readAdded }]
}
