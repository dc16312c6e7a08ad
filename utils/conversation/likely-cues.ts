/** Words by which a comment speaks to a person, in the main languages of Europe. */
const address =
  /\b(?:you|your|yours|you're|you've|du|dich|dir|dein(?:e[mnrs]?)?|vous|votre|toi|usted|você|jij|jouw)(?!\w)/i

/** A few words in quotation marks: too few to be a reference. */
const phrase = /[“”„«»"][^“”„«»"\n]{4,60}[“”„«»"]/g

/** Words of a text and where they stand, in UTF-16 units. */
export type Span = { words: string; start: number; end: number }

export const spanOf = (text: string, start: number, end: number): Span => ({
  words: text.slice(start, end),
  start,
  end,
})

/** Where a text first speaks to a person; null where it does not. */
export const addressIn = (text: string): Span | null => {
  const found = address.exec(text.slice(0, 300))
  return found && spanOf(text, found.index, found.index + found[0].length)
}

/** The short phrases that a text has in quotation marks, without these. */
export const phrasesIn = (text: string): Span[] =>
  [...text.slice(0, 2000).matchAll(phrase)].map(({ 0: marked, index }) =>
    spanOf(text, index + 1, index + marked.length - 1),
  )

/** Those of some spans that stand in another text, too, in whatever case. */
export const alsoIn = (text: string, spans: readonly Span[]): Span[] => {
  const lower = text.toLowerCase()
  return spans.filter(({ words }) => lower.includes(words.toLowerCase()))
}

/** Whether a text ends with a question, or nearly. */
export const asks = (text: string): boolean => /[?？]/.test(text.slice(-120))
