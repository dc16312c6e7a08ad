import type { CommentParts } from '@/utils/dom/comment-parts'
import { createElement } from '@/utils/dom/unclobbered'
import type { TextComment, TextThread } from './text-shapes'

/** Elements for a thread that has none; they are not in the document yet. */
export type TextElements = {
  mount: HTMLElement
  root: HTMLElement
  /** Adds one comment; a reply goes under the top-level comment before it. */
  add(comment: TextComment, id: string): CommentParts
}

/**
 * Each line ends in a break *and* in the newline of the source: so the element's text is the source to the
 * letter, and its lines show without a style of ours, in a clip for instance.
 */
const appendLines = (document: Document, to: HTMLElement, text: string): HTMLElement => {
  text.split('\n').forEach((line, index) => {
    if (index > 0) to.append(createElement(document, 'br', ''), '\n')
    to.append(line)
  })
  return to
}

/** Builds the frame of a thread: the post, the heading, and an empty list for the comments. */
export const createTextElements = (document: Document, { post, heading }: TextThread): TextElements => {
  const make = (name: 'div' | 'li' | 'ol', part: string): HTMLElement =>
    createElement(document, name, part === '' ? 'understory-text' : `understory-text-${part}`)
  const mount = make('div', '')
  mount.append(appendLines(document, make('div', 'post'), post), '\n')
  if (heading !== '') mount.append(appendLines(document, make('div', 'heading'), heading), '\n')
  const root = make('ol', 'comments')
  mount.append(root)
  /** The last top-level comment's own list, made when its first reply comes. */
  let replies: HTMLElement | null = null
  let top: CommentParts | null = null

  const placeReply = (element: HTMLElement): void => {
    if (!top) return
    if (!replies) {
      replies = make('ol', 'comments')
      top.element.append('\n', replies)
      top.replies = replies
    }
    replies.append(element, '\n')
  }

  const add = ({ depth, label, text, actions }: TextComment, id: string): CommentParts => {
    const element = make('li', 'comment')
    element.id = id
    const header = make('div', 'header')
    header.append(label)
    const body = appendLines(document, make('div', 'body'), text)
    element.append(header, '\n', body)
    if (actions !== '') element.append('\n', appendLines(document, make('div', 'actions'), actions))
    const parts: CommentParts = { element, header, body, replies: null }
    if (depth === 1 && top) placeReply(element)
    else {
      root.append(element, '\n')
      top = parts
      replies = null
    }
    return parts
  }
  return { mount, root, add }
}
