import { findAll, parentNode, textOf } from '@/utils/dom/unclobbered'
import { isNamed, isOnlyLink, isPartOfMore, leadsElsewhere } from './guess-doubts'
import type { Group } from './guess-items'
import { byWhom, nameBeside, nameInByline, nameLine } from './guess-names'
import { bodyPlace, namePlace, type Piece, placesOf, proseOf, survey } from './guess-parts'
import { saysWhen } from './guess-times'
import { withoutSays } from './wordpress-says'

/** Comments as they were guessed, side by side with what was found of each. */
export type Guess = {
  items: HTMLElement[]
  times: HTMLElement[]
  names: (HTMLElement | null)[]
  nameTexts: (string | null)[]
  words: GuessedWords[]
  all?: HTMLElement[][]
  /** Where in each comment its words and its name stand, as `survey` writes it. */
  paths: { body: string; name: string | null }
}

export type GuessedWords = { body: HTMLElement | null; text: string; words: HTMLElement[] | null }

/** "Comment by Ann |": the name. */
const withoutByline = (name: string): string =>
  name.replace(byWhom, '').replace(/(?:\s[·|–—-]\s+https?:\S*)?(?:(?:\s+[·|–—-])+|,)?$/u, '')

/** The name that an element holds; where there is none, the one in the line of the time. */
export const guessedName = (element: Element | null, time: Element, item: Element): string | null =>
  element ? withoutByline(withoutSays(nameLine(element))) || null : nameBeside(time, item)

/** The words of a comment in the elements that stand where words do. */
export const guessedWords = (
  elements: readonly HTMLElement[],
  set: ReadonlySet<Element>,
  holders: ReadonlySet<Node>,
): GuessedWords => {
  const prose = elements.length === 1 ? elements : elements.filter((element) => !isOnlyLink(element))
  const parts = prose.map((element) => proseOf(element, set, holders))
  const text = parts
    .map((part) => part.text)
    .join('\n\n')
    .trim()
  const [only] = parts
  if (elements.length === 1 && only) return { ...only, text }
  // Paragraphs side by side: each is all words, or nothing is certain.
  const own = parts.map((part) => part.body)
  const areWhole = own.length > 0 && own.every((element) => element !== null)
  return { body: null, text, words: areWhole ? (own as HTMLElement[]) : null }
}

/** Whether the words end with who said them, and when: the post's author answers within the comment. */
const holdsAnswer = (body: Element): boolean => {
  const words = textOf(body).trim()
  return [...findAll(body, '*')].some((element) => {
    const line = textOf(element).trim()
    return line.length < 80 && /\d[:.]\d\d/.test(line) && saysWhen(line) && words.endsWith(line)
  })
}

/** What stands where in the comments of one kind; null where it does not look like comments for certain. */
export function* guessComments(group: Group, base: string): Generator<void, Guess | null> {
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
  const at = (place: { path: string } | null, index: number): Piece[] =>
    place ? surveys[index]!.filter(({ path }) => path === place.path) : []
  const bylines = times.filter((time) => nameInByline(time)).length > items.length * 0.9
  const name = bylines ? null : namePlace(places, body, items.length)
  const names = items.map((_, index) => at(name, index).find(({ chars }) => chars > 0)?.element ?? null)
  const nameTexts = items.map((item, index) => guessedName(names[index] ?? null, times[index]!, item))
  yield
  const words: GuessedWords[] = []
  let answered = 0
  for (const index of items.keys()) {
    const own = at(body, index).map(({ element }) => element)
    const said = guessedWords(own, set, holders)
    words.push(said)
    if (said.body && holdsAnswer(said.body)) answered += 1
    if (index % 64 === 63) yield
  }
  const share = (list: readonly unknown[]): number => list.filter(Boolean).length / items.length
  if (answered > items.length * 0.4) return null
  if (share(nameTexts) < 0.85 || share(words.map(({ text }) => text)) < 0.9) return null
  if (new Set(nameTexts).size === 1 && items.length > 3) return null
  // What says the name is not what she said.
  if (words.some(({ text }, index) => text === nameTexts[index])) return null
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
  const paths = { body: body.path, name: name?.path ?? null }
  return { items, times, names, nameTexts, words, paths, ...(all ? { all } : {}) }
}
