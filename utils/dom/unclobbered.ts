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

const isForm = (node: Node): boolean => node instanceof HTMLFormElement
const ofForm = <T>(form: Node, key: string): T => getterOf(key).call(form) as T

export const firstElement = (node: Element): Element | null =>
  isForm(node) ? ofForm(node, 'firstElementChild') : node.firstElementChild

export const nextElement = (node: Element): Element | null =>
  isForm(node) ? ofForm(node, 'nextElementSibling') : node.nextElementSibling

export const firstNode = (node: Node): ChildNode | null =>
  isForm(node) ? ofForm(node, 'firstChild') : node.firstChild

export const nextNode = (node: Node): ChildNode | null =>
  isForm(node) ? ofForm(node, 'nextSibling') : node.nextSibling

export const parentNode = (node: Node): ParentNode | null =>
  isForm(node) ? ofForm(node, 'parentNode') : node.parentNode

export const textOf = (node: Node): string =>
  (isForm(node) ? ofForm<string | null>(node, 'textContent') : node.textContent) ?? ''

/** Upper-case for elements of HTML, e.g. "DIV", "#text". */
export const nameOf = (node: Node): string => (isForm(node) ? 'FORM' : node.nodeName)

export const attribute = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name)

export const hasClass = (element: Element, name: string): boolean => {
  const all = isForm(element) ? attribute(element, 'class') : element.className
  if (all === name) return true
  // The class of an SVG element is an object.
  const list = typeof all === 'string' ? all : (attribute(element, 'class') ?? '')
  return list.includes(name) && list.split(/\s+/).includes(name)
}

const isDocument = (root: Document | Element): root is Document => root instanceof Document

/** `querySelector`, typed as its caller knows the selector to be. */
export const find = <E extends Element = HTMLElement>(root: Document | Element, selector: string): E | null =>
  isDocument(root)
    ? Document.prototype.querySelector.call(root, selector)
    : (Element.prototype.querySelector.call(root, selector) as E | null) as never

export const findAll = <E extends Element = HTMLElement>(root: Document | Element, selector: string): NodeListOf<E> =>
  (isDocument(root)
    ? Document.prototype.querySelectorAll.call(root, selector)
    : Element.prototype.querySelectorAll.call(root, selector)) as NodeListOf<E>

export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector)

export const isWithin = (node: Node, ancestor: Node): boolean => Node.prototype.contains.call(ancestor, node)

const ofDocument = (document: Document, key: 'URL' | 'contentType'): string => {
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
