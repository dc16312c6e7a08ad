import { type Entry, isBefore } from './entries'

/** A link that an earlier comment gave first. */
export type SharedLink = { start: number; end: number; source: Entry; hasOwnWords: boolean }

const links = /https?:\/\/[^\s<>"“”«»]+/gi

/** An address as two people paste it: without protocol, campaign and punctuation behind. */
const plainAddress = (address: string): string =>
  address
    .replace(/^https?:\/\/(?:www\.|m\.|amp\.)?/i, '')
    .replace(/[#?](?:utm_|fbclid|gclid|ref=|showComment).*$/i, '')
    .replace(/[).,;:!?'’\]/]+$/, '')

/** Only what leads further than to a front page is unusual enough. */
const isDeep = (address: string): boolean => /\/.*[a-z\d]{4}/i.test(address) && address.length > 16

const findLinks = (text: string) =>
  [...text.matchAll(links)].map(({ 0: words, index }) => {
    const shown = words.replace(/[).,;:!?'’\]]+$/, '')
    return { address: plainAddress(shown), start: index, end: index + shown.length }
  })

/** Finds links that were given once before. */
export const createLinkFinder = () => {
  const byAddress = new Map<string, Entry[]>()
  return {
    add: (entry: Entry): void => {
      for (const { address } of findLinks(entry.comment.text)) {
        if (!isDeep(address)) continue
        const known = byAddress.get(address)
        if (!known) byAddress.set(address, [entry])
        else if (!known.includes(entry)) known.push(entry)
      }
    },
    find: (entry: Entry): SharedLink[] => {
      const { text } = entry.comment
      const found = findLinks(text)
      const own = found.reduce((rest, { start, end }) => rest - (end - start), text.length)
      return found.flatMap(({ address, start, end }) => {
        const before = byAddress.get(address)?.filter((other) => isBefore(other, entry)) ?? []
        const source = before[0]
        if (before.length !== 1 || !source) return []
        const isSame = source.account !== null && source.account === entry.account
        return isSame ? [] : [{ start, end, source, hasOwnWords: own > 30 }]
      })
    },
  }
}
