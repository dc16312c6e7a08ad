import { greeting, reaction, sentenceStart } from './phrases'

/** The words around a clock that tell whether it names a comment or is the time of something. */

const words = (list: string): string => `(?<![\\p{L}\\p{N}])(?:${list})`

const anonymous = words(
  "ann?on(?:[yi]m(?:ous(?:e|ly)?|e[rsn]?|os?|as?|i|us)?|iem[e]?|s)?|an[óoô]nim[oai]s?|l'anonyme",
)
const comment = words(
  'comment(?:er|or|ator|s)?(?: (?:posted|made|left|timed|above))?|(?:in )?(?:reply|response|answer) to|(?:your|my|the|this|that|previous|last|his|her) post|antwort auf|réponse à|respuesta a|commentaire|comentario|comentário|commento|kommentar|nachricht|reactie|contributor|you (?:said|wrote|say)|posted|poster|reply|remark|beitrag',
)
const days = words(
  "yesterday(?:'s)?|today(?:'s)?|gestern|heute|hier|ayer|hoy|ieri|oggi|ontem|hoje|gisteren|vandaag|last night(?:'s)?",
)
const small = words(
  "at|of|from|on|by|the|de|des|du|d'|von|vom|um|van|om|delle|del|las|la|les|das|dos|da|às|à|a|alle|le|der|dem|dated|timed",
)
const month =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|fév|avr|jui|aoû|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|fev|out|mrt|maa|mei)\\p{L}*\\.?'
/** A date as it may stand beside a clock. */
const date = `(?<!\\p{L})${month} \\d{1,2}(?:st|nd|rd|th)?,?(?: \\d{4})?|\\d{1,2}(?:st|nd|rd|th|\\.)? (?:de |of )?${month},?(?: \\d{4})?|\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2})?`

export type Before = {
  /** Where the words that belong to the clock begin. */
  start: number
  hasAt: boolean
  hasAnonymous: boolean
  hasComment: boolean
  isYesterday: boolean
  /** What may be a weekday or a date, '' where there is none. */
  date: string
  /** A small word that makes it the time of something, unless there is another sign. */
  isTimed: boolean
}

const chain = (weekdays: string) =>
  new RegExp(
    `(?:(?:@|${anonymous}|${comment}|${days}|${weekdays ? `${words(weekdays)}|` : ''}${date}|${small})['’]?[\\s,:.(“"]{0,2})+$`,
    'iu',
  )
const hasAnonymous = new RegExp(anonymous, 'iu')
const hasComment = new RegExp(comment, 'iu')
const yesterday = /gestern|yesterday|hier|ayer|ieri|ontem|gisteren|last night/i
const someDay = new RegExp(`${date}`, 'iu')
const firstSign = (weekdays: string) =>
  new RegExp(`@|${anonymous}|${days}|${weekdays ? `${words(weekdays)}|` : ''}${date}`, 'iu')

/** Reads what stands before clocks, with the names of the weekdays in the page's languages, "monday|tuesday|…". */
export const createBefore = (weekdays: string) => {
  const signs = chain(weekdays)
  const first = firstSign(weekdays)
  const weekday = weekdays ? new RegExp(words(weekdays), 'iu') : /(?!)/
  return (text: string, clock: number): Before => {
    const from = Math.max(0, clock - 60)
    const found = signs.exec(text.slice(from, clock))
    if (!found)
      return {
        start: clock,
        hasAt: false,
        hasAnonymous: false,
        hasComment: false,
        isYesterday: false,
        date: '',
        isTimed: false,
      }
    const said = found[0]
    const sign = first.exec(said)
    return {
      start: sign ? from + found.index + sign.index : clock,
      hasAt: said.includes('@'),
      hasAnonymous: hasAnonymous.test(said),
      hasComment: hasComment.test(said),
      isYesterday: yesterday.test(said),
      date: weekday.exec(said)?.[0] ?? someDay.exec(said)?.[0] ?? '',
      // "Not a word of 21:31" is said of a comment.
      isTimed: !/(?<!\p{L})of\s$/iu.test(said),
    }
  }
}

const events = new RegExp(
  `${words(
    'bus|buses|trains?|sailings?|boats?|ferry|ferries|flights?|lorry|departs?|departures?|departing|arriv\\p{L}+|leaves?|opens?|open|closes?|closed|doors?|kick-?off|starts?|ends?|meeting|lunch|dinner|breakfast|rehearsal|service|score|won|lost|beat|drew|odds|ratio|chapter|verse|page|pages|item|psalms?|ps|channel|kapitel|seite|vers|zug|treffen|abfahrt|chapitre|train|tgv|car|match(?: nul)?|réunion|capítulo|capitulo|autobús|tren|battello|treno|finale|comboio|trein|video|minute|time|now|est|gmt|about|around|circa|ca|roughly|exactly|nearly|almost|until|till|before|after|since|between|for|within|gegen|ab|bis|seit|vor|nach|zwischen|dès|vers|entre|avant|après|desde|hasta|dalle|fino|tot|vanaf|sinds|in|over|under',
  )}\\.?\\s*(?:(?:is|was|of|the|at|um|den|von)\\s)?[„“"(]?$`,
  'iu',
)
/** Books of the Bible, as they are written before chapter and verse. */
const books =
  /(?<!\p{L})(?:\d\s?)?(?:gen|exo?d|lev|num|deut|josh|judg|ruth|sam|kings|chron|ezra|neh|esth|job|psa?|prov|eccl|song|isa|jer|lam|ezek|dan|hos|joel|amos|obad|jonah|mic|nah|hab|zeph|hag|zech|mal|mat|mk|mark|lk|luke|luk|jn|john|joh|acts?|apg|rom|röm|cor|kor|gal|eph|phil|col|kol|thess|tim|tit|philem|heb|jas|james|jak|pet|petr|jude|rev|offb|qur|sura?h?)\p{L}*\.?\s$/iu
const happenings =
  /^\s?(?:sharp|tomorrow|tonight|today|daily|each|every|on (?:\p{L}+days?|sky|bbc|itv|channel)|auf|in the |o'clock|starts?|kick|start|finish|sailing|train|bus|boat|ferry|flight|hours?|hrs?|min(?:ute)?s?|secs?|seconds|odds|against|until|till|onwards|from|left|to go|to spare|long|per|und weit|uhr\s+(?:auf|im|in|am)|won|lost|to win|in favour|[-–—]\s?\d|(?:to|till|until|bis|à|a|tot|hasta)\s\d)/iu

/** Whether the words around say that it is the time of something, a score, a ratio or a verse. */
export const isEvent = (text: string, start: number, end: number): 'verse' | 'event' | null => {
  const before = text.slice(Math.max(0, start - 30), start)
  if (books.test(before)) return 'verse'
  return events.test(before) || happenings.test(text.slice(end, end + 24)) ? 'event' : null
}

const atStart = new RegExp(`${sentenceStart}(?:(?:${reaction}|${greeting})[\\s,!.:-]+){0,2}$`, 'iu')
/** The clock is spoken to, or is the subject of what is said. */
const asSubject =
  /^(?:['’]s\s|\s?[,:;!?]|\s?\.{2,}|…|\s[-–—]\s|\s*$|\s*\n|\.\s(?:you|i|no|yes|it|that|this|please|what|why|if)(?!\p{L})|\s(?:&|and)\s@?\d{1,2}[:.]\d\d,?\s(?:are|you|both|have|make|were)(?!\p{L})|\s(?:you|your|you're|you've|makes?|made|(?:is|was)(?! (?:too|when|the time|late|early|fine|ok|okay|my|our|not? (?:good|time)))|has|had|says?|said|wrote|raises?|spot|well|exactly|why|how|what|where|hits?|puts?|sums?|got|gets|i|it|that|this|seems?|sounds?|clearly|must|should|could|would|can|are|do|did|does|please|thank|thanks|totally|absolutely|completely|\+1|sorry|no|yes|if|there|hast|hat|ist|bist|du|sie|recht|tu|vous|avez|as|a raison|stimmt|sagt|schreibt|tiene|tienes|ha|hai|tem|heeft|je|jij)(?!\p{L}))/iu

/** Digits alone are a number more often than not: what follows must be what is said of a person. */
const asPerson =
  /^(?:['’]s\s|\s?[,:;!?]|\s?\.{2,}|…|\s[-–—]\s|\s*$|\s*\n|\s(?:you|your|you're|makes?|made (?:a|an|some)|has a|had a|says?|said|wrote|raises?|gets? it|got it|spot on|well said|exactly|hits?|puts? it|sums?|i (?:agree|think|don't|couldn't|could)|must|should|please|thanks?|is (?:right|correct|wrong|spot|absolutely|quite|so|clearly|obviously|bang|talking|making|deluded|mistaken))(?!\p{L}))/iu
export const isSaidOfPerson = (text: string, end: number): boolean => asPerson.test(text.slice(end, end + 24))

/** The clock begins a comment, and a sentence that goes on: no timetable, no entry of a diary. */
export const beginsComment = (text: string, end: number): boolean =>
  /^\s\p{Ll}/u.test(text.slice(end, end + 2)) &&
  !/^\s(?:(?:is|was) (?:too|when|the|my|our|late|early)|came|approached|passed|struck|arriv\p{L}+|on|in|for|at|by|when|and|or|got|woke|ish|in der|auf|im|am|und|à|et|pour|y|para|e|per|en)(?!\p{L})/iu.test(
    text.slice(end, end + 24),
  ) &&
  (text.match(/^\s*\d{1,2}[:.]\d\d(?!\d)/gm)?.length ?? 0) < 2

/** Whether a clock that stands here opens its sentence and is spoken to or of. */
export const opensSentence = (text: string, start: number, end: number): boolean => {
  const from = Math.max(0, start - 50)
  const before = text.slice(from, start)
  const found = atStart.exec(before)
  return (
    found !== null &&
    !(found.index === 0 && found[0] !== '' && from > 0 && /^\p{L}/u.test(found[0])) &&
    !(from > 0 && found[0] === '') &&
    (asSubject.test(text.slice(end, end + 24)) || /\p{L}/u.test(found[0]))
  )
}

const allowing =
  /(?<!\p{L})(?:re|with|of|as|what|like|unlike|thanks|thank you|poor|than|see|agree|cheers|hear|vs|bravo|danke|merci|gracias|grazie|obrigad[oa]|bedankt|dicho|dit|precies|genau|recht|dank|you|both|above|below|ask|asked|tell|told|und|mit|wie|zu)[\s,]+$/iu
/** What only a person does. */
const doing =
  /^\s(?:says?|said|wrote|means?|meant|thinks|should|must|has it|has a point|(?:is|was) (?:absolutely |quite |so )?(?:right|correct|wrong|mistaken)|clearly|obviously|seems to|needs to|doesn't|didn't|forgets|misses|knows)(?!\p{L})/iu
const regarding = /(?:^|[.!?\n]\s*)re:?\s(?:[\p{L}\p{N}'’]+\s){1,4}$/iu
const spoken =
  /(?<!\p{L})(?:you|your|please|thanks?|really|nonsense|rubbish|exactly|wrong|right|true|love|brilliant|great|good|excellent|fair|bless|stop|come|calm|get|grow|sorry|agree|no|yes|why|how|what)(?!\p{L})/iu
const ends = /^\s?(?:[!?.…]|$|\n)/u

/** Whether a clock that stands in a sentence may name a comment: between commas, after "with", at the end of a call. */
export const isNamedWithin = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - 60), start)
  const after = text.slice(end, end + 24)
  if (allowing.test(before) || regarding.test(before) || doing.test(after)) return true
  if (/,\s$/.test(before) && /^\s?[,!?.…]|^\s*$/.test(after)) return true
  const sentence = before.slice(Math.max(...[...'.!?\n'].map((mark) => before.lastIndexOf(mark))) + 1)
  return ends.test(after) && spoken.test(sentence) && /\p{L}\s$/u.test(before)
}
/** "the 21:31 comment", "21:31's point": what follows says that it is a comment. */
export const isCalledComment = (text: string, end: number): boolean =>
  /^(?:['’]s\s(?:comment|point|post|reply|remark|question)|\s(?:anon|comment|commenter|poster|post|reply|contributor))/iu.test(
    text.slice(end, end + 18),
  )
