/** "says:" as the last word before a colon, in any script; no name ends in a lower-case word and a colon. */
const before = /\s+(?:(?:a|ha|hat|has)\s+)?[\p{Ll}\p{Lo}\p{M}][\p{L}\p{M}\u200c/]*\s*[:：]\s*$/u
/** Themes that leave the colon out. */
const alone =
  /\s+(?:says?|said|wrote|sagte?|schreibt|schrieb|meint|(?:a )?dit|dijo|dice|ha detto|scrive|diz|disse|zegt|schreef|pisze|пишет|говорит)[\s,.…]*$/iu
const attached = /(?:さんのコメント|より|の発言|님의 말|说道?|說道?)\s*[:：]\s*$/u

/** A name without the word for "says" that themes print after it. */
export const withoutSays = (name: string): string => {
  const bare = name
    .replace(before, '')
    .replace(alone, '')
    .replace(attached, '')
    .replace(/\s*[:：]\s*$/, '')
    .trim()
  return bare === '' ? name.trim() : bare
}
