import {
  addressOf,
  attribute,
  classOf,
  find,
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
import { type Group, groupItems, kindOf, sharedKind, sideBySide } from '../common/guess-items'
import { guessParents } from '../common/guess-nesting'
import {
  bodyPlace,
  nameBeside,
  namePlace,
  type Piece,
  placesOf,
  proseOf,
  survey,
} from '../common/guess-parts'
import { commentPlaces, commentWord, findTimes, saysWhen } from '../common/guess-times'
import { oneLine } from '../common/page-head'
import type { Hint, ReadComment, SiteAdapter } from '../common/site-adapter'
import { withoutSays } from '../common/wordpress-says'

/** Comments as they were guessed, side by side with what was found of each. */
type Guess = {
  items: HTMLElement[]
  times: HTMLElement[]
  names: (HTMLElement | null)[]
  nameTexts: (string | null)[]
  words: { body: HTMLElement | null; text: string }[]
  all?: HTMLElement[][]
}

const aside = /count|num|link|icon|total|form|btn|button|add|toggle|has-|no-|open|closed/i

const namesComments = (element: Element | null): boolean =>
  !!element &&
  `${classOf(element)} ${attribute(element, 'id') ?? ''}`
    .split(/\s+/)
    .some((name) => commentWord.test(name) && !aside.test(name))

const isNamed = (items: readonly HTMLElement[], surveys: readonly Piece[][]): boolean => {
  const first = items[0] ?? null
  const above = first && (parentNode(first) as Element | null)
  const outer = above && (parentNode(above) as Element | null)
  return (
    items.every(namesComments) ||
    namesComments(above) ||
    (outer?.nodeType === 1 && namesComments(outer)) ||
    surveys.every((pieces) => pieces.some(({ element }) => namesComments(element)))
  )
}

const pathOf = (link: Element, base: string): URL | null => {
  try {
    return new URL(attribute(link, 'href') ?? '', base)
  } catch {
    return null
  }
}

/** Teasers, search results and lists of the latest comments look alike, but lead elsewhere. */
const leadsElsewhere = (
  surveys: readonly Piece[][],
  bodies: readonly (Element | null)[],
  base: string,
): boolean => {
  const here = new URL(base).pathname
  let headings = 0
  const paths = new Set<string>()
  let anchors = 0
  for (const [index, pieces] of surveys.entries()) {
    let hasHeading = false
    for (const { element } of pieces) {
      if (nameOf(element) !== 'A' || (bodies[index] && isWithin(element, bodies[index]!))) continue
      const url = pathOf(element, base)
      if (!url || !/^https?:/.test(url.protocol) || url.pathname === here) continue
      if (/^H[1-6]$/.test(nameOf(parentNode(element) as Element))) {
        // A name may be a heading, too, and lead to a profile.
        if (textOf(element).trim().length > 25) hasHeading = true
      }
      if (url.hash !== '' && /com|repl|#c?\d/.test(url.hash)) {
        paths.add(url.pathname)
        anchors += 1
      }
    }
    if (hasHeading) headings += 1
  }
  return headings > surveys.length * 0.3 || (paths.size > 1 && anchors > surveys.length / 2)
}

/** Elements that are like these and have words, but are none of them: then only some of the comments were seen. */
const isPartOfMore = ({ items, times, alike, all }: Group, set: ReadonlySet<Element>): boolean => {
  const kind = sharedKind(items) ?? []
  const telling = kind.filter((name) => commentWord.test(name))
  const kinds = new Set(items.map((item) => kindOf(item).join('.')))
  const first = items[0]!
  const parts = new Set<Element>([...set, ...(all ?? []).flat()])
  const isLeft = (element: Element): boolean =>
    nameOf(element) === nameOf(first) && !parts.has(element) && textOf(element).trim() !== ''
  for (const parent of new Set(items.map((item) => parentNode(item) as Element)))
    for (let at = firstElement(parent); at; at = nextElement(at)) {
      const own = kindOf(at)
      if (kind.length === 0 || !isLeft(at)) continue
      if (telling.length > 0 ? own.some((name) => telling.includes(name)) : kinds.has(own.join('.')))
        return true
    }
  const root = items.reduce<HTMLElement>((holder, item) => commonAncestor(holder, item), first)
  const known = new Set<Element>(times)
  let further = 0
  for (const time of alike) {
    if (known.has(time) || !isWithin(time, root)) continue
    let at: Node | null = time
    while (at && at !== root && !parts.has(at as Element)) at = parentNode(at)
    if (!at || at === root) return true
    further += 1
  }
  // A comment may say when it was edited, too.
  if (further > items.length * 0.4) return true
  return (
    telling.length > 0 &&
    [...findAll(root, `.${kind.map((name) => CSS.escape(name)).join('.')}`)].some(isLeft)
  )
}

/** "Reply" in a paragraph of its own. */
const isReplyLink = (element: Element): boolean => {
  const link = find(element, 'a, button')
  return !!link && textOf(element).trim().length < 40 && textOf(link).trim() === textOf(element).trim()
}

/** What stands where in the comments of one kind; null where it does not look like comments for certain. */
function* guess(group: Group, base: string): Generator<void, Guess | null> {
  const { items, times, all } = group
  const set = new Set<Element>(items)
  const holders = new Set<Node>()
  for (const item of items)
    for (let at = parentNode(item) as Node | null; at && !holders.has(at); at = parentNode(at))
      holders.add(at)
  yield
  const surveys: Piece[][] = []
  for (const [index, item] of items.entries()) {
    surveys.push(survey(all?.[index] ?? [item], set, times[index]!))
    if (index % 64 === 63) yield
  }
  yield
  const places = placesOf(surveys)
  const body = bodyPlace(places, items.length)
  if (!body || body.linked > body.chars / 2 || body.chars < items.length * 8) return null
  yield
  const name = namePlace(places, body, items.length)
  const at = (place: { path: string } | null, index: number): HTMLElement[] =>
    place ? surveys[index]!.filter(({ path }) => path === place.path).map(({ element }) => element) : []
  const names = items.map((_, index) => at(name, index)[0] ?? null)
  const nameTexts = items.map((item, index) => {
    const element = names[index]
    return element ? withoutSays(oneLine(textOf(element))) || null : nameBeside(times[index]!, item)
  })
  yield
  const words: Guess['words'] = []
  for (const index of items.keys()) {
    const elements = at(body, index)
    const prose = elements.length === 1 ? elements : elements.filter((element) => !isReplyLink(element))
    const parts = prose.map((element) => proseOf(element, set, holders))
    const text = parts
      .map((part) => part.text)
      .join('\n\n')
      .trim()
    words.push({ body: elements.length === 1 ? (parts[0]?.body ?? null) : null, text })
    if (index % 64 === 63) yield
  }
  const share = (list: readonly unknown[]): number => list.filter(Boolean).length / items.length
  if (share(nameTexts) < 0.85 || share(words.map(({ text }) => text)) < 0.9) return null
  if (new Set(nameTexts).size === 1 && items.length > 3) return null
  if (new Set(words.map(({ text }) => text)).size < items.length * 0.7) return null
  if (!isNamed(items, surveys) || isPartOfMore(group, set)) return null
  if (
    leadsElsewhere(
      surveys,
      words.map(({ body }) => body),
      base,
    )
  )
    return null
  return { items, times, names, nameTexts, words, ...(all ? { all } : {}) }
}

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
      best = (several && (yield* guess(several, base))) ?? (yield* guess(group, base))
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
      const { body, text } = best.words[index]!
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
    return [{ ...thread, declaredCount: counted }]
  },
}
