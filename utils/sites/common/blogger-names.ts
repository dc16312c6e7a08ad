import {
  attribute,
  closest,
  findAll,
  firstNode,
  isWithin,
  nameOf,
  nextNode,
  textOf,
} from '@/utils/dom/unclobbered'
import { oneLine } from './page-head'

/** "Ana said...": what Blogger writes after a name, where nothing but words parts the two. */
const said =
  /[\s\u00a0]*(?:said|says|wrote|dijo|ha dicho|va dir|hat gesagt|schrieb|sagte|a dit|disse|falou|ha detto|zei|mengatakan|berkata|pisze|napisał\(a\)|dedi ki|sa|sagde|kirjoitti|írta|řekl\(a\)|комментирует|пишет|каже|είπε|さんの?コメント|さんは書きました)\s*[.…:]*$/iu

const withoutSaid = (line: string): string => {
  const name = line.replace(said, '')
  // In any other language it is the last word, and dots.
  return name !== line ? name : line.replace(/\s+\S+\s*(?:\.{3}|…)$/, '')
}

/** Templates put links into the line that have the comment answered or taken away: to Blogger's form, or to a script. */
const isTool = (link: Element): boolean =>
  /\/comment\.g\?|\/(?:delete-comment|comment\/delete|comment\/fullpage)|^\s*(?:javascript:|#)/.test(
    attribute(link, 'href') ?? '',
  )
const holdsTool = (element: Element): boolean => [...findAll(element, 'a[href]')].some(isTool)

/** The words of a line that are not in a link: of what follows the time, where the line begins with that. */
const ownWords = (head: Element, time: Element | null): string => {
  let words = ''
  for (let node = firstNode(head); node; node = nextNode(node)) {
    const name = nameOf(node)
    if (time && isWithin(time, node)) words = ''
    else if (name === '#text') words += textOf(node)
    else if (/^(?:SPAN|B|STRONG|EM|I|CITE)$/.test(name) && !holdsTool(node as Element)) words += textOf(node)
  }
  return words.replace(/^[\s,:]+/, '')
}

type Named = { name: Element | null; text: string | null }

/** Who wrote a comment, in the line above it. */
export const nameIn = (head: Element, time: Element | null): Named => {
  for (const link of findAll(head, 'a[href], .anon-comment-author')) {
    if (link === time || isTool(link) || closest(link, '.avatar-image-container, .item-control')) continue
    const text = oneLine(textOf(link).replaceAll('\u00a0', ' '))
    if (text !== '') return { name: link, text }
  }
  const [first = '', second] = ownWords(head, time)
    .split('\n')
    .map((line) => oneLine(line.replaceAll('\u00a0', ' ')))
    .filter(Boolean)
  // Layouts write the name and what it did on lines of their own.
  return { name: null, text: (second === undefined ? withoutSaid(first) : first) || null }
}
