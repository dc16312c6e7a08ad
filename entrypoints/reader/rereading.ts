import { addressOf } from '@/utils/sites/common/keep-looking'

/** A page without a thread is read so many times: what it brings later may be one. */
const mostReadings = 6

/** Says whether a page that has no thread yet is worth reading again. */
export const createRereading = (document: Document) => {
  const everything = document.getElementsByTagName('*')
  let address = addressOf(document)
  let readings = 0
  // Not counted yet: in a page of ten thousand comments that would take longer than a frame.
  let seen = -1
  return {
    /** A page that changes its address by script is another one. */
    follow: () => {
      if (address === addressOf(document)) return
      address = addressOf(document)
      readings = 0
      seen = -1
    },
    /** It has changed since this was asked last, and has not been read too often. */
    isWorthwhile: (): boolean => {
      if (readings >= mostReadings || everything.length === seen) return false
      seen = everything.length
      readings++
      return true
    },
  }
}
