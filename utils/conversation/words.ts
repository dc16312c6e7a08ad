/** The words of a text as numbers: where each stands, and a hash that forgets case and accents. */
export type Words = { count: number; starts: Int32Array; ends: Int32Array; hashes: Int32Array }

/** Texts beyond this many UTF-16 units are read up to here: nobody answers what stands after it. */
const longestRead = 20_000

const bases = new Map<number, number>()

const ascii = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z\d]/i.test(String.fromCharCode(code)) ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : 0,
)

/** The letter without accent and case, as a code; 0 where the code is no letter or digit. */
const baseOf = (code: number): number => {
  if (code < 128) return ascii[code]!
  let base = bases.get(code)
  if (base === undefined) {
    const letter = String.fromCharCode(code)
    base = /[\p{L}\p{N}]/u.test(letter) ? letter.normalize('NFKD').toLowerCase().charCodeAt(0) : 0
    bases.set(code, base)
  }
  return base
}

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019
const isMark = (code: number): boolean => code >= 0x300 && code < 0x370

/** Splits texts into words. What it returns is used again by the next call. */
export const createScanner = (): ((text: string) => Words) => {
  const words: Words = {
    count: 0,
    starts: new Int32Array(512),
    ends: new Int32Array(512),
    hashes: new Int32Array(512),
  }
  const grow = (): void => {
    for (const name of ['starts', 'ends', 'hashes'] as const) {
      const longer = new Int32Array(words[name].length * 2)
      longer.set(words[name])
      words[name] = longer
    }
  }
  return (text) => {
    const length = Math.min(text.length, longestRead)
    let count = 0
    let hash = 0
    let start = -1
    for (let place = 0; place <= length; place++) {
      const code = place < length ? text.charCodeAt(place) : 0
      const base = code < 128 ? ascii[code]! : baseOf(code)
      if (base !== 0) {
        if (start < 0) {
          start = place
          hash = -2128831035
        }
        hash = Math.imul(hash ^ base, 16777619)
      } else if (start >= 0) {
        // "don't" is one word, and so is a letter with its accent beside it.
        if (isMark(code)) continue
        if (isApostrophe(code) && baseOf(text.charCodeAt(place + 1)) !== 0) continue
        if (count === words.starts.length) grow()
        words.starts[count] = start
        words.ends[count] = place
        words.hashes[count] = hash
        count += 1
        start = -1
      }
    }
    words.count = count
    return words
  }
}

/** A name as it is compared: without case, accents and punctuation around it. */
export const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Names that are words of a language, and words that stand at a comment's beginning or end without being a name. */
export const plainWords = set(
  'a able about absolutely actually after again agree agreed all alright also always am amber amen an and angel anon anonymous another any anyone anyway april are art as ash at august author autumn back banks because been before best bill bishop black blog blue both bravo brilliant brown but by bye can chance chase cheers christian come comment congrats correct dad daisy dale dawn dean dear disgrace do does done drew duke earl easter edit editor end enough ever every everyone everybody exactly exit facts fair faith few fine first flora folks for fox frank friend from full fun good gosh grace grant great green grey guest guy had haha happy has have hazel he hear heather hello her here hey hi him his hope how however hunter i if in indeed interesting is it its ivy jack jade jasmine jay joke joy judge july june just kind king know last later less like lily link lol long look lord love luck major man many mark may maybe me melody mercy mine moderator more most much my near never new next nice no nobody none not nothing now of off ok okay old olive omg on once one only or other our out over owner pat patience pearl perhaps pierce please poor post poster pray precisely price prince ps public quite rant ray read reader really red regards reply rest rich right rip river rob robin rose rubbish ruby sad sage same sandy saturday scary see seriously shame she short should sigh sister sky so some someone sometimes son soon sorry source spot spring stan star still stone stop strong such summer sun sunny sure take team than thank thanks that the their them then there these they thing this those though time to today tomorrow too true truth try two understood unknown up update us user very victor victory violet visitor wade wait was we welcome well were what when where which who why wild will winter with wolf wood word work wow writer yeah year yes yesterday yet you young your ' +
    'aber alle auch bitte danke das der die du ein er es genau gut hallo ich ihr ist ja leider mal man mein mit nein nicht nun oder richtig sie stimmt und von was wer wie wir zu bien bonjour ce cher dans de elle est et il je la le les mais merci moi non nous on oui pour que qui si tous tout tu un une vous abrazo bueno claro como con el ella ellos gracias hola las lo los nada no para pero por saludos ser sol sus todo todos una y bene che ciao cosa e grazie io lei noi per ma mai molto niente sempre solo sono tutti vero assim bom com da ele eu isso mas meu muito obrigada obrigado ola quem sim tudo voce dat een en fijn goed het hij ik jij maar niet ook precies van wat ze zij',
)
