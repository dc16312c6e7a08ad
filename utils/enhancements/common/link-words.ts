import { listed } from '@/utils/dom/words'
import type { CommentTime } from '@/utils/thread/comment'
import type { Evidence, Link, LinkKind } from '@/utils/thread/conversation'
import { nameOf } from './comment-card'
import type { ThreadPage } from './thread-page'

/** A comment that is answered, and how that is known. */
export type Answered = { link: Link; parent: number }

/** What a comment answers, of what is on the page: its parent first. */
export const answeredBy = ({ conversation, entryOf }: ThreadPage, entry: number): Answered[] =>
  [conversation.links[entry], ...(conversation.alsoAnswers[entry] ?? [])].flatMap((link) => {
    const parent = link ? entryOf.get(link.parentId) : undefined
    return link && parent !== undefined ? [{ link, parent }] : []
  })

/** What joins a comment to the one that it answers. */
export const verbs: Record<LinkKind, string> = {
  site: 'in answer to',
  explicit: 'answers',
  likely: 'perhaps answers',
}

/** The displayed clock, as people refer to it; on another day, all that the page says of when. */
const clockBeside = (time: CommentTime, own: CommentTime): string => {
  const [day, clock] = time.local?.split('T') ?? []
  const words = clock && own.local?.startsWith(`${day}T`) ? clock : time.text
  return words ? `, ${words}` : ''
}

/** "Ana, 21:31": one comment, as it is called beside another. */
export const titleBeside = (page: ThreadPage, entry: number, parent: number): string =>
  nameOf(page, parent) + clockBeside(page.comments[parent]!.comment.time, page.comments[entry]!.comment.time)

/** How sure a link is, in words that claim no more than the figure does. */
export const sureness = ({ kind, confidence }: Link): string => {
  if (confidence >= 0.95 && kind === 'explicit') return 'Certain'
  return confidence >= (kind === 'explicit' ? 0.8 : 0.9) ? 'Very likely' : 'Perhaps'
}

const longest = 60
const quoted = (words: string): string =>
  `“${words.length > longest ? `${words.slice(0, longest)}…` : words}”`

/** One sentence for each kind of sign that the reading of words knows: from the words, and who wrote what is answered. */
const sentences: Record<string, (words: string, name: string, clock: string) => string> = {
  clock: (words, name, clock) => `${words} points at when ${name} wrote${clock}.`,
  name: (words, name) => `${words} names ${name}.`,
  quote: (words, name) => `These words are quoted from ${name}: ${words}.`,
  link: (words) => `Both give the same address: ${words}.`,
  part: () => 'It continues a comment that answers this one.',
  turn: (_, name) => `Going by who answered whom before, a reply to ${name} was due.`,
  phrase: (words) => `Both have the phrase ${words}.`,
  word: (words) => `Both speak of ${words}.`,
  question: (_, name) => `${name} had ended with a question.`,
  address: (words) => `${words} speaks to somebody.`,
  adjacent: (_, name) => `It follows closely on what ${name} wrote.`,
}

/** Why one comment is taken for an answer to another: a short sentence for each kind of sign. */
export const reasons = (page: ThreadPage, entry: number, { link, parent }: Answered): string[] => {
  const byKind = new Map<string, Evidence[]>()
  for (const piece of link.evidence) byKind.set(piece.kind, [...(byKind.get(piece.kind) ?? []), piece])
  const name = nameOf(page, parent)
  const clock = titleBeside(page, entry, parent).slice(name.length)
  return [...byKind].map(([kind, pieces]) => {
    const words = listed([...new Set(pieces.flatMap((piece) => piece.words || []))].map(quoted), 4)
    const say = sentences[kind]
    if (say) return say(words, name, clock)
    return words === '' ? 'Other signs speak for it.' : `${words} speaks for it.`
  })
}
