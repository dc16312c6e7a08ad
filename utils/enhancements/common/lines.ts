import { ours } from '@/utils/dom/controls'
import type { Trace } from '@/utils/dom/trace'
import type { CommentLine, PageComment } from './thread-page'

/** A line is made when something first goes into it, as a copy: ten thousand of them must not take long. */
export const createLines = (document: Document, comments: readonly PageComment[], trace: Trace) => {
  const pattern = ours(document, 'span', 'us-line')
  pattern.setAttribute('lang', 'en')
  for (const part of ['us-marks', 'us-actions'])
    pattern.append(Object.assign(document.createElement('span'), { className: part }))
  const lines: CommentLine[] = []
  return (entry: number): CommentLine => {
    const known = lines[entry]
    if (known) return known
    const { element, header } = comments[entry]!.parts
    const line = pattern.cloneNode(true) as HTMLElement
    trace.insert(line, (node) => (header ? header.append(node) : element.prepend(node)))
    const made = { marks: line.firstChild as HTMLElement, actions: line.lastChild as HTMLElement }
    lines[entry] = made
    return made
  }
}
