import { type Entry, inOrder, isBefore } from './entries'
import { isOddlyWritten } from './sign-offs'
import { folded, isUpper, plainWords, type Words } from './words'

/** Somebody who can be spoken to by name. */
export type Person = {
  key: string
  /** Comments in the order of time. */
  entries: Entry[]
  /** The name was claimed at the end of anonymous comments. */
  isSigned: boolean
  /** Wrote the post, by the platform's mark or by the name above the post. */
  isPostAuthor: boolean
  /** "cbd" for "C. B. D." and for "CBD"; '' for names that make none. */
  initials: string
}

/** A name, or a part of one, that may stand in a text. */
export type Alias = {
  folded: string
  /** Hashes of its words. */
  words: number[]
  people: Person[]
  /** It is only a part of the name. */
  isPart: boolean
  /** It is a part that is never said alone to somebody: no first name. */
  isBehind: boolean
  /** It is a word of a language as well. */
  isPlain: boolean
  isCapital: boolean
  /** As it is written, where no word is written so: "FranK"; else ''. */
  odd: string
}

const titles = /^(?:dr|prof|mr|mrs|ms|sir|frau|herr|rechtsanwalt|the|ing|der|die|das|le|la|el)$/
const articles = /^(?:the|der|die|das|le|la|el|il|lo)$/i
const nobody =
  /^(?:anon|anonymous|anonymaus|anonym|anonyme|anonimo|unknown|unbekannt|inconnu|desconocido|guest|gast|nobody|someone|me|you|user|admin|\d+|.?)$/

/** All strings that one deletion makes of a word: two words share one where a typing error lies between them. */
const shortened = (word: string): string[] => [
  word,
  ...Array.from(word, (_, k) => word.slice(0, k) + word.slice(k + 1)),
]

const isOneOff = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const left = a.slice(head, a.length - tail)
  const right = b.slice(head, b.length - tail)
  return (
    (left.length < 2 && right.length < 2) || (left.length === 2 && left === [...right].reverse().join(''))
  )
}

const shortestMisspelt = 5

const none: readonly Alias[] = []

/** The initials of a name of three words or more, or the name that looks like initials. */
const initialsOf = (name: string): string => {
  const words = folded(name).split(' ')
  if (words.length > 2) return words.map((word) => word[0]).join('')
  return words.length === 1 && /^[b-df-hj-np-tv-z]{3,4}$/.test(words[0]!) ? words[0]! : ''
}

/** Of somebody who wrote more than these, only the last comments before are looked at. */
const mostLooked = 200

/** The place of the first comment that does not stand before another in the order of time. */
const firstAfter = (entries: readonly Entry[], entry: Entry): number => {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (inOrder(entries[middle]!, entry) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Knows who is on the page, and finds them by the words that they are called by.
 * @param postAuthor the name above the post, where it is known
 */
export const createPeople = (scan: (text: string) => Words, postAuthor?: string | null) => {
  const people = new Map<string, Person>()
  const byFirstWord = new Map<number, Alias[]>()
  const byName = new Map<string, Alias>()
  const byInitials = new Map<string, Person[]>()
  const byShortened = new Map<string, Set<Alias>>()
  const host = folded(postAuthor ?? '')
  let firstOfHost = Number.POSITIVE_INFINITY
  const firstWords = new Uint8Array(65_536)

  const addAlias = (
    name: string,
    person: Person,
    isPart: boolean,
    isCapital: boolean,
    isBehind = false,
  ): void => {
    const key = folded(name)
    if (nobody.test(key) || (isPart && (titles.test(key) || key.length < 3))) return
    const known = byName.get(key)
    if (known) {
      known.isPart &&= isPart
      known.isBehind &&= isBehind
      if (!known.people.includes(person)) known.people.push(person)
      return
    }
    const { from, count, hashes } = scan(key)
    const words = [...hashes.subarray(from, from + count)]
    const first = words[0]
    if (first === undefined) return
    const isPlain = key.split(' ').every((word) => plainWords.has(word))
    const alias: Alias = {
      folded: key,
      words,
      people: [person],
      isPart,
      isBehind,
      isPlain,
      isCapital,
      odd: isOddlyWritten(name) ? name : '',
    }
    byName.set(key, alias)
    firstWords[first & 65_535] = 1
    const sharing = byFirstWord.get(first)
    if (sharing) sharing.push(alias)
    else byFirstWord.set(first, [alias])
    sharing?.sort((a, b) => b.words.length - a.words.length)
    if (words.length > 1 || isPlain || key.length < shortestMisspelt) return
    for (const short of shortened(key)) {
      const set = byShortened.get(short)
      if (set) set.add(alias)
      else byShortened.set(short, new Set([alias]))
    }
  }

  const add = (key: string, name: string, entry: Entry, isSigned: boolean): void => {
    let person = people.get(key)
    if (!person) {
      person = { key, entries: [], isSigned, isPostAuthor: false, initials: initialsOf(name) }
      people.set(key, person)
      if (person.initials !== '') {
        const sharing = byInitials.get(person.initials)
        if (sharing) sharing.push(person)
        else byInitials.set(person.initials, [person])
      }
      const parts = name.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean)
      const isCapital = isUpper(name, name.search(/[^\W\d_]|[^\0-\x7f]/))
      if (parts.length <= 5) addAlias(name, person, false, isCapital)
      const [article, ...others] = parts
      if (others.length > 0 && articles.test(article!))
        addAlias(others.join(' '), person, false, isUpper(others[0]!, 0))
      const numbered = /^(\p{L}{4,})\d{1,4}$/u.exec(name)
      if (numbered) addAlias(numbered[1]!, person, true, isCapital)
      if (parts.length > 1 && parts.length <= 4) {
        if (parts.length <= 3) addAlias(parts.join(''), person, false, false)
        for (const part of parts) addAlias(part, person, true, isUpper(part, 0), part !== parts[0])
      }
    }
    const { entries } = person
    person.isPostAuthor ||= entry.comment.author.isPostAuthor
    if (!isSigned && host !== '' && folded(name) === host) {
      person.isPostAuthor = true
      firstOfHost = Math.min(firstOfHost, entry.index)
    }
    entries.splice(firstAfter(entries, entry), 0, entry)
  }

  /** The last comment of somebody before another, in the same branch where asked for. */
  const lastBefore = (person: Person, entry: Entry, isInBranch: boolean): Entry | null => {
    const after = firstAfter(person.entries, entry)
    for (let k = after - 1; k >= 0 && k >= after - mostLooked; k--) {
      const found = person.entries[k]!
      if (isBefore(found, entry) && (!isInBranch || found.top === entry.top)) return found
    }
    return null
  }

  /** Names that one typing error leads to. */
  const misspelt = (word: string): Alias[] => {
    if (word.length < shortestMisspelt || plainWords.has(word)) return []
    const found = new Set(shortened(word).flatMap((short) => [...(byShortened.get(short) ?? [])]))
    return [...found].filter((alias) => isOneOff(alias.folded, word))
  }

  /** Somebody, and those of whom initials say that they are the same: "CBD" and "C. B. D." */
  const sameInitials = (person: Person): Person[] => {
    const sharing = person.initials === '' ? undefined : byInitials.get(person.initials)
    return sharing?.some(({ key }) => /:[a-z]+$/.test(key)) ? sharing : [person]
  }

  return {
    add,
    sameInitials,
    lastBefore,
    misspelt,
    /** Whether the post's author, by the name above the post, wrote a comment before this one on the page. */
    isHostKnown: ({ index }: Entry): boolean => firstOfHost < index,
    /** Whether names may begin with this word: most words begin none, and are told so by one look. */
    mayBegin: (hash: number): boolean => firstWords[hash & 65_535] !== 0,
    begins: (hash: number): readonly Alias[] => byFirstWord.get(hash) ?? none,
  }
}

export type People = ReturnType<typeof createPeople>
