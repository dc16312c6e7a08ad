import {
  attribute,
  classOf,
  closest,
  find,
  hasClass,
  isWithin,
  nameOf,
  nextElement,
  parentNode,
} from '@/utils/dom/unclobbered'
import { itemsAdded } from './added-items'
import { findAllInSteps } from './find-all-in-steps'
import { createPlaces, isList } from './wordpress-places'

/** One comment as the page nests it. */
export type Item = {
  element: HTMLElement
  /** With what belongs to it and stands beside it, as the `dd` of a `dt`. */
  all: HTMLElement[]
  /** The number in the platform's id, "123" of "comment-123". */
  number: string | null
  /** 1 at top level, as its class says; 0 where it says nothing. */
  depth: number
  parent: Item | null
  /** A pingback or trackback: another blog's software wrote it. */
  isPing: boolean
  isPostAuthor: boolean
  /** The list that it is in at top level. */
  list: Element
}

/** What WordPress's `comment_class` prints, of which themes keep at least one; ids are for those that print none. */
const candidates =
  '[class*="depth-"],li.pingback,li.trackback,[id^="comment-"],[id^="li-comment-"],.wc-comment'
/** What themes call a list of comments, or a box around one: not the "LastComments" of a widget. */
const listName = /(?:^|[\s_-])comments?(?:[-_]?(?:list|items|area|section|wrap|thread))?(?=\s|$)/i
const listsPings = /ping|trackback/i

const kind = /(?:^|\s)(?:comment|pingback|trackback|pings?)(?=\s|$)/
const ping = /(?:^|\s)(?:pingback|trackback)(?=\s|$)/
const row = /(?:^|\s)(?:even|odd)(?=\s|$)/
const depthIn = /(?:^|\s)(?:depth-|wc_comment_level-)(\d{1,4})(?=\s|$)/
/** The plug-in wpDiscuz has marks of its own. */
const discuz = /(?:^|\s)wc-comment(?=\s|$)/
const idPattern = /^(?:(?:li-)?comment-|w(?:c|pd)-comm-)(\d+)(?:_\d+)?$/
const holders = /^(?:LI|DIV|ARTICLE|SECTION|DT|TR)$/

const isHidden = (element: Element): boolean =>
  attribute(element, 'hidden') !== null || /display\s*:\s*none/.test(attribute(element, 'style') ?? '')

/** Reviews of a shop's products have the same markup, and are no conversation. */
const isOther = /(?:^|\s)(?:review|js-comment|menu-item)(?=\s|$)/

type Candidate = { element: HTMLElement; number: string | null; depth: number; classes: string }

const candidateOf = (element: HTMLElement): Candidate | null => {
  const classes = classOf(element)
  const number = idPattern.exec(attribute(element, 'id') ?? '')?.[1] ?? null
  const depth = Number(depthIn.exec(classes)?.[1] ?? 0)
  const isMarked =
    (kind.test(classes) && ((depth > 0 && row.test(classes)) || ping.test(classes))) ||
    (depth > 0 && discuz.test(classes))
  if (!holders.test(nameOf(element)) || isOther.test(classes)) return null
  if (!isMarked && (number === null || closest(element, 'li.review'))) return null
  return number === null && isHidden(element)
    ? null
    : { element, number, depth: isMarked ? depth : 0, classes }
}

const isWordPress = (document: Document): boolean =>
  find(
    document,
    'form[action*="wp-comments-post"],#comment_post_ID,meta[name="generator"][content^="WordPress"],link[href*="/wp-content/"],link[href*="/wp-includes/"],script[src*="/wp-includes/"]',
  ) !== null

/** The list item around a comment's only element: replies are beside that element, in the item. */
const widened = (element: HTMLElement, byElement: ReadonlyMap<Node, Item>): HTMLElement => {
  if (isList(element) || nameOf(element) === 'LI' || nameOf(element) === 'DT') return element
  let at: Node | null = parentNode(element)
  // Themes give the number to the words, and to what is around them and the replies.
  if (attribute(at as Element, 'id') === `div-${attribute(element, 'id')}`) return at as HTMLElement
  for (let steps = 0; steps < 2 && at && !isList(at) && !byElement.has(at); steps += 1) {
    if (nameOf(at) === 'LI') return at as HTMLElement
    at = parentNode(at)
  }
  return element
}

const withFollowers = (element: HTMLElement): HTMLElement[] => {
  const all = [element]
  if (nameOf(element) !== 'DT') return all
  for (let next = nextElement(element); next && nameOf(next) === 'DD'; next = nextElement(next))
    all.push(next as HTMLElement)
  return all
}

/** A sidebar's list of what was said elsewhere looks like a thread; a thread in such a box has its form there. */
const sides =
  '.wp-list-table,.widget,.widget-area,.sidebar,#sidebar,#secondary,[class*="recent-comments"],[class*="recentcomments"],aside:not([id*="comment"]):not([class*="comment"])'

const namesOf = (element: Element): string => `${classOf(element)} ${attribute(element, 'id') ?? ''}`

const isNamed = (list: Element): boolean => {
  let at: Element | null = list
  for (let steps = 0; steps < 4 && at && nameOf(at) !== 'BODY'; steps += 1) {
    if (listName.test(namesOf(at))) return true
    at = parentNode(at) as Element | null
  }
  return closest(list, '#comments,.comments-area,.comments') !== null
}

/** Where a theme, or broken markup, closes a comment before its replies, their list stands beside it. */
const isReplies = (list: Element): boolean => hasClass(list, 'children')

const isBeside = (list: Element): boolean => {
  const box = closest(list, sides)
  return !!box && !find(box, '#respond,#commentform,main,.hentry')
}

/** Finds the comments of the page's own threads, all of them at first and then those that came since. */
export const createItemFinder = (document: Document) => {
  const byElement = new Map<Node, Item>()
  const elements = new Set<Node>()
  const { placeOf, claim } = createPlaces(document, byElement)
  let open: Item[] = []
  const besides = new Map<Element, boolean>()

  const findMarked = function* (found: ArrayLike<HTMLElement>): Generator<void, Candidate[]> {
    const marked: Candidate[] = []
    for (let index = 0; index < found.length; index += 1) {
      const candidate = candidateOf(found[index] as HTMLElement)
      if (candidate) marked.push(candidate)
      if (index % 256 === 255) yield
    }
    return marked
  }

  const itemsOf = function* (marked: readonly Candidate[], isAdded: boolean): Generator<void, Item[] | null> {
    const items: Item[] = []
    for (const [index, { element: inner, number, depth, classes }] of marked.entries()) {
      if (index % 128 === 127) yield
      // What was read before is only named once more.
      if (isAdded && byElement.has(inner)) continue
      const { owner, crossed } = placeOf(inner)
      let parent = owner
      if (owner && (!crossed || (number !== null && number === owner.number))) {
        // Themes repeat the classes or the id on an element within; broken markup puts the next comment there.
        const isDeeper = owner.depth > 0 && depth > owner.depth
        const isSame = !isDeeper && (number === null || owner.number === null || number === owner.number)
        if (isSame) {
          owner.number ??= number
          owner.isPostAuthor ||= classes.includes('bypostauthor')
          continue
        }
        while (parent && depth > 0 && parent.depth >= depth) parent = parent.parent
      }
      const element = widened(inner, byElement)
      let list = parent?.list ?? (parentNode(element) as Element)
      if (!owner) {
        let beside = besides.get(list)
        if (beside === undefined) {
          beside = isBeside(list) || (depth === 0 && !ping.test(classes) && !isNamed(list))
          besides.set(list, beside)
        }
        if (beside) continue
        // A flat list says in classes what others say by nesting; what an added comment stands below may have moved.
        if (depth > 1 && isAdded) return null
        const holder = list
        const isAbove = (item: Item): boolean =>
          item.depth > 0 &&
          item.depth < depth &&
          (item.list === holder || (isReplies(holder) && isWithin(holder, item.list)))
        if (depth > 1) parent = open.findLast(isAbove) ?? null
        list = parent?.list ?? holder
      }
      const item: Item = {
        element,
        all: withFollowers(element),
        number,
        depth,
        parent,
        isPing: ping.test(classes) || (depth === 0 && !parent && listsPings.test(namesOf(list))),
        isPostAuthor: /(?:^|\s)bypostauthor(?=\s|$)/.test(classes),
        list,
      }
      if (depth > 0) open = open.filter((earlier) => earlier.depth < depth).concat(item)
      claim(item, inner)
      for (const own of item.all) elements.add(own)
      items.push(item)
    }
    return items
  }

  return {
    /** Those of all comments that were found. */
    elements,
    /** In document order. */
    findAll: function* (): Generator<void, Item[]> {
      const found = yield* findAllInSteps(document, candidates)
      const marked = yield* findMarked(found)
      // Ids and classes of one word are not WordPress's alone.
      const isSure = marked.some(({ depth }) => depth > 0) || (marked.length > 0 && isWordPress(document))
      return isSure ? ((yield* itemsOf(marked, false)) ?? []) : []
    },
    /** Null where only a whole new reading can tell. */
    findAdded: function* (added: readonly Element[]): Generator<void, Item[] | null> {
      return yield* itemsOf(yield* findMarked(itemsAdded(added, candidates)), true)
    },
  }
}
