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
  'adam alan alex alice alison amy ana andrea andreas andrew andy angela ann anna anne antonio barbara ben bernd betty bill bob brenda brian carl carlos carol caroline chris christine claire clara claudia colin craig dan daniel dave david debbie denis derek diana diane drew elena elizabeth ellen emily emma eric eva felix fiona francis frank gareth gary geoff george gill gordon graham greg hannah hans harry heather heidi helen henry hugh ian ingrid irene jack james jan jane janet jay jean jeff jenny jerry jill jim jo joan joe john jon jonathan jorge jose judith julia julie jurgen karen karin kate keith ken kevin kim klaus laura lee len liam linda lisa liz louise lucy luis lynn maggie marc marco margaret maria marie marion mark markus martin mary matt mathias michael mick miguel mike nancy neil nick nicola nigel nina oliver pat patrick paul paula pedro penny pete peter petra phil pierre rachel ray rebecca richard rita rob robert robin roger ron rose roy ruth sally sam sandra sara sarah scott sean sharon sheila simon sofia sophie stefan steve stuart sue susan suzanne sylvia ted teresa terry thomas tim tina tom tony ursula uwe vera victoria walter wendy werner will wolfgang'.split(
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
const shape = /^[a-z_][\wà'-]*(?:[ .]{1,2}[a-z_][\wà'-]*){0,2}$/

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

/** Finds the name that a text is signed with; null where its end is none. Anonymous comments only. */
export const findSignOff = (text: string): SignOff | null => {
  const lines = text
    .slice(-400)
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
    after(last.length < 80 ? closed.exec(low) : null) ??
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
    return isOwn && !isQuoted
      ? { folded: key, name, isCertain: !exclaiming.test(key) || withMark !== null }
      : null
  }
  if (lines.length > 1 && isShort(before) && words < 3 && !low.startsWith("'")) {
    // Short lines above one another are a list, an address or a letter's end.
    return null
  }
  if (words > 1 && !isForName(name)) return last.length < 20 ? { folded: key, name, isCertain: false } : null
  if (words === 1 && (exclaiming.test(key) || capitals.test(name)) && !isForName(name))
    return capitals.test(name) && name.length < 4 ? { folded: key, name, isCertain: false } : null
  const isLong = text.length > 1500
  return { folded: key, name, isCertain: isForName(name) && !isLong }
}
