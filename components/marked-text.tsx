import { fold, queryWords } from '@/utils/clips/search-text'

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Text folded as the search folds it, and for each of its units where it came from. */
const foldedWithPlaces = (text: string): { folded: string; places: number[] } => {
  let folded = ''
  const places: number[] = []
  let at = 0
  for (const letter of text) {
    const plain = fold(letter)
    folded += plain
    for (let unit = 0; unit < plain.length; unit++) places.push(at)
    at += letter.length
  }
  places.push(at)
  return { folded, places }
}

/** Where words of the query are in the text: `[start, end)` pairs, in order, none overlapping. */
export const findWords = (text: string, query: string): [number, number][] => {
  const words = queryWords(query).sort((a, b) => b.length - a.length)
  if (words.length === 0) return []
  const { folded, places } = foldedWithPlaces(text)
  const pattern = new RegExp(words.map(escaped).join('|'), 'g')
  return Array.from(folded.matchAll(pattern), (hit): [number, number] => [
    places[hit.index]!,
    places[hit.index + hit[0].length]!,
  ])
}

/** The part of a long text that shows the first word found, from the beginning of some word before it. */
export const excerptOf = (text: string, query: string, length = 240): string | null => {
  const line = text.replace(/\s+/gu, ' ')
  const first = findWords(line, query)[0]?.[0]
  if (first === undefined) return null
  const start = first < 80 ? 0 : line.indexOf(' ', first - 80) + 1
  const end = start + length
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`
}

/** Text in which the words searched for are marked. */
export const MarkedText = ({ text, query }: { text: string; query: string }) => {
  let at = 0
  const parts = findWords(text, query).flatMap(([start, end]) => {
    const before = text.slice(at, start)
    at = end
    return [before, <mark key={start}>{text.slice(start, end)}</mark>]
  })
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}
