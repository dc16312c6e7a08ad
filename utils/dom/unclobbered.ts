/**
 * Reads of the DOM that the page cannot bend. Inside a form, `<input name="children">` takes the place of the
 * form's own `children`, and `<img name="querySelector">` that of the document's. What walks the tree therefore calls
 * the getters of the prototypes, which is as fast as asking the node itself.
 */
const getterOf = (key: string): (() => unknown) => {
  let owner: object | null = Element.prototype
  while (owner && !Object.hasOwn(owner, key)) owner = Object.getPrototypeOf(owner)
  const get = owner && Object.getOwnPropertyDescriptor(owner, key)?.get
  if (!get) throw new Error(`Element has no getter "${key}".`)
  return get
}

/** Looked up when it is needed first: the probe, which hardly needs any, has no time for all of them. */
const reading = <N extends Node, T>(key: string): ((node: N) => T) => {
  let get: (() => unknown) | undefined
  return (node) => {
    get ??= getterOf(key)
    return get.call(node) as T
  }
}

export const firstElement = reading<Element, Element | null>('firstElementChild')
export const lastElement = reading<Element, Element | null>('lastElementChild')
export const nextElement = reading<Element, Element | null>('nextElementSibling')
export const previousElement = reading<Element, Element | null>('previousElementSibling')
export const firstNode = reading<Node, ChildNode | null>('firstChild')
export const nextNode = reading<Node, ChildNode | null>('nextSibling')
export const parentNode = reading<Node, ParentNode | null>('parentNode')
const anyText = reading<Node, string>('textContent')

// A clobbered property is an element or a list of elements, never a string.
export const textOf = (node: Node): string => {
  const text = node.textContent
  return typeof text === 'string' ? text : anyText(node)
}

/** Upper-case for elements of HTML, e.g. "DIV", "#text". */
export const nameOf = (node: Node): string => {
  const { nodeName } = node
  return typeof nodeName !== 'string' || nodeName === 'form' ? 'FORM' : nodeName
}

export const attribute = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name)

export const classOf = (element: Element): string => {
  const all = element.className
  // The class of an SVG element is an object, too.
  return typeof all === 'string' ? all : (attribute(element, 'class') ?? '')
}

/** Whether a list of classes, as `classOf` gives it, holds one. */
export const includesClass = (list: string, name: string): boolean =>
  list === name || (list.includes(name) && list.split(/\s+/).includes(name))

export const hasClass = (element: Element, name: string): boolean => includesClass(classOf(element), name)

const isDocument = (root: Document | Element): root is Document => root instanceof Document

/** `querySelector`; the caller says what its selector finds. */
export const find = <E extends Element = HTMLElement>(
  root: Document | Element,
  selector: string,
): E | null => {
  try {
    // The prototypes are not touched where that can be spared: in a fresh script it takes the probe's whole budget.
    return root.querySelector<E>(selector)
  } catch {
    // The page has put something of its own in this place, which cannot be called.
    const { querySelector } = isDocument(root) ? Document.prototype : Element.prototype
    return querySelector.call(root, selector) as E | null
  }
}

/**
 * Whether a document holds what any of the selectors finds. Each is looked up by itself: browsers know which classes
 * a document has, but go through all of its elements for a list of selectors, which takes five times as long.
 */
export const holdsAny = (document: Document, selectors: readonly string[]): boolean => {
  for (const selector of selectors) if (find(document, selector)) return true
  return false
}

/** `querySelectorAll`; the caller says what its selector finds. */
export const findAll = <E extends Element = HTMLElement>(
  root: Document | Element,
  selector: string,
): NodeListOf<E> => {
  try {
    return root.querySelectorAll<E>(selector)
  } catch {
    const { querySelectorAll } = isDocument(root) ? Document.prototype : Element.prototype
    return querySelectorAll.call(root, selector) as NodeListOf<E>
  }
}

/** How many elements a document has. */
export const countElements = (document: Document): number => {
  try {
    return document.getElementsByTagName('*').length
  } catch {
    return Document.prototype.getElementsByTagName.call(document, '*').length
  }
}

export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector)

export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector)

export const isWithin = (node: Node, ancestor: Node): boolean => Node.prototype.contains.call(ancestor, node)

const ofDocument = (document: Document, key: 'URL' | 'contentType'): string => {
  const own = document[key]
  if (typeof own === 'string') return own
  const get = Object.getOwnPropertyDescriptor(Document.prototype, key)?.get
  return String(get ? get.call(document) : document[key])
}

export const addressOf = (document: Document): string => ofDocument(document, 'URL')
export const contentTypeOf = (document: Document): string => ofDocument(document, 'contentType')

export const createElement = <K extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: K,
  className: string,
): HTMLElementTagNameMap[K] => {
  const element = Document.prototype.createElement.call(document, name) as HTMLElementTagNameMap[K]
  element.className = className
  return element
}
