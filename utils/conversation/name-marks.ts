import { isUnmistakable, isWrittenAsName, type NameForm, nameForm, opensWithName } from './name-forms'
import type { Alias, People } from './people'
import { folded, isUpper, nameWords, plain, type Words } from './words'

/** A place where a text names somebody of the page. */
export type NameMark = { start: number; end: number; form: NameForm; aliases: Alias[]; isMisspelt: boolean }

const matches = (alias: Alias, { hashes }: Words, k: number, end: number): boolean => {
  if (k + alias.words.length > end) return false
  for (let j = 1; j < alias.words.length; j++) if (hashes[k + j] !== alias.words[j]) return false
  return true
}

const atSigned = (low: string, start: number): number => {
  const sign = /@\s?'?$/.exec(low.slice(Math.max(0, start - 3), start))
  return sign ? start - sign[0].length : start
}

/** "Ann and Bo:" speaks to both. */
const joinedForm = (low: string, start: number, last: NameMark | undefined): NameForm | null =>
  last !== undefined &&
  (last.form === 'at' || last.form === 'address' || last.form === 'greeting') &&
  start - last.end < 8 &&
  /^\s?(?:,|and|&|und|et|y|e|en)\s@?$/.test(low.slice(last.end, start))
    ? last.form
    : null

/** Finds the names of people in a text, of which the words are given, and the plain text when it is asked for. */
export const findNames = (
  text: string,
  plainText: () => string,
  words: Words,
  people: People,
): NameMark[] => {
  const marks: NameMark[] = []
  const { hashes, starts, ends } = words
  const others = new Set<Alias>()
  const last = words.from + words.count
  const hasAt = text.includes('@')
  for (let k = words.from; k < last; k++) {
    if (!people.mayBegin(hashes[k]!)) continue
    for (const alias of people.begins(hashes[k]!)) {
      if (!matches(alias, words, k, last)) continue
      const start = starts[k]!
      const end = ends[k + alias.words.length - 1]!
      const written = text.slice(start, end)
      const low = plainText()
      // Most words that are names as well are only words there: told by one look, before the others.
      const isName =
        !alias.isPlain ||
        written === alias.odd ||
        isUnmistakable(text, low, start, end) ||
        (alias.words.length > 1 && everyCapital.test(written)) ||
        (nameWords.has(alias.folded) && isWrittenAsName(text, low, start, end))
      if ((!isName && !hasAt) || folded(written) !== alias.folded) continue
      const form =
        joinedForm(low, start, marks.at(-1)) ??
        nameForm(text, low, start, end, !alias.isCapital, alias.words.length > 1)
      // "I met Ruth, the mayor. Ruth says …": who was another before is so again.
      if (form === null && isName && alias.isCapital && isUpper(text, start)) others.add(alias)
      if (form === null || (!isName && form !== 'at')) continue
      if (others.has(alias) && (form === 'answer' || form === 'vocative' || form === 'mention')) continue
      if (alias.isPart && (form === 'aside' || alias.folded.length < 3)) continue
      if (alias.isBehind && form === 'vocative' && !/,\s$/.test(low.slice(Math.max(0, start - 2), start)))
        continue
      const isAddressed = form === 'at' || form === 'address' || form === 'greeting'
      if (!isAddressed && alias.isCapital && !isUpper(text, start)) continue
      marks.push({ start: atSigned(low, start), end, form, aliases: [alias], isMisspelt: false })
      k += alias.words.length - 1
      break
    }
  }
  for (let k = words.from; k < last && starts[k]! < longestOpening; k++)
    if (
      mayBeName(text, starts[k]!) &&
      marks.every(({ start, end }) => starts[k]! >= end || ends[k]! <= start)
    )
      addMisspelt(text, words, k, people, marks)
  return marks
}

/** "Other Bill": its words are words, but no others are written so. */
const everyCapital = /^\p{Lu}\S*(?:\s\p{Lu}\S*)+$/u

const longestOpening = 40

/** A capital, or a letter behind "@". */
const mayBeName = (text: string, start: number): boolean => {
  const code = text.charCodeAt(start)
  return (code > 64 && code < 91) || code > 127 || text[start - 1] === '@' || text[start - 2] === '@'
}

const addMisspelt = (text: string, words: Words, k: number, people: People, marks: NameMark[]): void => {
  const start = words.starts[k]!
  const end = words.ends[k]!
  const low = plain(text.slice(0, end + 4))
  const sign = atSigned(low, start)
  const isCalled = sign < start && !/[\wà.]$/.test(low.slice(0, sign))
  if (!isCalled && !opensWithName(text, low, start, end)) return
  const aliases = people.misspelt(folded(text.slice(start, end)))
  if (aliases.length > 0)
    marks.push({ start: sign, end, form: isCalled ? 'at' : 'address', aliases, isMisspelt: true })
}
