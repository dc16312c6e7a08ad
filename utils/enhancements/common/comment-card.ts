import { button } from '@/utils/dom/controls'
import { listed, plural } from '@/utils/dom/words'
import { followTo } from './go-to'
import type { ThreadPage } from './thread-page'

/** Who wrote a comment, as its card says. */
export const nameOf = ({ comments, conversation }: ThreadPage, entry: number): string => {
  const { author } = comments[entry]!.comment
  return (author.isAnonymous && conversation.commenters[entry]?.name) || author.name || 'Somebody'
}

/** "Getafix, 30 October 2020 at 21:31": a comment in a few words, as it is called in names of controls. */
export const titleOf = (page: ThreadPage, entry: number): string => {
  const { text } = page.comments[entry]!.comment.time
  return text === '' ? nameOf(page, entry) : `${nameOf(page, entry)}, ${text}`
}

/** Words that were cut somewhere, without the half of a character that may be at the cut. */
export const whole = (words: string): string => words.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')

/** The beginning of a comment, for a list or a name. */
export const beginningOf = ({ comments }: ThreadPage, entry: number, most = 90): string => {
  const words = comments[entry]!.comment.text.replace(/\s+/g, ' ').trim()
  return words.length <= most ? words : `${whole(words.slice(0, most)).replace(/\s+\S*$/, '')}…`
}

export const repliesIn = (count: number): string => plural(count, 'reply', 'replies')

/** "12 replies by Ana, Bo and 3 more · 2 new" */
export const whatIsInside = (
  { comments, conversation, arrangement, fresh }: ThreadPage,
  entry: number,
): string => {
  const { placements, placeOf } = arrangement.peek()
  const place = placeOf[entry]!
  const inside = placements
    .slice(place + 1, place + 1 + placements[place]!.inside)
    // The later parts of a comment are no further replies.
    .flatMap(({ entry: reply }) => (conversation.partOf[reply] ? [] : comments[reply]!.comment))
  const names = [...new Set(inside.flatMap(({ author }) => author.name ?? []))]
  const newOnes = inside.filter(({ id }) => fresh.peek().has(id)).length
  return [
    repliesIn(inside.length) + (names.length > 0 ? ` by ${listed(names)}` : ''),
    ...(newOnes > 0 ? [`${newOnes} new`] : []),
  ].join(' · ')
}

/** The words of a comment; its references lead on. */
const wordsOf = (page: ThreadPage, entry: number, makeReference: MakeReference): DocumentFragment => {
  const { document, comments, conversation } = page
  const { text } = comments[entry]!.comment
  const words = document.createDocumentFragment()
  let at = 0
  for (const reference of conversation.references[entry] ?? []) {
    const link = makeReference(entry, conversation.references[entry]!.indexOf(reference))
    if (!link || reference.start < at) continue
    link.textContent = text.slice(reference.start, reference.end)
    words.append(text.slice(at, reference.start), link)
    at = reference.end
  }
  words.append(text.slice(at))
  return words
}

/** Makes the link for the nth reference of a comment; null where it leads nowhere. */
export type MakeReference = (entry: number, nth: number) => HTMLElement | null

/** A comment to be read where one is: who, when, what it says, and a way to go there. */
export const commentCard = (
  page: ThreadPage,
  entry: number,
  signal: AbortSignal,
  makeReference: MakeReference,
  gone: () => void = () => {},
): HTMLElement => {
  const { document, comments } = page
  const { time } = comments[entry]!.comment
  const card = document.createElement('article')
  card.className = 'us-card-comment'
  const header = document.createElement('header')
  const name = document.createElement('b')
  name.textContent = nameOf(page, entry)
  const when = document.createElement('span')
  when.textContent = time.text
  const go = button(document, 'us-card-go', 'Go there', `Go to the comment by ${titleOf(page, entry)}`)
  go.addEventListener('click', () => {
    gone()
    followTo(page, entry, signal)
  })
  header.append(name, when, go)
  const body = document.createElement('p')
  body.dir = 'auto'
  body.append(wordsOf(page, entry, makeReference))
  if (body.textContent === '') body.textContent = 'This comment has no words.'
  card.append(header, body)
  return card
}
