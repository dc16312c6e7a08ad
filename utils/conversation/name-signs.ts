import { greeting, reaction } from './phrases'

/*
 * The words around a name that tell whether somebody is spoken to, spoken of, or another is meant. All texts here are
 * plain, without case and accents, unless a capital is looked for.
 */

const title = '(?:mr|mrs|ms|dr|prof|herrn?|frau|monsieur|madame|signora?|s(?:enho)?ra?|senora?)\\.?'
export const bare = new RegExp(`^(?:${title}\\s)?['"]?$`)
export const greeted = new RegExp(
  `^(?:(?:and|y|e|et|und|${reaction})[\\s,!.]+)?${greeting}(?:\\s(?:again|there|to|auch|dir|a|au|à|al|alla|ao|an|${title}))?[\\s,]+(?:${title}\\s)?'?$`,
)
// One reaction at least, said so: a "+" around as many words takes browsers twice as long to prepare.
export const reacted = new RegExp(
  `^(?!(?:dear\\s|${title}\\s)?'?$)(?:${reaction}[\\s,!.-]+)*(?:dear\\s|${title}\\s)?'?$`,
)
const agreeing =
  "agree(?:d|s|ing)?(?: \\w+)? with|(?:in )?(?:reply|response|answer) to|replying to|answering|answered|(?:with )?(?:respect|regard) to|(?:grateful|thanks|hats off|credit|shout ?out|kudos|fair play|well done) to|as for|lo que dice|d'accordissimo con|zitat|comme (?:le )?dit|d'accord avec|de acuerdo con|d'accordo con|concordo com|eens met|seconding|echoing|quoting|agree w/|je rejoins|estoy con|ich bin bei|come dice|como (?:bien )?di(?:ce|sse|z)"
export const answering = new RegExp(`\\b(?:${agreeing}|wie|stimme|according to)\\s(?:what\\s)?'?$`)
export const answeringAlone = new RegExp(
  `\\b(?:${agreeing})\\s(?:(?:o|a|el|la|il|lo|le|der|die)\\s)?(?:${title}\\s)?'?$`,
)
export const saying =
  /^'?\s(?:says?|said|(?:is|was) saying|wrote|writes|asked|asks|mentioned|mentions|points? out|pointed out|puts? it|suggests?|suggested|(?:is|was) (?:absolutely |quite )?(?:right|correct|wrong)|has a point|has it (?:about |exactly |spot )?right|sees it right|a raison|tiene (?:toda la )?razon|ha ragione|tem (?:toda )?(?:a )?razao|hat'?s|dit que|sieht das richtig|schreibt|schrieb|sagt|meint|hat recht|ecrit|dice|escribe|scrive|disse|zegt|schrijft)\b/
/** "Ternura dice Rosa." */
export const saidBefore = /\b(?:says|dice|dijo|dit|sagt|schreibt|diz|disse)\s$/
/** "Para Pepe: …" */
export const writtenTo = /^(?:x|para|pour|à|a|al|ao|per|an|to|for)\s$/
/** "O Figueira tem razão", "Der Ewald hats …": languages that say a name with its article. */
export const withArticle = /^(?:o|a|der|die|el|la|il|le)\s$/
/** "I met Ruth.", "ask Ruth.": not spoken to. */
export const needsObject =
  /\b(?:to|of|by|with|from|for|and|or|like|as|than|about|on|at|in|into|is|was|are|were|be|es|est|ist|era|met|meet|saw|see|seen|told|tell|asked|ask|called|call|named|via|per|says|said|say|know|knew|love|hate|thank|vs|not|but|if|that|when|because|como|comme|come|wie|von|mit|fur|an|bei|de|du|da|do|di|del|della|dello|con|para|por|per|com|avec|chez|pour|y|e|et|und|oder|o|ou|a|al|à)\s$/
/** "Calle Tomillo", "Cllr Ruth": somebody or something else. */
export const behindCapital = /[\p{L}\d,;:)'"]\s\p{Lu}[\p{L}.]*\s$/u

/** "Interesting that Gatepost was never five foot ten." */
export const asClause =
  /(?:^|[.!?\n]\s*|\b(?:that|if|when|because|but|and|what|since|dass|wenn|weil|que|si|quando|se)\s)$/
export const doing =
  /^\s(?:has|had|is|was|did|does|will|would|can|could|gives|gave|makes|made|got|gets|wrote|hat|ist|schreibt|tem|ha|tiene|era|dit)\s/

export const beginningClause =
  /(?:^(?:(?:o|a|el|la|il|der|die)\s)?|[.!?\n]\s*(?:(?:o|a|el|la|il|der|die)\s)?|\b(?:with|as|to|what|like|that|but|and|if|when|because|since|wenn|weil|que|si|se)\s)'?$/
export const titled = /\b(?:mrs?|ms|dr|prof|miss|frau|herrn?|sr|sra|don|dona|mme)\.?\s$/

export const possessing = /^'s\s(?:comment|point|post|reply|question|suggestion|remark|answer)\b/
export const spokenTo =
  /\b(?:you|your|you're|thanks?|yes|no|agree|exactly|well|glad|happy|great|hear|ok|right|sorry|welcome|du|dir|dich|dein|sie|ihr|tu|te|vous|votre|merci|danke|si|lei|voce|je|jij|u|know|help|like it|out of ten|full marks|be there|best of luck|good luck)\b/

/** "Marlene I am so sorry": spoken to without a comma. */
export const spokenAtOnce =
  /^\s(?:i(?:'m|'ve|'d|'ll)?\s|you(?:'re|'ve)?\s|your\s|please\b|thanks?\b|may i\b|(?:can|could|would|will|do|did|are|have) you\b|call me\b|so sorry\b|fair play\b|well said\b|good (?:point|one)\b)/

/** "Smokey the Bear", "Paul di'Anno", with their capitals. */
export const goesOnAsName = /^ (?:the|van|von|van der|de|del|della|di|da|do|du|of|mc|o')[ ']?\p{Lu}/u

/** "…, Ann, and Bo": an enumeration. */
export const joins = /^\s?,\s(?:and|und|et|y|e|en)\s/

/** What goes on so behind a name says something to somebody, or of somebody; a word that is a name goes on otherwise. */
export const sayingOn =
  /^\s(?:it|it's|its|that|that's|this|there|there's|they|they're|he|she|we|we're|he's|she's|what|who|why|how|where|when|if|so|is|isn't|was|wasn't|has|had|hasn't|does|doesn't|did|didn't|don't|can't|nobody|not|the|an|about|my|any|all|some|one|could|would|will|should|must|might|may|never|always|just|only|even|already|votre|notre|ton|vos|mais|ma|mas|pero|aber|tem|tens|du|ihr|sie|ich|ist|hat|wenn|jetzt|wie|was|warum|dann|nicht|tu|te|vous|je|c'est|il|qui|pourquoi|yo|que|di|dime|eres|tienes|usted|ha|hai|sei|io|che|voce|eu|nao|e tu|y tu|et toi)\s/
export const small = /^\s(?!(?:and|und|et|y|e|en|or|oder|ou|o|of|von|de|di|du|del|do|da)\s)[a-z_à]/
export const endsClause = /^\s?[.!?,;…)]|^\s?(?:\n|$)|^\s\(\d|^\s?[\ud83c-\ud83e]/
/** "The lamp", "a spanner", "Saint Peter": no name, or another's. */
export const determined =
  /(?:\b(?:the|an?|my|your|our|his|her|their|its|this|that|these|those|no|every|der|die|das|den|dem|des|eine?[rsmn]?|mein\w*|dein\w*|kein\w*|eue?re?|unsere?|seine?|ihre?|le|la|les|un|une|du|mon|ma|mes|el|los|las|una|mi|tu|il|lo|gli|uno|mio|mia|os|um|uma|meu|minha|het|een|de|st|saint|san|santa|calle|plaza|rua|rue|via|avenida|place|sir|lord|lady|king|queen|pope|father|sister|brother)\s|[-–/'#$£€])$/

export const strongStop = /^\s?(?:[,:;!?]|[-–]{1,2}\s|[-–]{2}|\.{2,}|…|\n|$)/

/** The last sentence of what stands before, as far as it is there. */
export const lastSentence = (before: string): string =>
  before.slice(Math.max(...[...'.!?\n'].map((mark) => before.lastIndexOf(mark))) + 1)
