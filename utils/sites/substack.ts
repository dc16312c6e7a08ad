import { attribute, closest, find } from '@/utils/dom/unclobbered'
import { readShaped, type Shape } from './common/shaped-thread'
import type { Hint, SiteAdapter } from './common/site-adapter'

const shape: Shape = {
  platform: 'substack',
  items: '.comment-list .comment > .comment-content',
  itemOf: (mark) => closest(mark, '.comment'),
  header: '.comment-meta',
  body: '.comment-body',
  name: '.commenter-name, .comment-meta > span:first-child',
  time: '.comment-timestamp, .comment-meta a[href*="/comment/"]',
  link: 'a.comment-timestamp, .comment-meta a[href*="/comment/"]',
  idOf: (_item, own) => {
    const anchor = own('[id^="comment-"]')
    return anchor && attribute(anchor, 'id')
  },
  postAuthor: '.commenter-name .author-badge, .comment-meta .user-badge-author',
  except: 'show-all-toggle',
  replies: '.comment-list',
  // Replies that were not asked for yet are a button.
  more: ({ document }) => ({
    hasMore: find(document, '.collapsed-reply, .comment-list .more-comments') !== null,
  }),
}

export const hint: Hint = (document) => find(document, '.comment-content .comment-meta') !== null

export const adapter: SiteAdapter = {
  id: shape.platform,
  name: 'Substack',
  read: (document) => readShaped(document, shape),
}
