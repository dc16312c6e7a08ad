import { lastSentence } from './name-signs'
import { greeting, openings, reaction, words } from './phrases'

/*
 * The words around a clock that tell whether it names a comment or is the time of something. All texts here are plain:
 * without case and accents.
 */

const anonymous = words("ann?on(?:[yi]m(?:ous(?:e|ly)?|e[rsn]?|[oa]s?|i|us)?|ieme?|s)?|l'anonyme")
const comment = words(
  "(?:the|that) (?:gentleman|lady|person|chap|bloke|guy|fella|man|woman|fool|idiot|clown|genius|joker|troll)(?= (?:at|of|@))|(?<=^|[.!?\\n]\\s?)to the \\w+(?= (?:at|of|@))|(?<!\\b(?:en|con|perdi|cojo|coger|tomo|tomar) )(?:al|el|la) de(?= las)|(?:ao|o) de ontem(?= [aà]s)|sou (?:eu )?[oa](?= das)|[aà] cel(?:ui|le)(?= de)|a l[oa]s(?= de las)|(?:la|el) (?:senora?|vecin[oa]|amig[oa]|list[oa]|ti[oa])(?= de las)|le com(?= de)|what was (?:said|asked|posted|written|claimed)|(?:rispondo|respondo|reponds|contesto)(?= [aà])|an de[nr] \\w+(?= (?:von|um))|comment(?:er|or|ator|s)?(?: (?:posted|made|left|timed|above))?|(?:in )?(?:reply|response|answer) to|(?:correction|question|message|note|advice|justice|kudos|respect|credit|medal|pint|prize) (?:for|to)|(?:your|my|the|this|that|previous|last|his|her) post|antwort auf|reponse à|respuesta a|commentaire|comentario|commento|kommentar|nachricht|reactie|contributor|(?:you|i)(?:'ve)? (?:said|wrote|say|posted|asked)|(?:as|come|como|comme|wie) (?:i (?:said|wrote)|scrivevo|dicevo|decia|dije|escribi|disse|escrevi|(?:je|j'ai) (?:l'ai )?(?:disais|dit|ecrivais|ecrit)|(?:ich )?(?:schon )?(?:gesagt|geschrieben))|(?<=(?:^|[.!?\\n]|\\b(?:you|who|whoever|he|she|ann?on|anonymous|some(?:one|body)|comments?))\\s?)posted|poster|reply|remark|beitrag",
)
const yesterday = "yesterday(?:'s)?|gestern|hier|ayer|ieri|ontem|gisteren|last night(?:'s)?"
const days = words(`${yesterday}|today(?:'s)?|heute|hoy|oggi|hoje|vandaag`)
const small = `(?<!\\w)às?|${words(
  "at|of|from|on|by|the|de|di|des|du|d'|von|vom|um|van|om|delle|del|las|la|les|das|dos|da|a|alle|le|der|dem|dated|timed",
)}`
const month =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez|fev|avr|jui|aou|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|out|mrt|maa|mei)\\w*\\.?'
/** A date as it may stand beside a clock. */
const date = `\\b${month} \\d{1,2}(?:st|nd|rd|th)?,?(?: \\d{4})?|\\d{1,2}(?:st|nd|rd|th|\\.)? (?:de |of )?${month},?(?: \\d{4})?|\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2})?`

export type Before = {
  /** Where the words that belong to the clock begin. */
  start: number
  hasAt: boolean
  hasAnonymous: boolean
  hasComment: boolean
  isYesterday: boolean
  /** What may be a weekday or a date, '' where there is none. */
  date: string
  /** A small word, or a day, that makes it the time of something, unless there is another sign. */
  isTimed: boolean
  /** A small word, which the time of something stands behind. */
  hasSmallWord: boolean
}

/** The signs right before a clock, '' where there are none: with a "+" browsers take twice as long to prepare it. */
const chain = (weekdays: string) =>
  new RegExp(
    `(?:(?:@|${anonymous}|${comment}|${days}|${words(weekdays)}|${date}|${small})(?:'s?)?[\\s,:.("]{0,2})*$`,
  )
const someAnonymous = new RegExp(anonymous)
const someComment = new RegExp(comment)
const someYesterday = new RegExp(yesterday)
const someDay = new RegExp(date)
const someSmall = new RegExp(`(?:${small})\\s`)
/** "Celui de 11h05", "der von 20:17", "o das 14:05": whoever wrote then, or what left then. */
const someone =
  /(?:\bcell?e?(?:ui)? (?:de |d')|\b(?:el|la) de (?:las |la |ayer a las )|\bquell[oa] delle |(?:^|[.!?\n]\s?)(?:o|ó|a|e o|e a) das? |\b(?:der|die) (?:von |um )|\bhelden von )$/

/** Reads what stands before clocks, with the names of the weekdays in the page's languages, "monday|tuesday|…". */
export const createBefore = (weekdays: string) => {
  const signs = chain(weekdays)
  const first = new RegExp(`@|${anonymous}|${days}|${words(weekdays)}|${date}`)
  const weekday = new RegExp(words(weekdays))
  return (text: string, clock: number): Before => {
    const from = Math.max(0, clock - 60)
    const found = signs.exec(text.slice(from, clock))!
    if (found[0] === '')
      return {
        start: clock,
        hasAt: false,
        hasAnonymous: false,
        hasComment: false,
        isYesterday: false,
        date: '',
        isTimed: false,
        hasSmallWord: false,
      }
    const said = found[0]
    const sign = first.exec(said)
    return {
      start: sign ? from + found.index + sign.index : clock,
      hasAt: said.includes('@'),
      hasAnonymous: someAnonymous.test(said),
      hasComment: someComment.test(said),
      isYesterday: someYesterday.test(said),
      date: weekday.exec(said)?.[0] ?? someDay.exec(said)?.[0] ?? '',
      // "Not a word of 21:31" is said of a comment.
      isTimed: !/\bof\s$/.test(said),
      hasSmallWord: someSmall.test(said) && !someone.test(text.slice(from, clock)),
    }
  }
}

const atStart = new RegExp(`^(?:(?:${reaction}|${greeting})[\\s,!.:-]+)*$`)
/** The clock is spoken to, or is the subject of what is said. */
const asSubject =
  /^(?:'s\s|\s?[,:;!?]|\s?\.{2,}|…|\s[-–]\s|\s*$|\s*\n|\s(?:mine|me too|same|ditto|here)\b|\.\s(?:you|i|no|yes|it|that|this|please|what|why|if)\b|\sagain\s?[:,!?]|\s(?:&|and)\s@?\d{1,2}[:.]?\d\d(?:,?\s(?:are|you|both|have|make|were)\b|\s?:)|\s(?:you|your|you're|you've|makes?|made|(?:is|was)(?! (?:too|when|the time|late|early|fine|ok|okay|my|our|not? (?:good|time)))|has|had|says?|said|wrote|raises?|spot|well|exactly|why|how|what|where|hits?|puts?|sums?|got|gets|i|it|that|this|seems?|sounds?|clearly|must|should|could|would|can|are|do|did|does|please|thank|thanks|totally|absolutely|completely|\+1|sorry|no|yes|lol|ha|wow|show me|tell me|prove it|name one|give me|if|there|hast|hat|ist|bist|du|sie|recht|tu|vous|avez|as|a raison|stimmt|sagt|schreibt|tiene|tienes|ha|hai|tem razao|heeft|je|jij)\b)/

/** Digits alone are a number more often than not: what follows must be what is said of a person. */
const asPerson =
  /^(?:'s\s|\s?[,:;!?]|\s?\.{2,}|…|\s[-–]\s|\s*$|\s*\n|\s(?:and|&)\s\d\d[:.]\d\d\s?[.,!:]|\s(?:you|your|you're|makes?|made (?:a|an|some)|has a|had a|says?|said|wrote|raises?|gets? it|got it|spot on|well said|exactly|hits?|puts? it|sums?|i (?:agree|think|don't|couldn't|could)|must|should|please|thanks?|has it in one|again\s?[:,!?]|you've|i (?:felt|hope|wish|was|am|bet|love|like|hear|know|told|said|never|would|will|can)|is (?:the (?:only|best|worst|most)|right|correct|wrong|spot|absolutely|quite|so|clearly|obviously|bang|talking|making|deluded|mistaken))\b)/
export const isSaidOfPerson = (text: string, end: number): boolean => asPerson.test(text.slice(end, end + 24))

/** The clock begins a comment, and a sentence that goes on: no timetable, no entry of a diary. */
export const beginsComment = (text: string, end: number): boolean =>
  !/^\s(?:tem|hay|(?:is|was) (?:too|when|the|my|our|late|early)|came|approached|passed|struck|arriv\w+|durch|zur|mit|on|in|for|at|by|when|and|or|got|woke|ish|in der|auf|im|am|und|à\s|et|pour|y|para|e|per|en)\b/.test(
    text.slice(end, end + 24),
  ) && (text.match(/^\s*\d{1,2}[:.]\d\d(?!\d)/gm)?.length ?? 0) < 2

/** Said of a person, whatever else happens at that time. */
const personal =
  /^,\s|^\s?[:–-]\s|^[^.!?\n]{0,70}\b(?:you|your|you're)\b|^'?s?[\s;!?.]+(?:here|that is|that's|had it|has it|you|your|you're|you've|you'll|please|says?|said|wrote|thanks?|thank you|well said|spot on|exactly|i (?:agree|hope|think|don't)|agreed?|has a point|is (?:right|wrong|correct|spot)|makes?|made|raises?|du|dein\w*|sie|hast|tu|ton|vous|votre|usted|tienes|tu|hai|ha ragione|tiene razon|a raison|tem razao|voce)\b/
/**
 * Whether a clock that stands here opens its sentence and is spoken to or of.
 * @param isTalkedOf things happen at that time
 */
export const opensSentence = (text: string, start: number, end: number, isTalkedOf: boolean): boolean => {
  const from = Math.max(0, start - 50)
  const said = openings(text.slice(from, start), from === 0, false).find((words) => atStart.test(words))
  if (said === undefined) return false
  return (
    said !== '' ||
    (isTalkedOf ? personal.test(text.slice(end, end + 80)) : asSubject.test(text.slice(end, end + 24)))
  )
}

/** Whether the word behind a clock begins with one of these letters: most are told so, without a longer look. */
const mayFollow = (letters: string, text: string, end: number): boolean =>
  text[end] === ' ' && letters.includes(text.charAt(end + 1) || ' ')

/** "You at 12:12, …", "Para 21:31: …". */
export const isCalledByWords = (text: string, start: number, end: number): boolean => {
  const isAfter = (words: string): boolean =>
    text.endsWith(words, start) && /(?:^|[.!?\n]\s{0,2})$/.test(text.slice(0, start - words.length).slice(-3))
  return isAfter('you at ') || (text[end] === ':' && isAfter('para '))
}

/** "Exactly 14.02.", "Thanks 08.48 for the figures": written with a dot, and no price for what was said before. */
export const isReactedTo = (text: string, start: number, end: number): boolean =>
  /\d\d[.]\d\d$/.test(text.slice(start, end)) &&
  (/^\.(?:\s|$)/.test(text.slice(end, end + 2)) ||
    /\b(?:thanks?|thank you|cheers|gracias|merci|danke|grazie)\s$/.test(
      text.slice(Math.max(0, start - 12), start),
    ))

/** Somebody of whom nothing but the time is known is said to have spoken: "at 18:22 someone said". */
const speakers =
  /^\s(?:some(?:one|body) (?:said|says|wrote|writes|asked|asks|claimed|claims|suggested|mentioned)|hiess? es|(?:sagt|schrieb|schreibt|meint)e? (?:jemand|einer)|alguien (?:dec|dij|dic|escrib)\w+|alguem (?:diss|diz|fal|escrev)\w+|qualcuno (?:ha (?:detto|scritto)|dice|diceva|scrive)|(?:quelqu'un|on nous|on) (?:dit|disait|ecrit|parle|a (?:dit|ecrit))|disse|dijo|escreveu|escribio|ha (?:detto|scritto)|a (?:dit|ecrit)|hat (?:gesagt|geschrieben))\b/
export const isSaidBySomebody = (text: string, end: number): boolean =>
  mayFollow('shmaqode', text, end) && speakers.test(text.slice(end, end + 30))

/** "10:58 pm yesterday it's public record": the day may stand behind the time, too. */
const dayBehind =
  /^\s(?:(yesterday|last night|gestern|hier|ayer|ieri|ontem)|on ((?:mon|tues|wednes|thurs|fri|satur|sun)day)|(today|heute|hoy|oggi|hoje))\b(?!\s?(?:[,:;.!?…)]|[-–]\s|\n|$|(?:in|at|on|for|and|from|with|by|the|there|im|in der|am)\b))/
/** Where no day stands behind a clock. */
export const noDay = { length: 0, isYesterday: false, date: '' }
export const readDayBehind = (text: string, end: number): typeof noDay => {
  const found = mayFollow('ylghaiot', text, end) ? dayBehind.exec(text.slice(end, end + 40)) : null
  return found
    ? { length: found[0].length, isYesterday: found[1] !== undefined, date: found[2] ?? '' }
    : noDay
}

const allowing =
  /\b(?:re|with|of|as|what|like|unlike|thanks|thank you|poor|than|see|agree|dice|diz|dit|cheers|hear|vs|bravo|danke|merci|gracias|grazie|obrigad[oa]|bedankt|dicho|dit|precies|genau|recht|dank|you|both|i second|above|below|ask|asked|tell|told|und|mit|wie|zu(?=\s))[\s,]+$/
/** What only a person does. */
const doing =
  /^\s(?:says?|said|wrote|means?|meant|thinks|should|must|has it|has a point|(?:is|was) (?:absolutely |quite |so )?(?:right|correct|wrong|mistaken)|clearly|obviously|seems to|needs to|doesn't|didn't|forgets|misses|knows)\b/
const regarding = /(?:^|[.!?\n]\s*)re:?\s(?:[\w']+\s){1,4}$/
const spoken =
  /\b(?:you|your|yourself|who|i'll|please|thanks?|really|nonsense|rubbish|exactly|wrong|right|true|love|brilliant|two of us|unbelievable|great|good|excellent|fair|bless|stop|come|calm|get|grow|sorry|agree|no|yes|why|how|what)\b/
const ends = /^\s?(?:[!?.…]|$|\n)/

/** Whether a clock that stands in a sentence may name a comment: between commas, after "with", at the end of a call. */
export const isNamedWithin = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - 60), start)
  const after = text.slice(end, end + 24)
  if (allowing.test(before) || regarding.test(before) || doing.test(after)) return true
  const sentence = lastSentence(before)
  // "House steps, 2:30, bring a chair": on the quarter it may be when things begin.
  const mayBegin =
    /[:.h](?:00|15|30|45)\D*$/.test(text.slice(start, end)) &&
    /^,\s(?!(?:and|but|or|so|you|your|i|it|that|is|are|what|why|how|no|yes|thank)\b)/.test(after)
  if (/,\s$/.test(before) && /^\s?[,!?.…]|^\s*$/.test(after) && !(mayBegin && !spoken.test(sentence)))
    return true
  const goesOn = /^,\s(?:and |but )?(?:you|i)(?:'ll|'ve|'re|'m|'d)?\s/.test(after)
  return (ends.test(after) || goesOn) && spoken.test(sentence) && /[a-z_à]\s$/.test(before)
}
/** "the 21:31 comment", "21:31's point": what follows says that it is a comment. */
export const isCalledComment = (text: string, end: number): boolean =>
  /^(?:'s\s(?:comment|point|post|reply|remark|question|appendix|figures?|sums?|idea|argument)|\s(?:anon|comment|commenter|poster|post|reply|contributor))/.test(
    text.slice(end, end + 18),
  )

const endsInClock = /\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\b\.?)?(?: [a-z]{2,5})?[ :,]*$/i
const longestClock = 24

/**
 * Whether a line is nothing but who wrote something and when, as software puts above what it quotes: "Response to Ann,
 * 3 March 2021 9:15 PM".
 */
export const isCitationLine = (line: string): boolean =>
  line.length < 120 && endsInClock.test(line.slice(-longestClock)) && /\p{L}{2}/u.test(line)

/** Whether a clock ends a line that names who wrote something and when. */
export const isCitation = (text: string, start: number, end: number): boolean => {
  const next = text.indexOf('\n', end)
  return next >= 0 && isCitationLine(text.slice(text.lastIndexOf('\n', start) + 1, next))
}
