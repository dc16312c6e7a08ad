/** Asked before the first clip of a private window. */
export const privateQuestion = 'This is a private window. Clips stay in your library after it is closed.'

/** The answers that there are, in their order. */
export const privateAnswers = [
  { choice: 'keep', words: 'Keep clips' },
  { choice: 'never', words: 'Don’t' },
] as const

export type PrivateChoice = (typeof privateAnswers)[number]['choice']

/** Said in place of clipping, where the answer was no. */
export const privateNever =
  'Nothing was clipped: clips from private windows are not kept. Understory’s options can change that.'

/** Clips of private windows are kept only where the reader has said so; `asks` while there was no answer yet. */
export type PrivateRefusal = { error: 'private'; message: string; asks: boolean }
