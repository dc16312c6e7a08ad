import { folded, isLower, isUpper, plain, plainWords } from './words'

/** A name claimed at the end of a text. */
export type SignOff = {
  /** As people compare it. */
  folded: string
  /** Without the punctuation around it. */
  name: string
  /** Its form is one that only names take; others count when they are repeated or spoken to. */
  isCertain: boolean
}

/** Given names that many bear: a line of one of these alone is no exclamation. */
const givenNames = new Set(
  'adam alain alan alberto alessandro alex alice alison amy ana andrea andreas andrew andy angela anita ann anna anne annette antonio arthur audrey barbara beatriz ben bernard bernd betty bill bob brad brenda brian bruce bryan carl carla carlos carmen carol caroline cathy cecile cheryl chiara chris christine christophe claire clara claudia cliff colin craig dale dan dana daniel darren dave david dawn debbie denis denise dennis derek diana diane didier donald donna doreen doris dorothy drew duncan eddie edith edward eileen elaine elena elizabeth ellen emily emma enzo eric erica ernest etienne eva fabio faith felix fernando fiona franca francesca francis francisco franco francoise frank fred frieda gail gareth gary gavin geoff george gerald gerard gerd gerry gianni gigi gill giorgio giovanni giulia giuseppe glenda glenn gordon grace graham greg gunter gwen hannah hans harold harry heather heidi heinz helen helena helga henri henry hilary hope horst howard hugh iain ian inge ingrid irene isabel jack jacques james jan jane janet janice jason javier jay jean jeanne jeff jenny jeremy jerry jessica jill jim jo joan joanne joao joaquin jochen joe john jon jonathan jorge jose joy joyce juan judith julia julie julio jurgen karen karin karl kate kathleen kathy kay keith ken kevin kim kirsty klaus kyle lars laura lee len lesley leslie liam linda lisa liz lorraine louise luca lucy luigi luis lurdes lutz lynn maggie malcolm manfred manolo manuel marc marcel marco margaret maria marie marilyn mario marion mark markus marlene martin mary massimo mathias matt maureen may megan melanie michael michel mick miguel mike moira monika monique montse muriel nancy nando natalie nathan neil nick nicola nicolas nigel nina norma norman nuno oliver oscar owen paco pam pamela paolo pat patricia patrick paul paula pauline pedro peggy penny pepe pete peter petra phil philippe phyllis piero pierre pilar rachel ralph ramon ray raymond rebecca renate richard rita rob robert roberto robin rocio roger rolf ron rose rosemary ross roy rui russell ruth ryan sabine sally sam samantha sandra sara sarah scott sean sergio sharon shaun sheila shirley sid silke silvia simon sofia sophie stefan stella stephen steve stewart stuart sue susan suzanne sven sylvia sylvie ted teresa terry tess thierry thomas tiago tim tina tom tony tracey tracy trevor ulla ursula ute uwe val valerie vera veronique vic vicente victoria vincent walter wayne wendy werner will wolfgang yves yvonne'.split(
    ' ',
  ),
)
const organisations =
  /(?:^|\s)(?:hq|ltd|inc|plc|gmbh|team|staff|council|committee|board|union|office|service|ministry|department|university|college|school|news|bbc|times|guardian|independent|telegraph|reuters|press|party|group|society|association|foundation|trust|institute|online|com|org|net|uk|usa|eu)(?:$|\s)/
const capitals = /^(?:[A-Z]{2,}\d*)$/
const exclaiming =
  /(?:ing|ed|ly|able|ible|ful|less|ous|tion|sion|ness|ment|ity|ive|ism|ish|ical|ense|ance|ence|est|dom|lich|isch|ung|heit|keit|mente|ción|ment)$/
const closings =
  '(?:(?:kind |best |warm |many |with )?regards|best(?: wishes)?|yours(?: \\w+)?|sincerely|cheers|thanks|thank you|many thanks|love|signed|xo+|x{1,4}|hugs|mfg|lg|vg|(?:liebe|viele|beste|schone|herzliche|mit freundlichen|freundliche) gr(?:us|uss)en?|gr(?:us|uss)e?|herzlich|cordialement|amities|bises|bisous|à bientot|saludos|un saludo|abrazos?|besos|besitos|saluti|un saluto|baci|abracos?|cumprimentos|beijos|(?:vriendelijke )?groet(?:en|jes)?)'
const marked = /^(?:['`]{1,2}|[-–~*]{1,3}\s?)(?=\S)/
const closed = new RegExp(`(?:^|[.!?…)\\s])${closings}[,.!\\s]+(?=[^\\n]+$)`)
const closing = new RegExp(`^${closings}[,.!:\\s]*$`)
/** "Best regards, Ann" is no longer. */
const longestClosing = 80
const shape = /^[a-z_][\wà'-]*(?:[ .]{1,2}[a-z_à][\wà'-]*){0,3}$/

/** The name without what people put around it; null where it has no name's shape. */
const trimmed = (written: string): string | null => {
  const name = written
    // "Pepe (the usual one)"
    .replace(/\s\([^()\d]{2,30}\)$/, '')
    .replace(/^[\s'‘’`"“”~*_–—-]+/, '')
    .replace(/[\s.,'’"”~*_–—-]+$/, '')
    .trim()
  return name.length < 2 || name.length > 24 || !shape.test(plain(name)) ? null : name
}

/** "FranK", "sCottie": capitals where no word has them. */
export const isOddlyWritten = (name: string): boolean =>
  /^[a-z_à]+$/.test(plain(name)) &&
  Array.from(name).some((_, k) => k > 0 && isLower(name, k - 1) && isUpper(name, k))

const isPlain = (name: string): boolean =>
  !isOddlyWritten(name) &&
  folded(name)
    .split(' ')
    .every((word) => plainWords.has(word) && !(givenNames.has(word) && isUpper(name, 0)))

const isForName = (name: string): boolean => {
  const words = name.split(/[ .]+/)
  if (isOddlyWritten(name)) return true
  return givenNames.has(folded(words[0]!)) && words.every((word) => isUpper(word, 0)) && words.length < 3
}

/** A letter's end, "Sarah Clark / Bristol": the line before is a name or a title, too. */
const isShort = (line: string): boolean =>
  line.length < 40 && line.split(/\s+/).length < 5 && !/[.!?…)"':♥*]$|[\ud83c-\ud83e].$/.test(plain(line))

const inDashes = /[.!?…")]\s*[–-]{1,2}\s?(?=[a-z_][^\n–-]{1,22}$)/

/** What stands alone on a text's last line, where that may be a name; '' where not. As people compare it. */
export const lastLine = (text: string): string => {
  const start = text.lastIndexOf('\n') + 1
  return start > 0 && text.length - start < 26 ? folded(text.slice(start)) : ''
}

/** Finds the name that a text is signed with; null where its end is none. Anonymous comments only. */
export const findSignOff = (text: string): SignOff | null => {
  const end = text.slice(-400).trim()
  // In one long line a name stands behind a dash, or there is none: most comments are told so at once.
  if (end.length >= longestClosing && !end.includes('\n') && !/[–—-]/.test(end.slice(-24))) return null
  const lines = end
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  while (lines.length > 1 && /^https?:\/\/\S+$/.test(lines.at(-1)!)) lines.pop()
  const last = lines.at(-1)
  if (last === undefined || (lines.length === 1 && text.length < 400 && last.length < 12)) return null
  const before = lines.at(-2) ?? ''

  const low = plain(last)
  const lowBefore = plain(before)
  /** What follows a sign of the last line. */
  const after = (sign: RegExpExecArray | null): string | undefined =>
    sign ? last.slice(sign.index + sign[0].length) : undefined
  const withMark = lines.length > 1 ? marked.exec(low) : null
  const withDash = /[–-]/.test(low.slice(-24)) ? inDashes.exec(low) : null
  const special =
    after(withMark) ??
    after(last.length < longestClosing ? closed.exec(low) : null) ??
    (lines.length > 1 && closing.test(lowBefore) ? last : after(withDash))
  const written = special ?? (lines.length > 1 && last.length < 26 && !/[!?:]$/.test(last) ? last : null)
  if (written === null) return null
  const name = trimmed(written)
  if (name === null || (/[!?]$/.test(written) && special === undefined)) return null
  const key = folded(name)
  if (key === '' || isPlain(name) || organisations.test(key)) return null
  const words = key.split(' ').length
  if (special !== undefined) {
    // A quotation's author stands behind a dash, too: full names there are left alone.
    const isOwn = words < 3 && (withMark ? !lowBefore.endsWith('"') || words === 1 : true)
    const isQuoted = (withDash ?? withMark) && /^[-–]/.test(low) && words > 1
    if (withDash && !withMark && (/"\s*[–-]{1,2}\s?[a-z_][^"]*$/.test(low) || words > 1)) return null
    // Whoever is quoted stands so, too, behind words of another; a name of two words is believed when it is spoken to.
    if (isOwn && isQuoted && !/"/.test(plain(text))) return { folded: key, name, isCertain: false }
    return isOwn && !isQuoted
      ? { folded: key, name, isCertain: !exclaiming.test(key) || withMark !== null }
      : null
  }
  if (lines.length > 1 && isShort(before) && words < 3 && !low.startsWith("'")) {
    // Short lines above one another are a list, an address or a letter's end.
    return null
  }
  if (words > 1 && !isForName(name)) return last.length < 26 ? { folded: key, name, isCertain: false } : null
  if (words === 1 && (exclaiming.test(key) || capitals.test(name)) && !isForName(name))
    return capitals.test(name) && name.length < 4 ? { folded: key, name, isCertain: false } : null
  // Who is at the foot of what was pasted wrote that.
  if (words > 1 && /^[^\n]{0,120}:\s*\n/.test(text)) return null
  const isLong = text.length > 1500
  return { folded: key, name, isCertain: isForName(name) && !isLong }
}
