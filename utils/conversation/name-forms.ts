import { greeting, openings, reaction } from './phrases'
import { isUpper } from './words'

/**
 * How a name stands in a text: called by "@", spoken to, greeted, spoken of in an answer, spoken of in passing, or only
 * there in quotation marks.
 */
export type NameForm = 'at' | 'address' | 'greeting' | 'vocative' | 'answer' | 'mention' | 'aside'

const title = '(?:mr|mrs|ms|dr|prof|herrn?|frau|monsieur|madame|signora?|s(?:enho)?ra?|senora?)\\.?'
const bare = new RegExp(`^(?:${title}\\s)?['"]?$`)
const greeted = new RegExp(
  `^(?:(?:and|y|e|et|und|${reaction})[\\s,!.]+)?${greeting}(?:\\s(?:again|there|to|auch|dir|a|au|à|al|alla|ao|an|${title}))?[\\s,]+(?:${title}\\s)?'?$`,
)
const reacted = new RegExp(`^(?:${reaction}[\\s,!.-]+)+(?:dear\\s|${title}\\s)?'?$`)
const agreeing =
  "agree(?:d|s|ing)?(?: \\w+)? with|(?:in )?(?:reply|response|answer) to|replying to|answering|answered|(?:with )?respect to|lo que dice|zitat|comme (?:le )?dit|d'accord avec|de acuerdo con|d'accordo con|concordo com|eens met|seconding|echoing|quoting|agree w/|je rejoins|estoy con|ich bin bei|come dice|como (?:bien )?di(?:ce|sse|z)"
const answering = new RegExp(`\\b(?:${agreeing}|wie|stimme|according to)\\s(?:what\\s)?'?$`)
const answeringAlone = new RegExp(
  `\\b(?:${agreeing})\\s(?:(?:o|a|el|la|il|lo|le|der|die)\\s)?(?:${title}\\s)?'?$`,
)
const saying =
  /^'?\s(?:says?|said|(?:is|was) saying|wrote|writes|asked|asks|mentioned|mentions|points? out|pointed out|puts? it|suggests?|suggested|(?:is|was) (?:absolutely |quite )?(?:right|correct|wrong)|has a point|has it (?:about |exactly |spot )?right|sees it right|a raison|tiene (?:toda la )?razon|ha ragione|tem (?:toda )?(?:a )?razao|hat'?s|dit que|sieht das richtig|schreibt|schrieb|sagt|meint|hat recht|ecrit|dice|escribe|scrive|disse|zegt|schrijft)\b/
/** "Ternura dice Rosa." */
const saidBefore = /\b(?:says|dice|dijo|dit|sagt|schreibt|diz|disse)\s$/
/** "Para Pepe: …" */
const writtenTo = /^(?:para|pour|à|a|al|ao|per|an|to|for)\s$/
/** "O Figueira tem razão", "Der Ewald hats …": languages that say a name with its article. */
const withArticle = /^(?:o|a|der|die|el|la|il|le)\s$/
/** "I met Ruth.", "ask Ruth.": not spoken to. */
const needsObject =
  /\b(?:to|of|by|with|from|for|and|or|like|as|than|about|on|at|in|into|is|was|are|were|be|met|meet|saw|see|seen|told|tell|asked|ask|called|call|named|via|per|says|said|say|know|knew|love|hate|thank|vs|not|but|if|that|when|because|como|comme|come|wie|von|mit|fur|an|bei|fur|de|du|da|do|di|del|della|dello|con|para|por|per|com|avec|chez|pour|y|e|et|und|oder|o|ou|a|al|à)\s$/
/** "Calle Tomillo", "Cllr Ruth": somebody or something else. */
const behindCapital = /[\p{L}\d,;:)'"]\s\p{Lu}[\p{L}.]*\s$/u

/** "Interesting that Gatepost was never five foot ten." */
const asClause =
  /(?:^|[.!?\n]\s*|\b(?:that|if|when|because|but|and|what|since|dass|wenn|weil|que|si|quando|se)\s)$/
const doing =
  /^\s(?:has|had|is|was|did|does|will|would|can|could|gives|gave|makes|made|got|gets|wrote|hat|ist|schreibt|tem|ha|tiene|era|dit)\s/

const possessing = /^'s\s(?:comment|point|post|reply|question|suggestion|remark|answer)\b/
const spokenTo =
  /\b(?:you|your|you're|thanks?|yes|no|agree|exactly|well|glad|happy|great|hear|ok|right|sorry|welcome|du|dir|dich|dein|sie|ihr|tu|te|vous|votre|merci|danke|si|lei|voce|je|jij|u|know|help|like it|out of ten|full marks|be there|best of luck|good luck)\b/

/** "Marlene I am so sorry": spoken to without a comma. */
const spokenAtOnce =
  /^\s(?:i(?:'m|'ve|'d|'ll)?\s|you(?:'re|'ve)?\s|your\s|please\b|thanks?\b|may i\b|(?:can|could|would|will|do|did|are|have) you\b|call me\b|so sorry\b|fair play\b|well said\b|good (?:point|one)\b)/

/** "Smokey the Bear", "Paul di'Anno": somebody else. */
const isAnothers =
  /^ (?:the|der|die|das|le|la|el|il|van|von|van der|de|del|della|di|da|do|du|of|mc|o')[ ']?\p{Lu}/u

/** "…, Ann, and Bo": an enumeration. */
const joins = /^\s?,\s(?:and|und|et|y|e|en)\s/

/** What goes on so behind a name says something to somebody, or of somebody; a word that is a name goes on otherwise. */
const sayingOn =
  /^\s(?:it|it's|its|that|that's|this|there|there's|they|they're|he|she|we|we're|he's|she's|what|who|why|how|where|when|if|so|is|isn't|was|wasn't|has|had|hasn't|does|doesn't|did|didn't|don't|can't|nobody|not|the|an|about|my|any|all|some|one|could|would|will|should|must|might|may|never|always|just|only|even|already|du|ihr|sie|ich|ist|hat|wenn|jetzt|wie|was|warum|dann|nicht|tu|te|vous|je|c'est|il|qui|pourquoi|yo|que|di|dime|eres|tienes|usted|ha|hai|sei|io|che|voce|eu|nao|e tu|y tu|et toi)\s/
const small = /^\s(?!(?:and|und|et|y|e|en|or|oder|ou|o|of|von|de|di|du|del|do|da)\s)[a-z_à]/
const endsClause = /^\s?[.!?,;…)]|^\s?(?:\n|$)|^\s\(\d|^\s?[\ud83c-\ud83e]/
/** "The lamp", "a spanner", "Saint Peter": no name, or another's. */
const determined =
  /(?:\b(?:the|an?|my|your|our|his|her|their|its|this|that|these|those|no|every|der|die|das|den|dem|des|eine?[rsmn]?|mein\w*|dein\w*|kein\w*|eue?re?|unsere?|seine?|ihre?|le|la|les|un|une|du|mon|ma|mes|el|los|las|una|mi|tu|il|lo|gli|uno|mio|mia|os|um|uma|meu|minha|het|een|de|st|saint|san|santa|calle|plaza|rua|rue|via|avenida|place|sir|lord|lady|king|queen|pope|father|sister|brother)\s|[-–/'#$£€])$/

const strongStop = /^\s?(?:[,:;!?]|[-–]{1,2}\s|[-–]{2}|\.{2,}|…|\n|$)/

/** The last sentence of what stands before, as far as it is there. */
export const lastSentence = (before: string): string =>
  before.slice(Math.max(...[...'.!?\n'].map((mark) => before.lastIndexOf(mark))) + 1)

/**
 * What stands around a name, as far as it tells the form.
 * @param low the text, plain
 * @param isFull the name is of several words, which are no others'
 */
export const nameForm = (
  text: string,
  low: string,
  start: number,
  end: number,
  isLowerName: boolean,
  isFull: boolean,
): NameForm | null => {
  const from = Math.max(0, start - 60)
  const before = low.slice(from, start)
  const after = low.slice(end, end + 30)
  if (/@\s?(?:(?:mr|mrs|ms|dr|herrn?|frau)\.?\s)?'?$/.test(before))
    return /[\wà.]@\s?$/.test(before) ? null : 'at'
  // The writer's own.
  if (/\n\s*(?:[-–~*]{1,2}\s?)?'?$/.test(before) && /^['".]?\s*$/.test(low.slice(end, end + 30))) return null
  const opened = openings(before, from === 0, true)
  const opens = (form: RegExp): boolean => opened.some((words) => form.test(words))
  // "Hi Fred Durst": somebody else of that name.
  const goesOn =
    isAnothers.test(text.slice(end, end + 12)) ||
    (/^[ -][a-z_][a-z_à']/.test(after) &&
      isUpper(text, end + 1) &&
      !isUpper(text, end + 2) &&
      !/^ (?:ich|je|yo|eu|io)\b/.test(after))
  // "Ann, Bo, Cy (and Di?) are on one side" lists names.
  const isListed = /^,\s?[a-z_]\w*\s?[,(&]/.test(after) && isUpper(text, after.search(/\w/) + end)
  if (!isListed && opens(bare) && !/\(\s?$/.test(before)) {
    if (strongStop.test(after)) return start < 40 || /^\s?[,:!?]/.test(after) ? 'address' : null
    if (start < 3 && /^\.\s+[a-z_]/.test(after) && isUpper(text, after.search(/\w/) + end)) return 'address'
    if (start < 3 && /^\s(?:and|und|et|y|e|en|&)\s[@\wà']+\s?[,:]/.test(after)) return 'address'
  }
  if (start < 3 && opens(bare) && !isListed && spokenAtOnce.test(after)) return 'address'
  const isLowerInText = !isUpper(text, start)
  if (saidBefore.test(before) && !isLowerInText) return 'answer'
  if (start < 8 && writtenTo.test(before) && /^\s?:/.test(after)) return 'address'
  if (start < 5 && withArticle.test(before) && (saying.test(after) || doing.test(after))) return 'answer'
  // "Lampy it exists": who begins with a name, with a comma or without, speaks to somebody, or of what somebody said.
  if (
    (start < 3 || !/[a-z_à\d]/.test(low.slice(0, start))) &&
    opens(bare) &&
    !isListed &&
    !goesOn &&
    !isLowerInText &&
    (sayingOn.test(after) || (isFull && small.test(after)))
  )
    return 'address'
  if (!goesOn && opens(greeted)) return 'greeting'
  if (!goesOn && opens(reacted)) return isLowerName || !isLowerInText || start < 30 ? 'address' : null
  if (goesOn) return null
  if (
    answeringAlone.test(before) ||
    ((answering.test(before) || /(?:as|what|like|wie)\s'?$/.test(before)) && saying.test(after))
  )
    return 'answer'
  if (possessing.test(after) || saying.test(after))
    return /(?:^(?:(?:o|a|el|la|il|der|die)\s)?|[.!?\n]\s*(?:(?:o|a|el|la|il|der|die)\s)?|\b(?:with|as|to|what|like|that|but|and)\s)'?$/.test(
      before,
    )
      ? 'answer'
      : null
  if (isLowerInText && !isLowerName) return null
  if (/,\s(?:(?:mrs?|dr)\.?\s)?$/.test(before) && /^\s?[,.!?;]|^\s*$/.test(after)) {
    const sentence = lastSentence(before)
    // "With pleasure, Ann."
    const isWhole = sentence.length === before.length
    const isShort = isWhole && (/^\s?,/.test(after) ? start < 22 && !joins.test(after) : start < 30)
    if (isShort) return 'vocative'
    if (spokenTo.test(sentence) && (!/^\s?,/.test(after) || sentence.length < 35)) return 'vocative'
    if (/^\s?[.!?]/.test(after) && /^[^,]+\s[^,]+,\s$/.test(sentence)) return 'vocative'
  }
  const sentence = lastSentence(before)
  const isWord =
    /[a-z_à!]\s$/.test(before) && !determined.test(before) && !behindCapital.test(text.slice(from, start))
  if (isWord && endsClause.test(after) && !isLowerInText) {
    const words = sentence.trim().split(/\s+/).length
    if (words < 2 || (words < 6 && spokenTo.test(sentence)) || !needsObject.test(before)) return 'vocative'
  }
  if (!isListed && isFull && opens(bare) && /^\s(?:you|your|you're|you've)\s/.test(after)) return 'address'
  if (/(?:^|\s)'$/.test(before)) return 'aside'
  const isTitled = /\b(?:mrs?|ms|dr|prof|miss|frau|herrn?|sr|sra|don|dona|mme)\.?\s$/.test(before)
  return (!isFull && !isTitled && !(asClause.test(before) && doing.test(after))) ||
    determined.test(before) ||
    isListed ||
    /^\.?\s(?:of|von|de|di|du|del|do|da)\s/.test(after)
    ? null
    : 'mention'
}

/** Whether words open a comment in a way that only a name does, so that a misspelt one is looked for. */
export const opensWithName = (text: string, low: string, start: number, end: number): boolean => {
  const before = low.slice(0, start)
  const after = low.slice(end, end + 4)
  return (
    start < 40 &&
    isUpper(text, start) &&
    (/@\s?$/.test(before) ||
      (/^\s?[,:!\n.]/.test(after) &&
        openings(before, true, true).some((words) => greeted.test(words) || reacted.test(words))) ||
      (start < 2 && /^\s?[,:]/.test(after)))
  )
}
/** "Hi Will,", "Dear Hope!": unmistakable even where the name is a word. */
export const isUnmistakable = (text: string, low: string, start: number, end: number): boolean =>
  isUpper(text, start) &&
  /^\s?[,:!\n–-]/.test(low.slice(end, end + 3)) &&
  /(?:^|\n)\s*(?:hi|hello|hey|dear|hallo|hoi|liebe[rs]?|bonjour|salut|cher|chere|hola|querid[oa]|ciao|car[oa]|ola|beste)\s'?$/.test(
    low.slice(Math.max(0, start - 20), start),
  )

/** "Gorgeous Ray, …", "Ray, do send it", "as Hazel says": a capital where no word has one, or a call. */
export const isWrittenAsName = (text: string, low: string, start: number, end: number): boolean => {
  const before = low.slice(Math.max(0, start - 12), start)
  if (!isUpper(text, start) || determined.test(before)) return false
  return (
    /[a-z_à,(]\s?$/.test(before) ||
    (/(?:^|[.!?\n]\s*)$/.test(before) &&
      (/^(?:,\s|\s(?:may i|i am|i'm|you|your|you're)\b)/.test(low.slice(end, end + 8)) ||
        saying.test(low.slice(end, end + 30))))
  )
}
