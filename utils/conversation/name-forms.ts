import { greeting, reaction, sentenceStart } from './phrases'

/** How a name stands in a text: called by "@", spoken to, greeted, spoken of in an answer, or only there. */
export type NameForm = 'at' | 'address' | 'greeting' | 'vocative' | 'answer' | 'aside'

const title = '(?:mr|mrs|ms|dr|prof|herr|herrn|frau|monsieur|madame|señora?|signora?|sr|sra|senhora?)\\.?'
const nameStart = sentenceStart.replace('…)', '…:;)')
const bare = new RegExp(`${nameStart}(?:${title}\\s)?['‘’„“"]?$`, 'iu')
const greeted = new RegExp(
  `${nameStart}(?:${reaction}[\\s,!.]+)?${greeting}(?:\\s(?:again|there|to|auch|dir|${title}))?[\\s,]+(?:${title}\\s)?['‘’]?$`,
  'iu',
)
const reacted = new RegExp(`${nameStart}(?:${reaction}[\\s,!.-]+){1,2}(?:dear\\s|${title}\\s)?['‘’]?$`, 'iu')
const answering =
  /(?<!\p{L})(?:agree(?:d|s|ing)?(?: \w+)? with|(?:in )?(?:reply|response|answer) to|replying to|answering|zitat|wie|comme (?:le )?dit|d'accord avec|de acuerdo con|d'accordo con|concordo com|eens met|stimme|seconding|echoing|quoting|according to)\s(?:what\s)?['‘’]?$/iu
const answeringAlone =
  /(?<!\p{L})(?:agree(?:d|s|ing)?(?: \w+)? with|(?:in )?(?:reply|response|answer) to|replying to|answering|zitat|comme (?:le )?dit|d'accord avec|de acuerdo con|d'accordo con|concordo com|eens met|seconding|echoing|quoting)\s['‘’]?$/iu
const saying =
  /^['’]?\s(?:says?|said|wrote|writes|asked|asks|mentioned|mentions|points? out|pointed out|puts? it|suggests?|suggested|(?:is|was) (?:absolutely |quite )?(?:right|correct|wrong)|has a point|schreibt|schrieb|sagt|meint|hat recht|écrit|dice|escribe|scrive|disse|zegt|schrijft)(?!\p{L})/iu
const possessing = /^['’]s\s(?:comment|point|post|reply|question|suggestion|remark|answer)(?!\p{L})/iu
const spokenTo =
  /(?<!\p{L})(?:you|your|you're|thanks?|yes|no|agree|exactly|well|glad|happy|great|hear|ok|right|sorry|welcome|du|dir|dich|dein|sie|ihr|tu|te|vous|votre|merci|danke|sì|sí|tú|lei|você|je|jij|u|know|help|like it|best of luck|good luck)(?!\p{L})/iu

/** "…, Ann, and Bo": an enumeration. */
const joins = /^\s?,\s(?:and|und|et|y|e|en)\s/

const strongStop = /^\s?(?:[,:;!?]|[-–—]{1,2}\s|[-–—]{2}|\.{2,}|…|\n|\s[-–—]\s|$)/u

/** What stands around a name, as far as it tells the form. */
export const nameForm = (text: string, start: number, end: number, isLowerName: boolean): NameForm | null => {
  const from = Math.max(0, start - 60)
  const before = text.slice(from, start)
  const after = text.slice(end, end + 30)
  if (/@\s?(?:(?:mr|mrs|ms|dr|herrn?|frau)\.?\s)?['‘’]?$/iu.test(before))
    return /[\p{L}\p{N}.]@\s?$/u.test(before) ? null : 'at'
  const opens = (form: RegExp): boolean => {
    const found = form.exec(before)
    // The slice's own beginning is no beginning of a sentence.
    return found !== null && (from === 0 || found.index > 0 || /^[^\p{L}\p{N}]/u.test(found[0]))
  }
  // "Hi Fred Durst": somebody else of that name.
  const goesOn = /^[ -]\p{Lu}[\p{Ll}’']+/u.test(after) && !/^ (?:I|Ich|Je|Yo|Eu|Io)(?!\p{L})/u.test(after)
  // "Ann, Bo, Cy (and Di?) are on one side" lists names.
  const isListed = /^,\s?\p{Lu}[\p{L}\d]*\s?[,(&]/u.test(after)
  if (!isListed && opens(bare)) {
    if (strongStop.test(after)) return start < 40 || /^\s?[,:!?]/.test(after) ? 'address' : null
    if (start < 3 && /^\.\s+\p{Lu}/u.test(after)) return 'address'
    if (start < 3 && /^\s(?:and|und|et|y|e|en|&)\s[@\p{L}'’]+\s?[,:]/u.test(after)) return 'address'
  }
  const isLowerInText = !/^\p{Lu}/u.test(text.slice(start, end))
  if (!goesOn && opens(greeted)) return 'greeting'
  if (!goesOn && opens(reacted)) return isLowerName || !isLowerInText || start < 30 ? 'address' : null
  if (goesOn) return null
  if (
    answeringAlone.test(before) ||
    ((answering.test(before) || /(?:as|what|like|wie)\s['‘’]?$/iu.test(before)) && saying.test(after))
  )
    return 'answer'
  if (possessing.test(after) || saying.test(after))
    return /[.!?\n]\s*['‘’]?$|^['‘’]?$|(?<!\p{L})(?:with|as|to|what|like|that|but|and)\s['‘’]?$/iu.test(
      before,
    )
      ? 'answer'
      : null
  if (isLowerInText && !isLowerName) return null
  if (/,\s(?:mr\.?\s|mrs\.?\s|dr\.?\s)?$/iu.test(before) && /^\s?[,.!?;]|^\s*$/.test(after)) {
    const sentence = before.slice(Math.max(...[...'.!?\n'].map((mark) => before.lastIndexOf(mark))) + 1)
    // "With pleasure, Ann."
    const isWhole = sentence.length === before.length
    const isShort = isWhole && (/^\s?,/.test(after) ? start < 22 && !joins.test(after) : start < 30)
    if (isShort) return 'vocative'
    if (spokenTo.test(sentence) && (!/^\s?,/.test(after) || sentence.length < 35)) return 'vocative'
  }
  return /(?:^|\s)['‘’]$/u.test(before) ? 'aside' : null
}

/** Whether words open a comment in a way that only a name does, so that a misspelt one is looked for. */
export const opensWithName = (text: string, start: number, end: number): boolean => {
  const before = text.slice(0, start)
  const after = text.slice(end, end + 4)
  return (
    start < 40 &&
    /^\p{Lu}/u.test(text.slice(start, end)) &&
    (/@\s?$/.test(before) ||
      (greeted.test(before) && /^\s?[,:!\n.]/.test(after)) ||
      (start < 2 && /^\s?[,:]/.test(after)))
  )
}
/** "Hi Will,", "Dear Hope!": unmistakable even where the name is a word. */
export const isUnmistakable = (text: string, start: number, end: number): boolean =>
  /^\p{Lu}/u.test(text.slice(start, end)) &&
  /(?:^|\n)\s*(?:hi|hello|hey|dear|hallo|hoi|liebe[rs]?|bonjour|salut|cher|chère|hola|querid[oa]|ciao|car[oa]|olá|beste)\s['‘’]?$/iu.test(
    text.slice(0, start).slice(-20),
  ) &&
  /^\s?[,:!\n–-]/.test(text.slice(end, end + 3))
