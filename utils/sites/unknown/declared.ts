import { closest, find, textOf } from '@/utils/dom/unclobbered'
import { elsewhere } from '../common/guess-times'
import { declaresComments, readJsonLd } from '../common/json-ld-comments'
import { oneLine } from '../common/page-head'
import { readShaped, type Shape } from '../common/shaped-thread'
import type { Hint, SiteAdapter } from '../common/site-adapter'

const named = '[itemprop~="name"], [property~="name"], [property~="schema:name"], .p-name, .fn'
const nameOf = (name: Element): string | null => {
  const inner = find(name, named)
  return oneLine(textOf(inner ?? name)) || null
}

const common = {
  platform: 'declared',
  nameOf,
  link: 'a[rel~="bookmark"], a.u-url, a[itemprop~="url"]',
} as const

/** schema.org's Comment, as microdata and as RDFa. */
const schema: Shape = {
  ...common,
  items:
    '[itemtype$="schema.org/Comment"], [itemtype$="schema.org/UserComments"], [typeof~="schema:Comment"], [typeof~="Comment"], [typeof~="sioct:Comment"]',
  itemOf: (mark) => (closest(mark, elsewhere) ? null : mark),
  body: ':is([itemprop~="text"], [itemprop~="commentText"], [property~="text"], [property~="schema:text"], [property~="content:encoded"]):not(meta)',
  name: ':is([itemprop~="author"], [itemprop~="creator"], [property~="author"], [property~="schema:author"], [rel~="schema:author"], [rel~="sioc:has_creator"]):not(meta)',
  time: ':is([itemprop~="dateCreated"], [itemprop~="datePublished"], [itemprop~="commentTime"], [property~="dateCreated"], [property~="schema:dateCreated"], [property~="datePublished"], [property~="dc:date"])',
  isStrict: true,
}

/** Comments in microformats: `h-cite` and `h-entry` that say they are comments. */
const microformats: Shape = {
  ...common,
  items: '.u-comment, .p-comment',
  itemOf: (mark) => (closest(mark, elsewhere) ? null : closest(mark, '.h-cite, .h-entry')),
  body: '.e-content, .p-content, .p-summary',
  name: '.p-author',
  time: '.dt-published',
  isStrict: true,
}

export const hint: Hint = (document) =>
  // Each selector by itself: browsers look classes up, but go through all elements for a list with attributes.
  (find(document, '.u-comment') ??
    find(document, '.p-comment') ??
    find(document, '[itemtype*="Comment"], [typeof*="Comment"]')) !== null || declaresComments(document)

export const adapter: SiteAdapter = {
  id: 'declared',
  name: 'Declared',
  knowsBy: 'declaration',
  *read(document) {
    for (const shape of [schema, microformats]) {
      const threads = yield* readShaped(document, shape)
      if (threads.length > 0) return threads
    }
    return yield* readJsonLd(document)
  },
}
