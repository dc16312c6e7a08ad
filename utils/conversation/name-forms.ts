import {
  answering,
  answeringAlone,
  asClause,
  bare,
  beginningClause,
  behindCapital,
  determined,
  doing,
  endsClause,
  goesOnAsName,
  greeted,
  joins,
  lastSentence,
  needsObject,
  possessing,
  reacted,
  saidBefore,
  saying,
  sayingOn,
  small,
  spokenAtOnce,
  spokenTo,
  strongStop,
  titled,
  withArticle,
  writtenTo,
} from './name-signs'
import { openings } from './phrases'
import { isUpper } from './words'

/**
 * How a name stands in a text: called by "@", spoken to, greeted, spoken of in an answer, spoken of in passing, or only
 * there in quotation marks.
 */
export type NameForm = 'at' | 'address' | 'greeting' | 'vocative' | 'answer' | 'mention' | 'aside'

/** A name in its text; `low` is the text in plain, `before` and `after` are parts of that. */
type Place = {
  text: string
  low: string
  start: number
  end: number
  before: string
  after: string
  /** What stands between the beginnings of sentences and the name. */
  opened: readonly string[]
  /** It is written with a capital here. */
  isCapital: boolean
  /** It is a name without a capital. */
  isLowerName: boolean
  /** It is of several words, which are no others'. */
  isFull: boolean
  /** "Ann, Bo, Cy (and Di?) are on one side." */
  isListed: boolean
}

const opens = ({ opened }: Place, form: RegExp): boolean => opened.some((words) => form.test(words))

const nextIsUpper = ({ text, end, after }: Place): boolean => isUpper(text, after.search(/\w/) + end)

/** "Hi Fred Durst", "Smokey the Bear", "Paul di'Anno": somebody else of that name. */
const isAnothers = ({ text, end, after }: Place): boolean =>
  goesOnAsName.test(text.slice(end, end + 12)) ||
  (/^[ -][a-z_][a-z_à']/.test(after) &&
    isUpper(text, end + 1) &&
    !isUpper(text, end + 2) &&
    !/^ (?:ich|je|yo|eu|io)\b/.test(after))

/** The writer's own name, on the last line. */
const isOwn = ({ before, low, end }: Place): boolean =>
  /\n\s*(?:[-–~*]{1,2}\s?)?'?$/.test(before) && /^['".]?\s*$/.test(low.slice(end, end + 30))

const initials = /^\p{L}(?:\.\s?\p{L})+$/u

/** Who begins with a name, with a comma or without, speaks to somebody, or of what somebody said: "Lampy it exists". */
const isOpening = (place: Place): boolean => {
  const { text, low, start, end, before, after, isListed, isCapital, isFull } = place
  if (isListed || !opens(place, bare) || before.endsWith('(')) return false
  if (strongStop.test(after)) return start < 40 || /^\s?[,:!?]/.test(after)
  if (/^\s(?:you|your|you're|you've)\s/.test(after)) return true
  if (/[a-z_à\d]/.test(low.slice(0, start))) return false
  if (spokenAtOnce.test(after)) return true
  if (/^\s(?:and|und|et|y|e|en|&)\s[@\wà']+\s?[,:]/.test(after)) return true
  if (/^\.\s+[a-z_]/.test(after)) return nextIsUpper(place) || initials.test(text.slice(start, end))
  return isCapital && !isAnothers(place) && (sayingOn.test(after) || (isFull && small.test(after)))
}

const addressed = (place: Place): NameForm | null => {
  const { start, before, after, isCapital, isLowerName } = place
  if (isOpening(place)) return 'address'
  if (start < 8 && writtenTo.test(before) && /^\s?:/.test(after)) return 'address'
  if (isAnothers(place)) return null
  if (opens(place, greeted)) return 'greeting'
  return opens(place, reacted) && (isLowerName || isCapital || start < 30) ? 'address' : null
}

/** "Thank you, Ann.", "Shocking Ann!": spoken to within a sentence, or at its end. */
const isVocative = ({ text, start, before, after, isCapital }: Place): boolean => {
  const sentence = lastSentence(before)
  if (/,\s(?:(?:mrs?|dr)\.?\s)?$/.test(before) && /^\s?[,.!?;]|^\s*$/.test(after)) {
    // "With pleasure, Ann."
    const isWhole = sentence.length === before.length
    if (isWhole && (/^\s?,/.test(after) ? start < 22 && !joins.test(after) : start < 30)) return true
    if (spokenTo.test(sentence) && (!/^\s?,/.test(after) || sentence.length < 35)) return true
    if (/^\s?[.!?]/.test(after) && /^[^,]+\s[^,]+,\s$/.test(sentence)) return true
  }
  const isBehindWord =
    /[a-z_à!]\s$/.test(before) && !behindCapital.test(text.slice(Math.max(0, start - 60), start))
  if (!isBehindWord || !isCapital || !endsClause.test(after) || determined.test(before)) return false
  const words = sentence.trim().split(/\s+/).length
  return words < 2 || (words < 6 && spokenTo.test(sentence)) || !needsObject.test(before)
}

/** "Los chavales, Topo, no te engañes", "The vote, Ann. You said so.": nobody else is written so. */
const isBetweenCommas = ({ low, end, before, after, isListed, isCapital }: Place): boolean =>
  isCapital &&
  !isListed &&
  /[a-z_à]{3},\s$/.test(before) &&
  /^,\s[a-z_]/.test(after) &&
  !joins.test(after) &&
  /^,\s(?:[a-z_à']+\s){0,3}(?:you|your|you're|te|tu|du|dir|dich|dein\w*|sie|ihr|vous|toi|usted|voce|ti)\b/.test(
    low.slice(end, end + 60),
  )

const spokenOf = ({ start, before, after, isFull, isListed }: Place): NameForm | null => {
  if (start < 5 && withArticle.test(before) && (saying.test(after) || doing.test(after))) return 'answer'
  if (saying.test(after) && (answering.test(before) || /(?:as|what|like|wie)\s'?$/.test(before)))
    return 'answer'
  if (possessing.test(after) || saying.test(after))
    return beginningClause.test(before) ? 'answer' : /,\s'?$/.test(before) ? 'mention' : null
  if (/(?:^|\s)'$/.test(before)) return 'aside'
  const isSubject = asClause.test(before) && doing.test(after)
  const isTold = isSubject || ((isFull || titled.test(before)) && !determined.test(before))
  return isTold && !isListed && !/^\.?\s(?:of|von|de|di|du|del|do|da)\s/.test(after) ? 'mention' : null
}

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
  const place: Place = {
    text,
    low,
    start,
    end,
    before,
    after,
    opened: openings(before, from === 0, true),
    isCapital: isUpper(text, start),
    isLowerName,
    isFull,
    isListed: /^,\s?[a-z_]\w*\s?[,(&]/.test(after) && isUpper(text, after.search(/\w/) + end),
  }
  if (isOwn(place)) return null
  const form = addressed(place)
  if (form || isAnothers(place) || (!place.isCapital && !isLowerName)) return form
  if (answeringAlone.test(before) || saidBefore.test(before)) return 'answer'
  if (isBetweenCommas(place)) return 'address'
  return isVocative(place) ? 'vocative' : spokenOf(place)
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
