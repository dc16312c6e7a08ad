import { closest, find, holdsAny, matches, textOf } from '@/utils/dom/unclobbered'
import { elsewhere } from '../common/guess-times'
import { declarations, declaresComments, readJsonLd } from '../common/json-ld-comments'
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
  name: ':is([itemprop~="author"], [itemprop~="creator"], [property~="author"], [property~="schema:author"], [rel~="schema:author"], [rel~="sioc:has_creator"], [itemprop~="contributor"]):not(meta)',
  time: ':is([itemprop~="dateCreated"], [itemprop~="datePublished"], [itemprop~="commentTime"], [property~="dateCreated"], [property~="schema:dateCreated"], [property~="datePublished"], [property~="dc:date"])',
  isStrict: true,
}

/** Comments in microformats: `h-cite` and `h-entry` that say they are comments. */
const microformats: Shape = {
  ...common,
  items: '.u-comment, .p-comment',
  // An entry around a box that is called so is the post.
  itemOf: (mark) => {
    if (closest(mark, elsewhere)) return null
    return matches(mark, '.h-entry') ? mark : closest(mark, '.h-cite')
  },
  body: '.e-content, .p-content, .p-summary',
  name: '.p-author',
  time: '.dt-published',
  isStrict: true,
}

const marks = ['.u-comment', '.p-comment', '[itemtype*="Comment"]', '[typeof*="Comment"]']

export const hint: Hint = {
  selectors: [...marks, declarations],
  confirm: (document) => holdsAny(document, marks) || declaresComments(document),
}

export const adapter: SiteAdapter = {
  id: 'declared',
  name: 'Declared',
  knowsBy: 'declaration',
  *read(document) {
    for (const shape of [schema, microformats]) {
      const threads = yield* readShaped(document, shape)
      // Who speaks is declared otherwise, or not at all: then this is no thread that can be read.
      const isNamed = threads.some(({ comments }) => comments.some(({ comment }) => comment.author.name))
      if (isNamed) return threads
    }
    return yield* readJsonLd(document)
  },
}
