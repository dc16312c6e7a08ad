/**
 * The words of a text as numbers: where each stands, a hash that forgets case and accents, and one of its beginning, so
 * that the inflected forms of a word meet, in any language. Word `k` of the text is
 * at `from + k` of the lists, which many texts share: a long thread has millions of words.
 */
export type Words = {
  readonly from: number
  readonly count: number
  readonly starts: Uint16Array
  readonly ends: Uint16Array
  readonly hashes: Int32Array
  readonly stems: Int32Array
}

/** Texts beyond this many UTF-16 units are read up to here: nobody answers what stands after it. */
const longestRead = 20_000
/** Words that one set of lists has room for: more than the longest text has. */
const fewestRoom = 16_384
const mostRoom = 131_072
/** A word's beginning, in UTF-16 units. */
const stemChars = 7

const bases = new Map<number, number>()

const ascii = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z\d]/i.test(String.fromCharCode(code)) ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : 0,
)

/** Most are told without the class of all letters, which browsers take milliseconds to prepare. */
const isLetter = (letter: string, code: number): boolean =>
  letter.toLowerCase() !== letter.toUpperCase() ||
  (code > 0x2ff &&
    (code < 0x2000 || code > 0x2fff) &&
    (code < 0xd800 || code > 0xdfff) &&
    /[\p{L}\p{N}]/u.test(letter))

/** The letter without accent and case, as a code; 0 where the code is no letter or digit. */
const baseOf = (code: number): number => {
  if (code < 128) return ascii[code]!
  let base = bases.get(code)
  if (base === undefined) {
    const letter = String.fromCharCode(code)
    base = isLetter(letter, code) ? letter.normalize('NFKD').toLowerCase().charCodeAt(0) : 0
    bases.set(code, base)
  }
  return base
}

/** Whether a letter or a digit stands at a place of a text. */
export const isWordAt = (text: string, place: number): boolean => baseOf(text.charCodeAt(place) || 0) !== 0

export const isUpper = (text: string, place: number): boolean => {
  const letter = text.charAt(place)
  return letter.toLowerCase() !== letter
}
export const isLower = (text: string, place: number): boolean => {
  const letter = text.charAt(place)
  return letter.toUpperCase() !== letter
}

const plainMarks: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '—': '–',
  ß: 's',
}

const plainLetter = (letter: string): string => {
  const mark = plainMarks[letter]
  if (mark !== undefined) return mark
  const code = letter.charCodeAt(0)
  if (isMark(code)) return '_'
  const base = baseOf(code)
  // "à" is a word of its own, and another than "a".
  return base === 0 || code === 0xe0 || code === 0xc0
    ? letter
    : base < 128 && base > 57
      ? String.fromCharCode(base)
      : '_'
}

/**
 * A text without case and accents and with one kind of quotation marks, each character in its place; letters that are
 * not Latin become "_". What we look for in it needs neither Unicode classes nor variants, which browsers take
 * milliseconds to prepare.
 */
export const plain = (text: string): string => text.replace(/[^\0-\x7f]/g, plainLetter).toLowerCase()

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019
const isMark = (code: number): boolean => code >= 0x300 && code < 0x370

/** Splits texts into words. Each text is split once, and what was found is kept for all that ask for it later. */
export const createScanner = (): ((text: string) => Words) => {
  const lists = (size: number) => ({
    starts: new Uint16Array(size),
    ends: new Uint16Array(size),
    hashes: new Int32Array(size),
    stems: new Int32Array(size),
  })
  let room = fewestRoom
  let shared = lists(room)
  let used = 0
  return (text) => {
    const length = Math.min(text.length, longestRead)
    if (used + length / 2 + 1 > room) {
      room = Math.min(mostRoom, room * 2)
      shared = lists(room)
      used = 0
    }
    const { starts, ends, hashes, stems } = shared
    const from = used
    /** "don't" is one word, and so is a letter with its accent beside it. */
    const isInWord = (code: number, place: number): boolean =>
      isMark(code) || (isApostrophe(code) && baseOf(text.charCodeAt(place + 1)) !== 0)
    for (let place = 0; place < length; place++) {
      let code = text.charCodeAt(place)
      let base = code < 128 ? ascii[code]! : baseOf(code)
      if (base === 0) continue
      starts[used] = place
      const stemEnd = place + stemChars
      let hash = -2128831035
      let stem = 0
      while (base !== 0 || isInWord(code, place)) {
        if (base !== 0) hash = Math.imul(hash ^ base, 16777619)
        place += 1
        if (place === stemEnd) stem = hash
        if (place === length) break
        code = text.charCodeAt(place)
        base = code < 128 ? ascii[code]! : baseOf(code)
      }
      ends[used] = place
      hashes[used] = hash
      stems[used] = place < stemEnd ? hash : stem
      used += 1
    }
    return { from, count: used - from, starts, ends, hashes, stems }
  }
}

/** A name as it is compared: without case, accents and punctuation around it. */
export const folded = (name: string): string =>
  (/[^\0-\x7f]/.test(name)
    ? name
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
    : name.toLowerCase().replace(/[^a-z\d]+/g, ' ')
  ).trim()

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Names that are words of a language, and words that stand at a comment's beginning or end without being a name. */
export const plainWords = set(
  'a able about absolutely actually after again agree agreed all alright also always am amber amen an and angel anon anonymous another any anyone anyway april are art as ash at august author autumn back banks because been before best bill bishop black blog blue both bravo brilliant brown but by bye can chance chase cheers christian come comment congrats correct dad daisy dale dawn dean dear disgrace do does done drew duke earl easter edit editor end enough ever every everyone everybody exactly exit facts fair faith few fine first flora folks for fox frank friend from full fun good gosh grace grant great green grey guest guy had haha happy has have hazel he hear heather hello her here hey hi him his hope how however hunter i if in indeed interesting is it its ivy jack jade jasmine jay joke joy judge july june just kind king know last later less like lily link lol long look lord love luck major man many mark may maybe me melody mercy mine moderator more most much my near never new next nice no nobody none not nothing now of off ok okay old olive omg on once one only or other our out over owner pat patience pearl perhaps pierce please poor post poster pray precisely price prince ps public quite rant ray read reader really red regards reply rest rich right rip river rob robin rose rubbish ruby sad sage same sandy saturday scary see seriously shame she short should sigh sister sky so some someone sometimes son soon sorry source spot spring stan star still stone stop strong such summer sun sunny sure take team than thank thanks that the their them then there these they thing this those though time to today tomorrow too true truth try two understood unknown up update us user very victor victory violet visitor wade wait was we welcome well were what when where which who why wild will winter with wolf wood word work wow writer yeah year yes yesterday yet you young your ' +
    'aber alle auch bitte danke das der die du ein er es genau gut hallo ich ihr ist ja leider mal man mein mit nein nicht nun oder richtig sie stimmt und von was wer wie wir zu bien bonjour ce cher dans de elle est et il je la le les mais merci moi non nous on oui pour que qui si tous tout tu un une vous abrazo bueno claro como con el ella ellos gracias hola las lo los nada no para pero por saludos ser sol sus todo todos una y bene che ciao cosa e grazie io lei noi per ma mai molto niente sempre solo sono tutti vero assim bom com da ele eu isso mas meu muito obrigada obrigado ola quem sim tudo voce dat een en fijn goed het hij ik jij maar niet ook precies van wat ze zij',
)

/** Those among them that are names where a capital stands within a sentence. */
export const nameWords = set(
  'amber ash bill dale dawn dean drew earl flora frank grant guy hazel heather ivy jack jade jasmine jay joy lily mark nick olive pat pearl pierce ray river rob robin rose ruby sandy stan victor violet wade will',
)
