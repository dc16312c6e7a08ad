/**
 * Our own elements on the page. Their words are attributes that the stylesheet shows, so that the page's text,
 * what find-in-page finds and what a selection copies stay the page's own.
 */

const mark = 'data-understory-ui'

export const isOurs = (node: Node): boolean => node instanceof Element && node.hasAttribute(mark)

export const isWithinOurs = (node: Node): boolean =>
  node instanceof Element && node.closest(`[${mark}]`) !== null

/** Makes one of our elements; only the outermost needs to be made with it. */
export const ours = <K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  className: string,
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag)
  element.setAttribute(mark, '')
  element.className = className
  return element
}

/** Words of ours that have no role: seen and read out, but no part of the page's text. */
export const say = (element: Element, words: string): void => element.setAttribute('data-label', words)

/** Sets the words that are seen and, where they differ, the name that is spoken. */
export const label = (element: Element, words: string, name = words): void => {
  element.setAttribute('data-label', words)
  element.setAttribute('aria-label', name)
}

/** A button whose words are not part of the page's text. */
export const button = (
  document: Document,
  className: string,
  words: string,
  name = words,
): HTMLButtonElement => {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = `us-button ${className}`
  label(element, words, name)
  return element
}
