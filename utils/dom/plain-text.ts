import { firstNode, hasClass, nameOf, nextNode, parentNode } from './unclobbered'

/** Blocks that end a paragraph: an empty line stands between them and what follows. */
const paragraphs = new Set([
  'P',
  'BLOCKQUOTE',
  'UL',
  'OL',
  'DL',
  'PRE',
  'TABLE',
  'FIGURE',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
])
/** Blocks that only begin on a line of their own. */
const lines = new Set([
  'DIV',
  'LI',
  'DT',
  'DD',
  'TR',
  'HR',
  'SECTION',
  'ARTICLE',
  'ASIDE',
  'HEADER',
  'FOOTER',
  'MAIN',
  'NAV',
  'ADDRESS',
  'FORM',
  'FIGCAPTION',
  'DETAILS',
  'SUMMARY',
  'FIELDSET',
])
const silent = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'HEAD',
  'TITLE',
  'TEXTAREA',
  'SELECT',
  'IFRAME',
  'OBJECT',
])

/** White space as HTML counts it: a no-break space is not among it. */
const runs = /[ \t\n\r\f]+/g
/** Most text has single spaces only, and is told so faster than it is rewritten. */
const collapse = (text: string): string => (/[\t\n\r\f]| {2}/.test(text) ? text.replace(runs, ' ') : text)

const breaksAround = (name: string): number => (paragraphs.has(name) ? 2 : lines.has(name) ? 1 : 0)

/** Collects words and breaks. Breaks wait for the next word, so that none stand at either end. */
const createPage = () => {
  let out = ''
  let breaks = 0
  let preformatted = 0
  const write = (text: string): void => {
    let words = preformatted > 0 ? text : collapse(text)
    const fresh = out === '' || breaks > 0 || out.endsWith(' ')
    if (fresh && preformatted === 0) words = words.replace(/^ /, '')
    if (words === '') return
    if (breaks > 0 && out !== '') out = (out.endsWith(' ') ? out.slice(0, -1) : out) + '\n'.repeat(breaks)
    out += words
    breaks = 0
  }
  const enter = (name: string): void => {
    breaks = Math.max(breaks, breaksAround(name))
    if (name === 'PRE') preformatted += 1
  }
  const leave = (name: string): void => {
    breaks = Math.max(breaks, breaksAround(name))
    if (name === 'PRE') preformatted -= 1
  }
  const breakLine = (): void => {
    breaks += 1
  }
  return { write, enter, leave, breakLine, words: () => out.trim() }
}

/** The words of an element that has only text and line breaks, as nearly every comment has; null for any other. */
const flatText = (root: Element): string | null => {
  let out = ''
  // Neither text nor a break can be a form, so their properties are their own.
  for (let node = firstNode(root); node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) out += collapse((node as Text).data)
    else if (node.nodeName === 'BR') out += '\n'
    else return null
  }
  return (out.includes(' \n') || out.includes('\n ') ? out.replace(/ *\n */g, '\n') : out).trim()
}

/** The class of elements to leave out, or what says so of each. */
export type Except = string | ((element: Element) => boolean)

/**
 * The words of an element as a reader sees them, without layout: a line break is "\n", a paragraph "\n\n",
 * other white space collapses. Elements that `except` names are left out.
 */
export const plainText = (root: Element, except?: Except): string =>
  flatText(root) ?? nestedText(root, except)

const nestedText = (root: Element, except?: Except): string => {
  const page = createPage()
  const isLeftOut = (element: Element): boolean =>
    typeof except === 'string' ? hasClass(element, except) : !!except?.(element)
  const isOpened = (node: Node, name: string): boolean => {
    if (name === '#text') page.write((node as Text).data)
    else if (name === 'BR') page.breakLine()
    else return !(name.startsWith('#') || silent.has(name) || isLeftOut(node as Element))
    return false
  }
  // A loop rather than recursion: bodies may be nested deeper than the stack allows.
  let node: Node | null = firstNode(root)
  while (node && node !== root) {
    const name = nameOf(node)
    const opened = isOpened(node, name)
    if (opened) page.enter(name)
    const child: Node | null = opened ? firstNode(node) : null
    if (child) {
      node = child
      continue
    }
    if (opened) page.leave(name)
    let next: Node | null = nextNode(node)
    while (!next && node) {
      node = parentNode(node)
      if (!node || node === root) return page.words()
      page.leave(nameOf(node))
      next = nextNode(node)
    }
    node = next
  }
  return page.words()
}
