import {
  addressOf,
  classOf,
  findAll,
  firstElement,
  firstNode,
  isWithin,
  nameOf,
  nextElement,
  nextNode,
  parentNode,
  textOf,
} from '@/utils/dom/unclobbered'
import { assembleThread, commonAncestor, createCommentReader } from '../common/comment-reader'
import { onlyNumberIn } from '../common/digits'
import { type Guess, guessComments } from '../common/guess-comments'
import { groupItems, sideBySide } from '../common/guess-items'
import { guessParents } from '../common/guess-nesting'
import { commentPlaces, commentWord, findTimes, saysWhen } from '../common/guess-times'
import { oneLine } from '../common/page-head'
import type { Hint, ReadComment, SiteAdapter } from '../common/site-adapter'
import { withWholeRoot } from '../common/whole-root'

/** The words that say when, where an element says more than that. */
const whenIn = (time: Element): string => {
  for (let node = firstNode(time); node && firstElement(time); node = nextNode(node)) {
    const words = node.nodeType === 3 ? oneLine(textOf(node)).trim() : ''
    if (saysWhen(words))
      return words.replace(
        /^[\s,|·•–—-]*(?:(?:\p{L}+\s+)?(?:on|am|at|le|el|il|op|em|vom|den)\s+)?(?=\p{L}*\s?\d)/iu,
        '',
      )
  }
  return textOf(time)
}

/** The words around the list that promise a number: "27 comments". */
const countIn = (root: Element): number | null => {
  for (const heading of findAll(root, 'h1, h2, h3, h4, h5, legend')) {
    const text = textOf(heading)
    if (text.length < 60 && commentWord.test(text)) return onlyNumberIn(text)
  }
  return null
}

const isLike = (element: Element, other: Element | null): boolean =>
  !!other && nameOf(other) === nameOf(element) && textOf(element).length > 20 && textOf(other).length > 20

/**
 * A place named after comments, with another one of its kind beside it or two of a kind in it. It runs on every page,
 * so it is content with that.
 */
export const hint: Hint = (document) => {
  let looked = 0
  for (const place of findAll(document, commentPlaces)) {
    looked += 1
    if (looked > 400) return false
    if (/^(?:BODY|HTML|A|INPUT|LABEL|FORM|P)$/.test(nameOf(place))) continue
    if (classOf(place) !== '' && isLike(place, nextElement(place))) return true
    const inner = firstElement(place)
    const first = inner && /^(?:UL|OL|DL|TABLE)$/.test(nameOf(inner)) ? firstElement(inner) : inner
    const second = first && nextElement(first)
    if (first && /^(?:LI|DIV|DT|ARTICLE|SECTION|TABLE|TR)$/.test(nameOf(first))) {
      if (isLike(first, second) || (second && isLike(second, nextElement(second)))) return true
      if (nameOf(first) === 'DT' && second) return true
    }
  }
  return false
}

export const adapter: SiteAdapter = {
  id: 'structure',
  name: 'Comments',
  knowsBy: 'guess',
  *read(document) {
    const times = yield* findTimes(document)
    if (times.length < 2) return []
    yield
    const base = addressOf(document)
    let best: Guess | null = null
    for (const group of groupItems(times)) {
      const several = sideBySide(group)
      best = (several && (yield* guessComments(several, base))) ?? (yield* guessComments(group, base))
      yield
      if (best) break
    }
    if (!best) return []
    const read = createCommentReader(document)
    const parents = guessParents(best.items)
    const comments: ReadComment[] = []
    for (const [index, item] of best.items.entries()) {
      if (index % 32 === 31) yield
      const name = best.names[index] ?? null
      const time = best.times[index]!
      const { body, text, words } = best.words[index]!
      const all = best.all?.[index]
      const element = (body && all?.find((part) => isWithin(body, part))) ?? item
      const around = name && time ? commonAncestor(name, time) : (name ?? (parentNode(time) as HTMLElement))
      const isLine = around !== element && isWithin(around, element) && !(body && isWithin(body, around))
      const header = isLine ? around : element === item ? (name ?? time) : null
      const beside = nextElement(time)
      const clock =
        beside && /^\D{0,3}\d{1,2}[:.h]\d{2}/.test(textOf(beside).trim()) ? oneLine(textOf(beside)) : null
      comments.push(
        read(
          {
            element,
            header: header === element ? null : header,
            ...(clock ? { clockText: clock } : {}),
            timeText: whenIn(time),
            ...(all ? { all } : {}),
            body,
            name,
            nameText: best.nameTexts[index] ?? null,
            time,
            text,
            ...(words ? { words } : {}),
          },
          comments[parents[index]!]?.comment.id ?? null,
        ),
      )
    }
    yield
    const thread = assembleThread(document, 'structure', comments)
    if (!thread) return []
    const holder = parentNode(thread.root) as Element | null
    const counted = holder && nameOf(holder) !== 'BODY' ? countIn(holder) : null
    return [withWholeRoot({ ...thread, declaredCount: counted })]
  },
}
