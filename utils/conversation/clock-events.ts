import { words } from './phrases'

/*
 * The words around a clock that tell when something happened or will happen. All texts here are plain: without case and
 * accents.
 */

const events = new RegExp(
  `${words(
    'bus(?:es)?|trains?|sailings?|boats?|ferry|ferries|flights?|lorry|depart\\w*|arriv\\w+|leaves?|opens?|close[sd]?|doors?|kick-?off|starts?|ends?|meeting|lunch|dinner|breakfast|rehearsal|service|score|won|lost|beat|drew|sent|emailed|e-?mail|texted|tweeted|tweet|meet|see you|see ya|be there|odds|ratio|chapter|verse|pages?|item|section|paragraph|clause|article|artikel|takt|bar|measure|rule|by-?law|schedule|order|psalms?|ps\\.?|channel|kapitel|seite|vers|zug|treffen|abfahrt|chapitre|train|tgv|car|match(?: nul)?|reunion|capitulo|autobus|tren|battello|treno|finale|comboio|trein|video|minute|time|now|est\\.?|gmt|about|around|circa|ca\\.?|roughly|(?:at|is|was|by|until|till|from) exactly|nearly|almost|until|till|before|after|since|between|for|within|gegen|ab|bis|seit|vor|nach|zwischen|vers|entre|avant|apres|desde|hasta|dalle|fino|tot|vanaf|sinds|in|over|under',
  )}\\s*(?:(?:is|was|of|the|at|um|den|von)\\s)?@?\\s?["(]?$`,
)
/** Books of the Bible, as they are written before chapter and verse. */
const books =
  /(?<![a-z_])(?:\d\s?)?(?:gen(?:esis)?|exo?d(?:us)?|lev(?:iticus)?|num(?:bers)?|deut(?:eronomy)?|josh(?:ua)?|judg(?:es)?|ruth|sam(?:uel)?|kings|chron(?:icles)?|ezra|neh(?:emiah)?|esth(?:er)?|job|psa?(?:lms?)?|prov(?:erbs)?|eccl(?:esiastes)?|song|isa(?:iah)?|jer(?:emiah)?|lam(?:entations)?|ezek(?:iel)?|dan(?:iel)?|hos(?:ea)?|joel|amos|obad(?:iah)?|jonah|mic(?:ah)?|nah(?:um)?|hab(?:akkuk)?|zeph(?:aniah)?|hag(?:gai)?|zech(?:ariah)?|mal(?:achi)?|mt|mat(?:t|thew|thaus|thieu|eo)?|mk|mark(?:us)?|marcos?|lk|lu[ck](?:e|as)?|jn|joh(?:n|annes)?|acts?|apg|rom(?:ans|er)?|[ck]or(?:inthians|inther)?|gal(?:atians|ater)?|eph(?:esians|eser)?|phil(?:ippians|ipper|emon)?|[ck]ol(?:ossians|osser)?|thess(?:alonians)?|tim(?:othy|otheus)?|tit(?:us)?|heb(?:rews|raer)?|jas|james|giov(?:anni)?|gv|marc|jean|juan|joao|atos|atti|hechos|salmo|jak(?:obus)?|pet(?:er|rus)?|jude|rev(?:elations?)?|offb(?:arung)?|qur'?an|sura?h?|surat)\.?\s$/
const happenings =
  /^\s?(?:(?:sharp|tomorrow|tonight|today|daily|each|every|auf|o'clock|start|kick|finish|sailing|train|bus|boat|ferry|flight|hours?|hrs?|min(?:ute)?s?|secs?|seconds|odds|against|until|till|onwards|from|left|long|per|won|lost|meeting|showing|slot|departure|appointment)(?:s|es|ed|ing)?(?![a-z])|on the dot|(?:de (?:anoche|ayer|hoy) )?(?:no )?(?:salio|sale|llego|llega|partio)\b|(?:gleich |direkt |kurz |right |just |straight |shortly )(?:nach|vor|after|before)|on (?:\w+days?|sky|bbc|itv|channel)|in the |to go|to spare|und weit|uhr\s+(?:auf|im|in|am)|to win|in favour|as an?\s|(?:is|was|would be|ist|war|est|es|era|e|sera)\s(?:(?:not |far |way |much |a bit |viel |bien |un peu )*(?:too|zu (?:fruh|spat)|trop (?:tot|tard)|demasiado|muy|troppo|cedo|tarde|pronto)\b|(?:the|an?|une?|eine?|un[oa]?|uma?) (?:\w+ ){0,2}(?:time|rush hour|bedtime|deadline|zeit|uhrzeit|heure|hora|orario|horario)\b)|,\s(?:c'est trop|das ist zu|es demasiado|e troppo|when the)\s|[-–]\s?\d|(?:to|till|until|bis|[aà]|tot|hasta)\s\d)/

const rowOfTimes = /^,\s\d{1,2}[:.h]\d\d,?\s(?:(?:and|und|y|et|e)\s)?\d{1,2}[:.h]\d\d/
/** Whether the words around say that it is the time of something, a score, a ratio or a verse. */
export const isEvent = (text: string, start: number, end: number): 'verse' | 'event' | null => {
  const before = text.slice(Math.max(0, start - 30), start)
  if (books.test(before)) return 'verse'
  const after = text.slice(end, end + 24)
  return events.test(before) || happenings.test(after) || rowOfTimes.test(after) ? 'event' : null
}

/** A day and a time that tell when something happened: "yesterday at 18:22 a van …", "gestern um 20:03 ist …". */
const happened =
  /^,?\s(?:an?|une?|ein|eine|uno|una|um|uma|kein|keine|no one|nobody)\s|^\s(?:ist|hat|ha|est|has|had|was|is|tem|foi)\s(?!(?:\w+ ){0,2}(?:recht|ragione|raison|razon|razao|right|wrong|correct|mistaken|spot|talking|an? \w+))/
const timed = /\b(?:at|um|alle|a las|as|a)\s$|à\s$/
const listed = /,\s$/
export const hasHappened = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - 8), start)
  const after = text.slice(end, end + 40)
  return (
    happened.test(after) ||
    (timed.test(before) && /^,\s(?:the|der|die|das|l[ae]|l'|el|il|[oa])\s?[a-z]/.test(after)) ||
    (listed.test(before) && /^,\s/.test(after))
  )
}
/** "@ 18:40 in the hall". */
export const isSomewhere = (text: string, end: number): boolean =>
  /^\s(?:in|at|on|by|outside|im|in der|am|au|dans|en)\s(?:the|our|my|a|der|dem|das|la|le|el|il|l')\b/.test(
    text.slice(end, end + 20),
  )
