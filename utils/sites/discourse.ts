import { attribute, find, findAll } from '@/utils/dom/unclobbered'
import { readShaped, type Shape } from './common/shaped-thread'
import type { Hint, SiteAdapter } from './common/site-adapter'
import { threadPages } from './common/thread-pages'

/** A topic as Discourse serves it to those without scripts. Its first post is the article. */
const shape: Shape = {
  platform: 'discourse',
  items: '.crawler-post',
  itemOf: (mark) => (attribute(mark, 'id') === 'post_1' ? null : mark),
  header: '.crawler-post-meta',
  body: '.post',
  name: '.creator a',
  time: '.post-time',
  deletedWords: /^\((?:post|topic) (?:deleted|withdrawn) by author/i,
  more: ({ document }, comments) => ({
    hasMore: find(document, 'a[rel="next"], link[rel="next"]') !== null,
    pages: threadPages(
      document,
      { mark: /[?&]page=(\d+)/ },
      {
        navigation: findAll(document, 'a[rel="next"], a[rel="prev"]'),
        comments,
        total: null,
      },
    ),
  }),
}

export const hint: Hint = (document) => find(document, '.crawler-post') !== null

export const adapter: SiteAdapter = {
  id: shape.platform,
  name: 'Discourse',
  read: (document) => readShaped(document, shape),
}
