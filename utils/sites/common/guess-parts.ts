import { plainText } from '@/utils/dom/plain-text'
import { classOf, find, firstNode, nameOf, nextNode, parentNode, textOf } from '@/utils/dom/unclobbered'
import { kindOf } from './guess-items'
import { isSkipped, saysWhen } from './guess-times'
import { oneLine } from './page-head'
import { withoutSays } from './wordpress-says'

/** One element of a comment, its replies left out. */
export type Piece = { element: HTMLElement; path: string; chars: number; linked: number; hasTime: boolean }

/** What is known of the elements that stand at the same place in every comment. */
type Place = { path: string; pieces: Piece[]; items: number; chars: number; linked: number; times: number }

const telling = /comment|author|user|name|meta|content|body|text|date|time|message|head|foot/i

/** One class stands for an element's place: the others often say how it looks. */
export const step = (element: Element): string => {
  const kind = kindOf(element)
  return `${nameOf(element)}.${kind.find((name) => telling.test(name)) ?? kind[0] ?? ''}`
}

/** Where one of the elements that a comment is made of stands in it. */
export const pathOf = (all: readonly Element[], index: number): string =>
  all.length === 1 ? '' : `+${index}>${step(all[index]!)}`

/** Everything in a comment that has words, but for its replies; outermost first. */
export const survey = (all: readonly HTMLElement[], items: ReadonlySet<Element>, time: Element): Piece[] => {
  const pieces: Piece[] = []
  const visit = (element: HTMLElement, path: string, level: number): Piece => {
    const piece: Piece = { element, path, chars: 0, linked: 0, hasTime: element === time }
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

const lastOf = (path: string): string => path.slice(path.lastIndexOf('>') + 1)

const bodyWord = /content|body|text|message|copy|descr|entry|contenu|texte|inhalt|msg/i

/** The place of the words: in nearly every comment, once, and with more words than any other. */
export const bodyPlace = (places: readonly Place[], count: number): Place | null => {
  const full = places
    .filter(({ path, items, times }) => path !== '' && times < count * 0.1 && items >= count * 0.9)
    .sort((a, b) => b.chars - a.chars)
  const once = full.filter(({ pieces, items }) => pieces.length === items)
  const most = once[0]
  const many = full[0]
  // Paragraphs side by side, without an element around them.
  if (many && (!most || many.chars > most.chars * 1.2)) return many
  if (!most) return null
  const depth = (path: string) => path.split('>').length
  const inner = once
    .filter(({ path }) => path.startsWith(most.path))
    .sort((a, b) => depth(b.path) - depth(a.path))
  return (
    inner.find(({ path, chars }) => bodyWord.test(lastOf(path)) && chars > most.chars * 0.8) ??
    inner.find(({ chars }) => chars > most.chars * 0.97) ??
    most
  )
}

const nameWord =
  /author|user|nick|(?:^|[-_.a-z])name|poster|(?:^|[-_.])by(?:line)?(?![a-z])|commenter|auteur|autor|pseudo|(?:^|[-_.])(?:fn|who)(?![a-z])|member|account|person/i
const notName =
  /date|time|action|reply|rating|score|count|vote|num(?![a-z])|number|badge|avatar|role|permalink|edit|report|share|like|level|location|joined|posts(?![a-z])/i

const nameScore = ({ path }: Place, before: boolean): number => {
  const last = lastOf(path)
  const tag = last.slice(0, last.indexOf('.'))
  const classes = last.slice(tag.length)
  let score = before ? 1 : 0
  if (nameWord.test(classes)) score += 4
  if (notName.test(classes)) score -= 4
  if (tag === 'CITE') score += 3
  else if (/^(?:STRONG|B|H[2-6])$/.test(tag)) score += 2
  else if (tag === 'A') score += 1
  return score
}

/** The place of the names: short, before the words, and not the same everywhere. */
export const namePlace = (places: readonly Place[], body: Place, count: number): Place | null => {
  let best: Place | null = null
  let most = 2
  const order = new Map(places.map((place, index) => [place, index]))
  for (const place of places) {
    const { path, pieces, items, times } = place
    if (path === '' || times > count * 0.1 || items < count * 0.85 || path.startsWith(body.path)) continue
    const odd = Math.floor(pieces.length / 10)
    if (pieces.filter(({ chars }) => chars > 60).length > odd) continue
    const words = pieces.map(({ element }) => nameLine(element))
    if (words.filter((text) => text.length > 80 || saysWhen(text) || !/\p{L}/u.test(text)).length > odd)
      continue
    if (new Set(words).size === 1 && (count > 2 || /^\W*(?:reply|link|#)/i.test(words[0]!))) continue
    const score = nameScore(place, order.get(place)! < order.get(body)!)
    if (score < most) continue
    best = place
    most = score
  }
  return best
}

const toolWord =
  /tool|action|button|btn|reply|replies|share|vote|like|report|rating|meta|flag|avatar|children|form|delete|remove/i
/** What stands beside a name, or in it, and is no part of it: "Admin", "Reply". */
const besideName = /badge|flag|label|role|delete|remove|reply|report|action|btn|button|avatar/i

/** The words of a line in which names stand, without what stands beside them. */
export const nameLine = (element: Element): string =>
  oneLine(plainText(element, (inner) => inner !== element && besideName.test(classOf(inner))))

const leading =
  /^(?:(?:posted|written|submitted|comment(?:ed)?|publié|verfasst)\s+)?(?:by|par|von|por|di|door|przez|от)[\s:]+/i
const trailing = /(?:[\s,|·•–—@:/(-]|\s(?:on|at|le|am|um|vom|el|il|op|dia|the|says))+$/iu

/** What is left of a line that shows the time and the name. */
const nameInLine = (line: string, when: string): string | null => {
  const at = line.indexOf(when)
  const before = line.slice(0, Math.max(at, 0)).replace(trailing, '')
  const after = at < 0 ? '' : line.slice(at + when.length).replace(/^[\s,|·•–—@:/-]+/, '')
  const rest = before === '' ? after.replace(trailing, '') : before
  const name = withoutSays(rest.replace(leading, ''))
  return name !== '' && name.length <= 60 && name.split(' ').length < 7 && !saysWhen(name) ? name : null
}

/** "Posted by Bob on 3 May": all in one element, the name without one of its own. */
const inByline =
  /(?:^|\s)(?:by|par|von|por|di|door|przez|от)[\s:]+(\S.{0,59}?)\s*(?:,|\s(?:on|at|le|am|um|el|il|op|the)\s|[|·•–—@(]|(?<=\s)\d|$)/iu
const inOneLine =
  /^(\p{L}[^,|·•–—@(:]{0,59}?)\s*(?:,|:|[|·•–—@(]|\s(?:on|at|le|am|um|el|il|op|wrote|says|said)\s)/iu

/** "Posted by Bob" in the words that show the time: what has a place of its own is then a title. */
export const nameInByline = (time: Element): string | null => {
  const line = oneLine(textOf(time))
  const name = line.length < 120 ? inByline.exec(line)?.[1] : null
  return name && /\p{L}/u.test(name) && !saysWhen(name) ? name : null
}

/** "Bob – 3 May", and "Posted by Bob on 3 May", in one element: the name. */
const nameBeforeTime = (time: Element): string | null => {
  const line = oneLine(textOf(time))
  const name = (inByline.exec(line) ?? inOneLine.exec(line))?.[1]?.replace(trailing, '')
  return name && !saysWhen(name) ? name : null
}

/** The name in the line that shows the time, where it has no place of its own. */
export const nameBeside = (time: Element, item: Element): string | null => {
  const when = oneLine(textOf(time))
  for (
    let at: Element | null = time;
    at && (at !== item || at === time);
    at = parentNode(at) as Element | null
  ) {
    const line = nameLine(at)
    if (line.length > 160) return null
    const name = line === when ? nameBeforeTime(at) : nameInLine(line, when)
    if (name && !saysWhen(name)) return name
  }
  return null
}

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
