import { plainText } from '@/utils/dom/plain-text'
import { classOf, find, firstNode, isWithin, nameOf, nextNode, textOf } from '@/utils/dom/unclobbered'
import { kindOf } from './guess-items'
import { byWhom, nameLine } from './guess-names'
import { isSkipped, saysWhen } from './guess-times'
import { oneLine } from './page-head'

/** One element of a comment, its replies left out. */
export type Piece = {
  element: HTMLElement
  path: string
  chars: number
  linked: number
  hasTime: boolean
  /** Whether it is the time, or stands in it. */
  inTime: boolean
}

/** What is known of the elements that stand at the same place in every comment. */
type Place = { path: string; pieces: Piece[]; items: number; chars: number; linked: number; times: number }

const telling = /comment|author|user|name|meta|content|body|text|date|time|message|head|foot/i
const nameWord =
  /author|user|nick|(?:^|[-_.a-z])name|poster|(?:^|[-_.])by(?:line)?(?![a-z])|commenter|auteur|autor|pseudo|(?:^|[-_.])(?:fn|who)(?![a-z])|member|account|person/i
const notName =
  /date|time|action|reply|rating|score|count|vote|num(?![a-z])|number|badge|avatar|role|permalink|edit|report|share|like|level|location|joined|posts(?![a-z])/i
/** Who has a site is a link, who has none a word of the same class. */
const maybeLinked = /^(?:A|SPAN|B|STRONG|DIV)$/

/** One class stands for an element's place: the others often say how it looks. */
export const step = (element: Element): string => {
  const kind = kindOf(element)
  const who =
    maybeLinked.test(nameOf(element)) && kind.find((one) => nameWord.test(one) && !notName.test(one))
  if (who) return `WHO.${who}`
  return `${nameOf(element)}.${kind.find((name) => telling.test(name)) ?? kind[0] ?? ''}`
}

/** Where one of the elements that a comment is made of stands in it. */
export const pathOf = (all: readonly Element[], index: number): string =>
  all.length === 1 ? '' : `+${index}>${step(all[index]!)}`

/** Everything in a comment that has words, but for its replies; outermost first. */
export const survey = (all: readonly HTMLElement[], items: ReadonlySet<Element>, time: Element): Piece[] => {
  const pieces: Piece[] = []
  const visit = (element: HTMLElement, path: string, level: number): Piece => {
    const piece: Piece = {
      element,
      path,
      chars: 0,
      linked: 0,
      hasTime: element === time,
      inTime: isWithin(element, time),
    }
    pieces.push(piece)
    for (let node = firstNode(element); node; node = nextNode(node)) {
      if (node.nodeType === 3) piece.chars += (node as Text).data.trim().length
      if (node.nodeType !== 1 || items.has(node as Element) || isSkipped(node as Element)) continue
      const child = node as HTMLElement
      if (level > 40) continue
      const inner = visit(child, `${path}>${step(child)}`, level + 1)
      piece.chars += inner.chars
      piece.linked += nameOf(child) === 'A' ? inner.chars : inner.linked
      piece.hasTime ||= inner.hasTime
    }
    // A line of the words may look like the line of the time, and stand beside it.
    if (piece.hasTime && level > 0) piece.path += '@'
    return piece
  }
  for (const [index, element] of all.entries()) visit(element, pathOf(all, index), 0)
  return pieces
}

export const placesOf = (surveys: readonly Piece[][]): Place[] => {
  const places = new Map<string, Place & { last: number }>()
  for (const [index, pieces] of surveys.entries()) {
    for (const piece of pieces) {
      if (piece.chars === 0) continue
      let place = places.get(piece.path)
      if (!place) {
        place = { path: piece.path, pieces: [], items: 0, chars: 0, linked: 0, times: 0, last: -1 }
        places.set(piece.path, place)
      }
      if (place.last !== index) place.items += 1
      place.last = index
      place.pieces.push(piece)
      place.chars += piece.chars
      place.linked += piece.linked
      if (piece.hasTime) place.times += 1
    }
  }
  return [...places.values()]
}

/** "DIV.body" is not in "DIV.bodyhead" beside it. */
const isIn = (path: string, place: string): boolean => path === place || path.startsWith(`${place}>`)

const lastOf = (path: string): string => path.slice(path.lastIndexOf('>') + 1)

const bodyWord = /content|body|text|message|copy|descr|entry|contenu|texte|inhalt|msg/i

/** The place of the words: in nearly every comment, once, and with more words than any other. */
export const bodyPlace = (places: readonly Place[], count: number): Place | null => {
  const full = places
    .filter(
      ({ path, items, times, pieces }) =>
        path !== '' && times < count * 0.1 && items >= count * 0.9 && !pieces[0]!.inTime,
    )
    .sort((a, b) => b.chars - a.chars)
  const once = full.filter(({ pieces, items }) => pieces.length === items)
  const most = once[0]
  const many = full[0]
  // Paragraphs side by side, without an element around them.
  if (many && (!most || many.chars > most.chars * 1.2)) return many
  if (!most) return null
  const depth = (path: string) => path.split('>').length
  const inner = once.filter(({ path }) => isIn(path, most.path)).sort((a, b) => depth(b.path) - depth(a.path))
  return (
    inner.find(({ path, chars }) => bodyWord.test(lastOf(path)) && chars > most.chars * 0.8) ??
    inner.find(({ chars }) => chars > most.chars * 0.97) ??
    most
  )
}

const nameScore = ({ path, pieces }: Place, before: boolean): number => {
  const last = lastOf(path)
  const tag = nameOf(pieces[0]!.element)
  const classes = last.slice(last.indexOf('.'))
  let score = before ? 1 : 0
  if (nameWord.test(classes)) score += 4
  if (notName.test(classes)) score -= 4
  if (tag === 'CITE') score += 3
  else if (/^(?:STRONG|B|H[2-6])$/.test(tag)) score += 2
  else if (tag === 'A') score += 1
  return score
}

/** "@ann@example.org" stands beside a name; "by Ann" is one. */
const saidScore = (words: readonly string[]): number =>
  words.every((text) => text.startsWith('@')) ? -3 : words.every((text) => byWhom.test(text)) ? 1 : 0

/** The place of the names: short, before the words, and not the same everywhere. */
export const namePlace = (places: readonly Place[], body: Place, count: number): Place | null => {
  let best: Place | null = null
  let most = 2
  const order = new Map(places.map((place, index) => [place, index]))
  for (const place of places) {
    const { path, pieces, items, times } = place
    if (path === '' || times > count * 0.1 || items < count * 0.85 || isIn(path, body.path)) continue
    const odd = Math.floor(pieces.length / 10)
    if (pieces.filter(({ chars }) => chars > 60).length > odd) continue
    const words = pieces.map(({ element }) => nameLine(element))
    if (words.filter((text) => text.length > 80 || saysWhen(text) || !/\p{L}/u.test(text)).length > odd)
      continue
    if (new Set(words).size === 1 && (count > 2 || /^\W*(?:reply|link|#)/i.test(words[0]!))) continue
    const score = nameScore(place, order.get(place)! < order.get(body)!) + saidScore(words)
    if (score < most) continue
    best = place
    most = score
  }
  return best
}

const toolWord =
  /tool|action|button|btn|reply|replies|share|vote|like|report|rating|meta|flag|avatar|children|form|delete|remove/i

/** `words` are the elements that hold nothing else, where the body holds more or there is none. */
type Prose = { body: HTMLElement | null; text: string; words: HTMLElement[] | null }

/** The words of a comment where its element holds more than them: replies, forms, buttons. */
export const proseOf = (
  holder: HTMLElement,
  items: ReadonlySet<Element>,
  /** Everything around an item. */
  holders: ReadonlySet<Node>,
): Prose => {
  const prose: ChildNode[] = []
  let isMixed = false
  let isCrowded = false
  for (let node = firstNode(holder); node; node = nextNode(node)) {
    if (node.nodeType === 3 && (node as Text).data.trim() !== '') prose.push(node)
    if (node.nodeType !== 1) continue
    const child = node as HTMLElement
    const words = textOf(child).trim()
    if (/^(?:BR|IMG|HR)$/.test(nameOf(child))) continue
    const isForm = isSkipped(child) ? nameOf(child) !== 'BLOCKQUOTE' : find(child, 'form, textarea') !== null
    const isItem = items.has(child) || holders.has(child)
    if (isForm || isItem) isCrowded = true
    if (isForm || isItem || (toolWord.test(classOf(child)) && words.length < 120)) isMixed ||= words !== ''
    else if (words !== '') prose.push(child)
  }
  if (!isMixed) return { body: holder, text: plainText(holder), words: null }
  const text = prose
    .map((node) => (node.nodeType === 1 ? plainText(node as Element) : oneLine((node as Text).data)))
    .join('\n\n')
    .trim()
  const [only] = prose
  if (prose.length === 1 && only?.nodeType === 1) return { body: only as HTMLElement, text, words: null }
  const areElements = prose.every(({ nodeType }) => nodeType === 1)
  return {
    body: isCrowded ? null : holder,
    text,
    words: areElements ? (prose as Node[] as HTMLElement[]) : null,
  }
}
