import type { Evidence, Inference, Link } from '@/utils/thread/conversation'

/** How sure a link is, in words that claim no more than the figure does. */
const sureness = ({ kind, confidence }: Link): string => {
  if (confidence >= 0.95 && kind === 'explicit') return 'Certain'
  return confidence >= (kind === 'explicit' ? 0.8 : 0.9) ? 'Very likely' : 'Perhaps'
}

const longest = 60
const quoted = (words: string): string =>
  `“${words.length > longest ? `${words.slice(0, longest)}…` : words}”`

const most = 4
/** “one”, “one” and “two”, and 3 more */
const listed = (words: readonly string[]): string =>
  words.length > most
    ? `${words.slice(0, most).join(', ')} and ${words.length - most} more`
    : words.join(' and ')

/** One sentence for each kind of sign: from the words, and from who wrote what is answered, and when. */
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

/** How sure a link is, and a short sentence for each kind of sign that speaks for it. */
export const explain: Inference['explain'] = (link, name, clock) => {
  const byKind = new Map<string, Evidence[]>()
  for (const piece of link.evidence) byKind.set(piece.kind, [...(byKind.get(piece.kind) ?? []), piece])
  const reasons = [...byKind].map(([kind, pieces]) => {
    const words = listed([...new Set(pieces.flatMap((piece) => piece.words || []))].map(quoted))
    const say = sentences[kind]
    if (say) return say(words, name, clock)
    return words === '' ? 'Other signs speak for it.' : `${words} speaks for it.`
  })
  return `${sureness(link)}: ${reasons.join(' ')}`
}
