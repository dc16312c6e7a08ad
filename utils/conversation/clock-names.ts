/*
 * A clock that stands in its sentence as a name does: "Bien vu 11h05 !", "Confirming 1:40, …". Times at which something
 * happened stand behind a small word ("at 18:22"), are said of something ("doors 18:22"), or fill a timetable. All texts
 * here are plain: without case and accents.
 */

const measuring =
  /\b(?:posted|updated|published|para|\w+ (?:is|was|were|are)|an?|another|every|each|any|next|first|il|un|el|le|make it|it was|it's|beim|zum|zur|let's say|says|said|reads?|shows?|steht|tonight|tomorrow|demain|manana|domani|amanha|morgen|abend|en el de las)\s$|:\s$|\d\s$/
const happening =
  /^\s(?:empieza|comienza|beginnt|begins?|starts?|commence|comincia|comeca|inizia|verloren|gewonnen|durch|mit|zur|zum|unentschieden|red light|live|doors|never turned|no show|last call|exactly|sharp|on the dot|on the|\w+s per|is when|was when|when|and (?:still|no|not|the|all|then)\b|y (?:todavia|aun|sin|nada|no)\b|tem|hay|came|approached|passed|struck|arriv\w+|call|(?:de anoche )?salio|woke|got|era|eran|estaba|(?:no |non e |nao )?(?:paso|pasa|pasaba|passou|passa|passato|vino|llego|chegou|partiu|partito|salio|sale)|vem|vinha|kam|kommt|fahrt|fuhr|est (?:passe|parti|arrive|en retard)|etait|in ritardo|foi cancelado|ish|for|at|by|pour|para|per|to one|to \d)\b/
const sentenceEnds = /^\s?(?:[.!?)…\n]|$)/
const opening = /(?:^|[.!?\n(]\s?|quell[oa] delle |\b[oó] das |^(?:ayer|ieri|ontem|hier|gestern|yesterday) )$/

/** "Cost 12.31.", "section 12.31" */
const amount =
  /(?:\b(?:at least|least|was|is|of|rose|paid|pays?|cost|costs|total|scored|score|for|by|won|lost|to|from|than|about|only|just|over|under|near|nearly|around|rule|section|version|no|nr|number|and|or|plus|minus|x)|[\d£$€%])\s$/
/** What is said of a person, or the end of what is said to one. */
const asPerson = /^\s?[.!?](?:\s|$)|^\s*$|^\s(?:is a|is the|should|must|has a|said|says|wrote|recht)\b/

/**
 * Whether a clock, that no small word makes a time of something, is used as a name.
 * @param isDoubtful "18.22" may be an amount, "18:30" is when things begin: these must begin a sentence, or stand in brackets
 */
export const isUsedAsName = (text: string, start: number, end: number, isDoubtful: boolean): boolean => {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 24)
  if (measuring.test(before) || happening.test(after)) return false
  if (isDoubtful)
    return (
      (opening.test(before) && /^\s[a-z]|^[),:]/.test(after)) ||
      (/^[12]\d\.\d\d$/.test(text.slice(start, end)) && !amount.test(before) && asPerson.test(after))
    )
  return !/,\s$/.test(before) || sentenceEnds.test(after)
}
