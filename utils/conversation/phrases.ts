/** What people say before they name whom they answer, as alternatives of a regular expression. */
export const greeting =
  '(?:hi|hello|hey|hall?o|hoi|dear|(?:many )?thanks(?: so much| a lot| very much)?|thank ?you(?: so much| very much)?|cheers|good (?:morning|evening)|moin|liebe[rs]?|guten (?:tag|morgen|abend)|(?:vielen )?danke?|bon(?:jour|soir)|salut|ch[eè]re?|merci|hola|querid[oa]|estimad[oa]|gracias|ciao|car[oa]|grazie|olá|oi|obrigad[oa]|beste|dag|bedankt|dank je)'

export const reaction =
  "(?:nope|no|yes|yep|yeah|ja|nein|doch|oui|non|s[ií]m?|não|nee|well|oh|ah|ach|okay|ok|sorry|exactly|agreed|actually|absolutely|totally|precisely|indeed|(?:so |very )?true|quite|genau|richtig|stimmt|exact\\p{L}*|esatto|precies|re|to|an|at|for|but|and|so|because|ditto|\\+1|well (?:said|done|put)|nicely put|bien dit|bravo|good for you|(?:good|great|excellent) (?:point|one|question|post|comment|job)|nice one|spot on|(?:happy|great|glad|good) to hear(?: it| that)?|you(?: a|')re (?:most )?welcome|welcome|come off it|come on|give over|nonsense|rubbish|congrat(?:ulation)?s|nur weiter|happy (?:birthday|new year)|bonne année|get well soon|poor|shame on you|hear,? hear|(?:i (?:quite |totally |completely )?)?agree with|(?:i'm|i am) with|de acuerdo con)"

/** Where a sentence begins. */
export const sentenceStart = '(?:^|[.!?…)\\]"”»’]\\s+|[.!?…]{2,}\\s?|\\n\\s*|\\s[-–—]\\s+)'
