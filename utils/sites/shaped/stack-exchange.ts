import { attribute, closest, findAll } from '@/utils/dom/unclobbered'
import { readShaped, type Shape } from '../common/shaped-thread'
import type { Hint, SiteAdapter } from '../common/site-adapter'

/** The comments under a question and under each of its answers: lists of their own, rows of a table until 2017. */
const shape: Shape = {
  platform: 'stack-exchange',
  items: '.comments .comment-copy',
  itemOf: (mark) => closest(mark, 'li.comment, tr.comment'),
  // The name follows the words here, on their last line.
  header: '.comment-date',
  body: '.comment-copy',
  name: '.comment-user',
  time: '.comment-date [title]',
  link: '.comment-date a.comment-link',
  postAuthor: '.comment-user.owner',
  deleted: '.deleted-comment',
  // Every comment names the version of the licence that was in force when it was written.
  licenceOf: (_item, own) => {
    const time = own('.comment-date [title*="icense: "]')
    return /icense: ([^,;]{2,40})/.exec((time && attribute(time, 'title')) ?? '')?.[1]?.trim() ?? null
  },
  list: '.comments-list, .comments tbody, .comments',
  more: ({ document }) => ({
    hasMore: [...findAll(document, '[data-remaining-comments-count]')].some(
      (list) => Number(attribute(list, 'data-remaining-comments-count')) > 0,
    ),
  }),
}

export const hint: Hint = { selectors: [shape.items], isNamed: true }

export const adapter: SiteAdapter = {
  id: shape.platform,
  name: 'Stack Exchange',
  read: (document) => readShaped(document, shape),
}
