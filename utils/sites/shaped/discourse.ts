import { addressOf, attribute, find, findAll } from '@/utils/dom/unclobbered'
import { readShaped, type Shape } from '../common/shaped-thread'
import type { Hint, SiteAdapter } from '../common/site-adapter'
import { threadPages } from '../common/thread-pages'

const paging = { mark: /[?&]page=(\d+)/ }

/** So many posts a page has, but for the last. */
const postsOnPage = 20

/**
 * The place of a page's first comment; the topic's first post is no comment. Posts count up through the topic, and leave
 * gaps where some were removed, so the number of the first can be larger than its place, and never smaller.
 */
const firstOn = (document: Document, hasMore: boolean): number | undefined => {
  const page = Number(paging.mark.exec(addressOf(document))?.[1] ?? 1)
  const posts = findAll(document, '.crawler-post[id^="post_"]')
  const number = Number(/^post_(\d+)$/.exec(posts[0]?.id ?? '')?.[1])
  const before = (page - 1) * postsOnPage
  return page > 1 && number > before && (!hasMore || posts.length === postsOnPage) ? before : undefined
}

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
  more: ({ document }, comments) => {
    const hasMore = find(document, 'a[rel="next"], link[rel="next"]') !== null
    const first = firstOn(document, hasMore)
    const pages = threadPages(document, paging, {
      navigation: findAll(document, 'a[rel="next"], a[rel="prev"]'),
      comments,
      ...(first === undefined ? {} : { first }),
      total: null,
    })
    return { hasMore, pages }
  },
}

export const hint: Hint = { selectors: ['.crawler-post'] }

export const adapter: SiteAdapter = {
  id: shape.platform,
  name: 'Discourse',
  read: (document) => readShaped(document, shape),
}
