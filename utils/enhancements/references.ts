import { follow } from '@/utils/dom/follow'
import { createTextPlaces } from '@/utils/dom/text-places'
import { createTrace } from '@/utils/dom/trace'
import type { About, Enhancement } from './common/enhancement'
import { wrapWords } from './common/marked-words'
import { createReferenceLinks } from './common/reference-links'

export const about: About = {
  title: 'References',
  description: 'Makes links of words that point at another comment: a time, a name, a quotation.',
}

/** Words that point at another comment become links in place: they show what they mean, and lead there. */
export const enhancement: Enhancement = {
  start: (page, signal) => {
    const { comments, conversation } = page
    const trace = createTrace(signal)
    const links = createReferenceLinks(page, signal)

    const show = (entry: number) => {
      const references = conversation.references[entry] ?? []
      if (references.length === 0) return
      const { comment, parts } = comments[entry]!
      const roots = parts.words ?? (parts.body ? [parts.body] : [])
      const placesOf = createTextPlaces(
        roots,
        comment.text,
        (element) =>
          element.hasAttribute('data-understory-ui') ||
          parts.except?.(element) === true ||
          (parts.replies?.contains(element) ?? false),
      )
      // From the last to the first: what stands before a link in the same text keeps its place.
      const found = references.map(({ start, end }) => placesOf(start, end))
      for (let nth = references.length - 1; nth >= 0; nth--)
        for (const [piece, place] of [...found[nth]!.entries()].reverse()) {
          const around = place.node.parentElement?.closest('a, button, label')
          const known = around?.closest<HTMLAnchorElement>('a[data-understory-reference]')
          if (around && !known) continue
          // What is a link of ours already may mean something else now.
          const link = links.make(entry, nth, known)
          if (!link) continue
          // Words that run over several elements are one link to those who go from link to link.
          if (piece > 0) link.tabIndex = -1
          if (!known) wrapWords(place, link, trace)
        }
    }
    follow(signal, () => page.growth.value.reread.forEach(show))
    return show
  },
}
