import {
  addressOf,
  classOf,
  findAll,
  firstElement,
  isWithin,
  nameOf,
  nextElement,
  parentNode,
  textOf,
} from '@/utils/dom/unclobbered'
import { assembleThread } from '../common/comment-reader'
import { onlyNumberIn } from '../common/digits'
import { createLaterComments } from '../common/guess-added'
import { createLaterParents } from '../common/guess-added-parents'
import { type Guess, guessComments } from '../common/guess-comments'
import { groupItems, sideBySide } from '../common/guess-items'
import { guessParents } from '../common/guess-nesting'
import { commentPlaces, commentWord, findTimes } from '../common/guess-times'
import { createGuessedReader } from '../common/guessed-comment'
import type { Hint, ReadComment, ReadThread, SiteAdapter } from '../common/site-adapter'
import { withWholeRoot } from '../common/whole-root'

/** Reads what came later as the others were read; null where it is not like them, or nothing tells what it answers. */
function* createAddedReader(
  guess: Guess,
  parents: readonly number[],
  { root, comments }: ReadThread,
  readOne: ReturnType<typeof createGuessedReader>,
): Generator<void, NonNullable<ReadThread['readAdded']>> {
  yield
  const later = createLaterComments(guess, root)
  yield
  const parentOf = createLaterParents(guess.items, parents, root, later.selector)
  const byItem = new Map<Node, ReadComment>(guess.items.map((item, index) => [item, comments[index]!]))
  return function* (added) {
    const found = yield* later.find(added)
    if (!found) return null
    const read: ReadComment[] = []
    for (const one of found) {
      const holder = parentOf(one.item)
      const parent = holder ? byItem.get(holder) : null
      // A comment that came into the words of another one makes these something else.
      const said = parent ? [parent.parts.body, ...(parent.parts.words ?? [])] : []
      if (holder === undefined || said.some((words) => words && isWithin(one.item, words))) return null
      const comment = readOne(one, parent?.comment.id ?? null)
      byItem.set(one.item, comment)
      read.push(comment)
    }
    return read
  }
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

/** One beside it, or a little further on one of its class: comments may be several elements, or have anchors before them. */
const hasLike = (place: Element): boolean => {
  let at = nextElement(place)
  for (let steps = 0; at && steps < 4; steps += 1) {
    if ((steps === 0 || classOf(at) === classOf(place)) && isLike(place, at)) return true
    at = nextElement(at)
  }
  return false
}

/**
 * A place named after comments, with another one of its kind beside it or two of a kind in it. It runs on every page,
 * so it is content with that.
 */
const holdsAlike = (document: Document): boolean => {
  let looked = 0
  for (const place of findAll(document, commentPlaces)) {
    looked += 1
    if (looked > 400) return false
    if (/^(?:BODY|HTML|A|INPUT|LABEL|FORM|P)$/.test(nameOf(place))) continue
    if (classOf(place) !== '' && hasLike(place)) return true
    let inner = firstElement(place)
    while (inner && /^(?:H[1-6]|A|P)$/.test(nameOf(inner))) inner = nextElement(inner)
    const first = inner && /^(?:UL|OL|DL|TABLE)$/.test(nameOf(inner)) ? firstElement(inner) : inner
    const second = first && nextElement(first)
    if (first && /^(?:LI|DIV|DT|ARTICLE|SECTION|TABLE|TR)$/.test(nameOf(first))) {
      if (isLike(first, second) || (second && isLike(second, nextElement(second)))) return true
      if (nameOf(first) === 'DT' && second) return true
    }
  }
  return false
}

export const hint: Hint = { selectors: [commentPlaces], isNamed: true, confirm: holdsAlike }

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
    const readOne = createGuessedReader(document)
    const parents = guessParents(best.items)
    const comments: ReadComment[] = []
    for (const [index, item] of best.items.entries()) {
      if (index % 8 === 7) yield
      comments.push(
        readOne(
          {
            item,
            all: best.all?.[index] ?? null,
            time: best.times[index]!,
            name: best.names[index] ?? null,
            nameText: best.nameTexts[index] ?? null,
            words: best.words[index]!,
          },
          comments[parents[index]!]?.comment.id ?? null,
        ),
      )
    }
    yield
    const assembled = assembleThread(document, 'structure', comments)
    if (!assembled) return []
    const thread = withWholeRoot(assembled)
    const readAdded = yield* createAddedReader(best, parents, thread, readOne)
    const holder = parentNode(assembled.root) as Element | null
    const counted = holder && nameOf(holder) !== 'BODY' ? countIn(holder) : null
    return [{ ...thread, declaredCount: counted, readAdded }]
  },
}
