import { isUnmistakable, type NameForm, nameForm, opensWithName } from './name-forms'
import type { Alias, People } from './people'
import { folded, type Words } from './words'

/** A place where a text names somebody of the page. */
export type NameMark = { start: number; end: number; form: NameForm; aliases: Alias[]; isMisspelt: boolean }

const matches = (alias: Alias, { hashes, count }: Words, k: number): boolean => {
  if (k + alias.words.length > count) return false
  for (let j = 1; j < alias.words.length; j++) if (hashes[k + j] !== alias.words[j]) return false
  return true
}

const atSigned = (text: string, start: number): number => {
  const sign = /@\s?['‘’]?$/.exec(text.slice(Math.max(0, start - 3), start))
  return sign ? start - sign[0].length : start
}

/** "Ann and Bo:" speaks to both. */
const joinedForm = (text: string, start: number, last: NameMark | undefined): NameForm | null =>
  last !== undefined &&
  (last.form === 'at' || last.form === 'address' || last.form === 'greeting') &&
  start - last.end < 8 &&
  /^\s?(?:,|and|&|und|et|y|e|en)\s@?$/iu.test(text.slice(last.end, start))
    ? last.form
    : null

/** Finds the names of people in a text whose words are given. */
export const findNames = (text: string, words: Words, people: People): NameMark[] => {
  const marks: NameMark[] = []
  for (let k = 0; k < words.count; k++) {
    for (const alias of people.begins(words.hashes[k]!)) {
      if (!matches(alias, words, k)) continue
      const start = words.starts[k]!
      const end = words.ends[k + alias.words.length - 1]!
      if (folded(text.slice(start, end)) !== alias.folded) continue
      const form = joinedForm(text, start, marks.at(-1)) ?? nameForm(text, start, end, !alias.isCapital)
      const isName = !alias.isPlain || form === 'at' || text.slice(start, end) === alias.odd
      if (form === null || (!isName && !isUnmistakable(text, start, end))) continue
      if (alias.isPart && (form === 'aside' || alias.folded.length < 3)) continue
      if (
        form !== 'at' &&
        form !== 'address' &&
        form !== 'greeting' &&
        alias.isCapital &&
        !/^\p{Lu}/u.test(text.slice(start, end))
      )
        continue
      marks.push({ start: atSigned(text, start), end, form, aliases: [alias], isMisspelt: false })
      k += alias.words.length - 1
      break
    }
  }
  for (let k = 0; k < words.count && words.starts[k]! < longestOpening; k++)
    if (
      mayBeName(text, words.starts[k]!) &&
      marks.every(({ start, end }) => words.starts[k]! >= end || words.ends[k]! <= start)
    )
      addMisspelt(text, words, k, people, marks)
  return marks
}

const longestOpening = 40

/** A capital, or a letter behind "@". */
const mayBeName = (text: string, start: number): boolean => {
  const code = text.charCodeAt(start)
  return (code > 64 && code < 91) || code > 127 || text[start - 1] === '@' || text[start - 2] === '@'
}

const addMisspelt = (text: string, words: Words, k: number, people: People, marks: NameMark[]): void => {
  const start = words.starts[k]!
  const end = words.ends[k]!
  const sign = atSigned(text, start)
  const isCalled = sign < start && !/[\p{L}\p{N}.]$/u.test(text.slice(0, sign))
  if (!isCalled && !opensWithName(text, start, end)) return
  const aliases = people.misspelt(folded(text.slice(start, end)))
  if (aliases.length > 0)
    marks.push({ start: sign, end, form: isCalled ? 'at' : 'address', aliases, isMisspelt: true })
}
