/** About a millisecond of work: so many characters, a comment counting as some more. */
const stride = 8000
const perComment = 200

/** Tells, from the texts that were worked on, when it is time to pause. */
export const createPace = (): ((text: string) => boolean) => {
  let left = stride
  return ({ length }) => {
    left -= perComment + length
    if (left > 0) return false
    left = stride
    return true
  }
}
