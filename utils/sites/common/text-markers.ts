/**
 * The links under a comment as they come out when a Blogger page is copied: a top-level comment has both,
 * a reply only the second. In the languages whose words are known for certain.
 */
const actions: readonly (readonly [reply: string, remove: string, replies: string])[] = [
  ['Reply', 'Delete', 'Replies'],
  ['Antworten', 'Löschen', 'Antworten'],
  ['Responder', 'Eliminar', 'Respuestas'],
  ['Responder', 'Excluir', 'Respostas'],
  ['Répondre', 'Supprimer', 'Réponses'],
  ['Rispondi', 'Elimina', 'Risposte'],
  ['Beantwoorden', 'Verwijderen', 'Reacties'],
  ['Svara', 'Radera', 'Svar'],
  ['Odpowiedz', 'Usuń', 'Odpowiedzi'],
  ['Ответить', 'Удалить', 'Ответы'],
]

/** The words that end a comment, as expressions over one line. */
export type Markers = {
  /** Both words on a line of their own, with any indentation; group 1 is set at top level. */
  alone: RegExp
  /** The words at the start of a line, glued to what follows; group 1 is set at top level, group 2 what follows. */
  glued: RegExp
  /** The word above a list of replies. */
  replies: RegExp
}

/** Whether a text has the words of a top-level comment at the start of a line, in any language. */
export const hasMarker = (text: string): boolean =>
  actions.some(
    ([reply, remove]) =>
      text.includes(reply + remove) && new RegExp(`^[ \\t]*${reply}${remove}`, 'm').test(text),
  )

/** For each language whose words a text has, what to look for in its lines. */
export const markersIn = (text: string): Markers[] =>
  actions
    .filter(([reply, remove]) => text.includes(reply + remove))
    .map(([reply, remove, replies]) => ({
      alone: new RegExp(`^\\s*(${reply})?${remove}\\s*$`),
      // "Deleted my account." begins a sentence, "Deletehob" the rest of a comment, "hob".
      glued: new RegExp(`^(?:(${reply})${remove}|${remove}(?![ds]?(?:\\s+\\S|[.,;:!?)])))(.*)$`),
      replies: new RegExp(`^\\s*${replies}\\s*$`),
    }))
