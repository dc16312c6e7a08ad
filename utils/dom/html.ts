import createPurifier, { type Config, type DOMPurify, type WindowLike } from 'dompurify'

const inlineTags =
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'
const blockTags =
  'blockquote dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table caption tbody td tfoot th thead tr ul'
/** Attributes that hold a word or a number: DOMPurify must not judge them as addresses. */
const plainAttributes = 'colspan datetime dir lang reversed rowspan start title'.split(' ')

/** What a comment may consist of. One object for every call: DOMPurify then reads it once. */
const rules: Config = {
  // DOMPurify walks from the body that holds the comment; were that not allowed, it would copy everything first.
  ALLOWED_TAGS: ['body', ...inlineTags.split(' '), ...blockTags.split(' ')],
  // `src` and `alt` only live until the image has become a link.
  ALLOWED_ATTR: [...plainAttributes, 'href', 'src', 'alt'],
  ADD_URI_SAFE_ATTR: plainAttributes,
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:)/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
  RETURN_DOM_FRAGMENT: true,
}

let tools: { purify: DOMPurify; inert: Document } | undefined

/**
 * The purifier works on a document of its own: the page's one can be clobbered (`<img name="implementation">`),
 * and DOMPurify would then hand back what it was given.
 */
const getTools = () => {
  if (tools) return tools
  const inert = new Document().implementation.createHTMLDocument('')
  const { DocumentFragment, HTMLTemplateElement, Node, Element, NodeFilter, DOMParser } = globalThis
  const { NamedNodeMap, HTMLFormElement } = globalThis
  const { trustedTypes } = globalThis as Pick<WindowLike, 'trustedTypes'>
  const purify = createPurifier({
    ...{ document: inert, DocumentFragment, HTMLTemplateElement, Node, Element, NodeFilter, DOMParser },
    ...{ NamedNodeMap, HTMLFormElement, trustedTypes },
  })
  if (!purify.isSupported)
    throw new Error('DOMPurify cannot work in this browser, so nothing is shown as HTML.')
  tools = { purify, inert }
  return tools
}

/** An image would be fetched when it is shown, and the blog would learn who reads: it becomes a link. */
const imageToLink = (image: Element): void => {
  const { inert } = getTools()
  const address = image.getAttribute('src')
  const words =
    image.getAttribute('alt')?.trim() || address?.match(/[^/?#]+(?=[?#]|$)/)?.[0] || 'without words'
  const text = inert.createTextNode(`image: ${words}`)
  if (!address || image.parentElement?.closest('a')) {
    image.replaceWith(text)
    return
  }
  const link = inert.createElement('a')
  link.setAttribute('href', address)
  link.append(text)
  image.replaceWith(link)
}

const purified = (dirty: string | Node): DocumentFragment => {
  const fragment = getTools().purify.sanitize(dirty, rules) as unknown as DocumentFragment
  for (const image of [...fragment.querySelectorAll('img')]) imageToLink(image)
  for (const element of fragment.querySelectorAll('[src], [alt]')) {
    element.removeAttribute('src')
    element.removeAttribute('alt')
  }
  for (const link of fragment.querySelectorAll('a')) link.setAttribute('rel', 'noopener noreferrer nofollow')
  return fragment
}

const serialised = (fragment: DocumentFragment): string => {
  const holder = getTools().inert.createElement('div')
  holder.append(fragment)
  return holder.innerHTML
}

/** What may be shown of this HTML, as nodes that fetch nothing and run nothing. */
export const sanitiseToFragment = (html: string): DocumentFragment => purified(html)

/** What may be kept of this HTML. */
export const sanitiseToHtml = (html: string): string => serialised(purified(html))

/** Relative addresses mean something only on their page. */
const makeAbsolute = (element: Element, name: 'href' | 'src', base: string): void => {
  const value = element.getAttribute(name)
  if (value === null) return
  const address = URL.canParse(value, base) ? new URL(value, base).href : ''
  element.setAttribute(name, address)
}

/** Copies of nodes, without those elements within that `except` names. Only the originals know where they stand. */
const copyInto = (
  content: DocumentFragment,
  nodes: Iterable<Node>,
  except: (element: Element) => boolean,
): void => {
  const { inert } = getTools()
  for (const node of nodes) {
    const copy = inert.importNode(node, true)
    content.append(copy)
    if (node.nodeType !== Node.ELEMENT_NODE) continue
    const copies = (copy as Element).querySelectorAll('*')
    for (const [index, inner] of (node as Element).querySelectorAll('*').entries())
      if (except(inner)) copies[index]!.remove()
    if (except(node as Element)) copy.parentNode?.removeChild(copy)
  }
}

/**
 * What may be kept of a live element's content. The element stays as it is; what this extension added to it
 * is left out, and addresses are made absolute.
 * @param except elements within that are left out
 * @param nodes what is taken in place of the content
 */
export const sanitiseElement = (
  element: Element,
  except: (element: Element) => boolean = () => false,
  nodes: Iterable<Node> = element.childNodes,
): string => {
  const { inert } = getTools()
  const base = element.baseURI
  // A copy in a document without a window: no image loads, no custom element wakes up.
  const content = inert.createDocumentFragment()
  copyInto(content, nodes, except)
  for (const own of content.querySelectorAll('[data-understory-ui]')) own.remove()
  for (const reference of content.querySelectorAll('a[data-understory-reference]')) {
    reference.replaceWith(...reference.childNodes)
  }
  for (const link of content.querySelectorAll('a[href]')) makeAbsolute(link, 'href', base)
  for (const image of content.querySelectorAll('img[src]')) makeAbsolute(image, 'src', base)
  content.normalize()
  return serialised(purified(content))
}

/**
 * A whole page as an inert document: nothing in it runs or loads. It is for reading; what is taken out of it is to be
 * sanitised like anything else.
 * @param url the page's own address, which its links are relative to
 */
export const parsePage = (html: string, url: string): Document => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const base = page.createElement('base')
  base.href = url
  for (const other of page.querySelectorAll('base')) other.remove()
  page.head.prepend(base)
  return page
}
