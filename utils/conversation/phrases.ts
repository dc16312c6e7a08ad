/*
 * What people say before they name whom they answer, as alternatives of a regular expression for plain texts: without
 * case and accents (`plain` in words.ts).
 */
export const greeting =
  '(?:hi|hello|hey|hall?o|hoi|dear|(?:many )?thanks(?: so much| a lot| very much)?(?: both| all)?|thank ?you(?: so much| very much)?(?: both| all)?|cheers|good (?:morning|evening)|moin|liebe[rs]?|guten (?:tag|morgen|abend)|(?:vielen )?danke?|bon(?:jour|soir)|salut|chere?|merci|hola|querid[oa]|estimad[oa]|gracias|ciao|car[oa]|grazie|ola|oi|obrigad[oa]|beste|dag|bedankt|dank je)'

export const reaction =
  "(?:nope|no|yes|yep|yeah|ja|nein|doch|oui|non|sim?|nao|nee|well|oh|ah|ach|okay|ok|sorry|exactly|agreed|actually|absolutely|totally|precisely|indeed|(?:so |very )?true|quite|genau|richtig|stimmt|exact\\w*|esatto|precies|re|to|an|at|for|à|al|ao|(?:pour|per) (?:repondre|rispondere) [àa]|with (?:all )?(?:due )?respect|justice for|but|and|so|et|und|mais|pero|because|ditto|\\+1|well (?:said|done|put)|nicely put|bien dit|bravo|good (?:for|on) you|great idea|l(?:ol|mao)|a?(?:ha){2,}h?|(?:ja){2,}|(?:he){2,}h?|you(?: a|')re (?:quite |so |absolutely )?right|(?:oh )?do give over|what an? (?:lovely|great|good|nice|kind) (?:comment|post|thing to say) from|courage|fair (?:play|enough)|not true|that's rich(?: coming from)?|(?:a )?bit (?:harsh|rich|unfair)|interesting|don't be (?:so )?(?:daft|silly|stupid|ridiculous|absurd|rude)|speak for yourself|calm down|grow up|get (?:real|a grip|over it)|wake up|steady on|dream on|(?:do )?keep up|behave|give it a rest|good luck|best of luck|poor you|(?:mucho )?animo|(?:mucha|buena) suerte|no digas tonterias|tienes razon|bien dicho|totalmente de acuerdo con|forza|viel gluck|buen[oa]? idea|gute idee|bonne idee|(?:good|great|excellent) (?:point|one|question|post|comment|job)|nice one|spot on|(?:happy|great|glad|good) to hear(?: it| that)?|you(?: a|')re (?:most )?welcome|welcome|come off it|come on|give over|nonsense|rubbish|congrat(?:ulation)?s|nur weiter|happy (?:birthday|new year)|bonne annee|get well soon|poor|shame on you|careful|steady|hear,? hear|(?:i (?:quite |totally |completely )?)?agree with|(?:i'm|i am) with|de acuerdo con)"

/** Alternatives that stand where a word begins. */
export const words = (list: string): string => `\\b(?:${list})`

const sentenceStart = /[.!?…)\]"»:;]\s+|[.!?…]'\s+|[.!?…]{2,}\s?|\n\s*|\s[-–]\s+|\s\(/g

/**
 * What stands between the beginnings of sentences and the end of these words, the longest first: what is looked for
 * there is anchored, which browsers prepare several times faster.
 * @param isWhole the words begin a sentence themselves
 * @param isAfterColon a colon, a semicolon or a bracket counts as well: a name may be called behind it, but a clock be
 * listed
 */
export const openings = (before: string, isWhole: boolean, isAfterColon: boolean): string[] => {
  const found = isWhole ? [before] : []
  sentenceStart.lastIndex = 0
  for (let start = sentenceStart.exec(before); start; start = sentenceStart.exec(before)) {
    if (isAfterColon || !/[:;(]/.test(start[0])) found.push(before.slice(sentenceStart.lastIndex))
    sentenceStart.lastIndex = start.index + 1
  }
  return found
}
