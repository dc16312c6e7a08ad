import { attribute, closest, find } from '@/utils/dom/unclobbered'
import { readShaped, type Shape } from '../common/shaped-thread'
import type { Hint, SiteAdapter } from '../common/site-adapter'

/** What both have. */
const shared = {
  platform: 'substack',
  itemOf: (mark) => closest(mark, '.comment'),
  body: '.comment-body',
  idOf: (_item, own) => {
    const anchor = own('[id^="comment-"]')
    return anchor && attribute(anchor, 'id')
  },
  postAuthor: '.commenter-name .author-badge, .comment-meta .user-badge-author',
  except: 'show-all-toggle',
  deletedWords: /^Comment (?:deleted|removed)\.?$/,
  replies: '.comment-list',
  // Replies that were not asked for yet are a button.
  more: ({ document }) => ({
    hasMore: find(document, '.collapsed-reply, .comment-list .more-comments') !== null,
  }),
} satisfies Partial<Shape>

/** Until 2023, and on pages that were saved then: every part has a name of its own. */
const named: Shape = {
  ...shared,
  items: '.comment-list .comment > .comment-content',
  header: '.comment-meta',
  name: '.commenter-name, .comment-meta > span:first-child',
  time: '.comment-timestamp, .comment-meta a[href*="/comment/"]',
  link: 'a.comment-timestamp, .comment-meta a[href*="/comment/"]',
}

/** Since: most classes are made by a tool and say nothing, so that links tell who and when. */
const linked: Shape = {
  ...shared,
  items: '.comment .comment-content[role="article"]',
  name: 'a[href*="/profile/"]:not(:has(img, picture, svg))',
  time: 'a[href*="/comment/"]',
  link: 'a[href*="/comment/"]',
}

export const hint: Hint = {
  selectors: ['.comment-content .comment-meta', '.comment .comment-content[role="article"]'],
  isNamed: true,
}

export const adapter: SiteAdapter = {
  id: named.platform,
  name: 'Substack',
  *read(document) {
    const threads = yield* readShaped(document, named)
    const [thread] = threads
    // The newest markup has some of the old names, but not those of authors.
    const isNamed = thread?.comments.some(({ comment }) => comment.author.name !== null)
    return isNamed ? threads : yield* readShaped(document, linked)
  },
}
