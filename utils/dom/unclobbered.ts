/**
 * Reads of the DOM that the page cannot bend. Inside a form, `<input name="children">` takes the place of the
 * form's own `children`, and `<img name="querySelector">` that of the document's. Forms are therefore read with
 * the getters of `Element.prototype`, everything else directly, which is faster.
 */
const getters = new Map<string, () => unknown>()

const getterOf = (key: string): (() => unknown) => {
  const known = getters.get(key)
  if (known) return known
  let owner: object | null = Element.prototype
  while (owner && !Object.hasOwn(owner, key)) owner = Object.getPrototypeOf(owner)
  const get = owner && Object.getOwnPropertyDescriptor(owner, key)?.get
  if (!get) throw new Error(`Element has no getter "${key}".`)
  getters.set(key, get)
  return get
}

/** A clobbered property is an element or a list of elements, never a string. */
const isForm = (node: Node): boolean => {
  const { nodeName } = node
  return nodeName === 'FORM' || nodeName === 'form' || typeof nodeName !== 'string'
}
const ofForm = <T>(form: Node, key: string): T => getterOf(key).call(form) as T

export const firstElement = (node: Element): Element | null =>
  isForm(node) ? ofForm(node, 'firstElementChild') : node.firstElementChild

export const nextElement = (node: Element): Element | null =>
  isForm(node) ? ofForm(node, 'nextElementSibling') : node.nextElementSibling

export const previousElement = (node: Element): Element | null =>
  isForm(node) ? ofForm(node, 'previousElementSibling') : node.previousElementSibling

export const firstNode = (node: Node): ChildNode | null =>
  isForm(node) ? ofForm(node, 'firstChild') : node.firstChild

export const nextNode = (node: Node): ChildNode | null =>
  isForm(node) ? ofForm(node, 'nextSibling') : node.nextSibling

export const parentNode = (node: Node): ParentNode | null =>
  isForm(node) ? ofForm(node, 'parentNode') : node.parentNode

export const textOf = (node: Node): string => {
  const text = node.textContent
  return typeof text === 'string' ? text : ofForm<string>(node, 'textContent')
}

/** Upper-case for elements of HTML, e.g. "DIV", "#text". */
export const nameOf = (node: Node): string => (isForm(node) ? 'FORM' : node.nodeName)

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
  if (isForm(root)) return Element.prototype.querySelector.call(root, selector) as E | null
  try {
    // The prototypes are not touched where that can be spared: in a fresh script it takes the probe's whole budget.
    return root.querySelector<E>(selector)
  } catch {
    const { querySelector } = isDocument(root) ? Document.prototype : Element.prototype
    return querySelector.call(root, selector) as E | null
  }
}

/**
 * Whether a document holds what any of the selectors finds. Each is looked up by itself: browsers know which classes
 * a document has, but go through all of its elements for a list of selectors, which takes five times as long.
 */
export const holdsAny = (document: Document, selectors: readonly string[]): boolean => {
  try {
    for (const selector of selectors) if (document.querySelector(selector)) return true
    return false
  } catch {
    return selectors.some((selector) => find(document, selector) !== null)
  }
}

/** `querySelectorAll`; the caller says what its selector finds. */
export const findAll = <E extends Element = HTMLElement>(
  root: Document | Element,
  selector: string,
): NodeListOf<E> => {
  try {
    if (!isForm(root)) return root.querySelectorAll<E>(selector)
  } catch {
    // The page has put something of its own in this place.
  }
  const { querySelectorAll } = isDocument(root) ? Document.prototype : Element.prototype
  return querySelectorAll.call(root, selector) as NodeListOf<E>
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
