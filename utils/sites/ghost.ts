import { attribute, find, textOf } from '@/utils/dom/unclobbered'
import { readShaped, type Shape } from './common/shaped-thread'
import type { Hint, SiteAdapter } from './common/site-adapter'

/** Ghost's own comments, which stand in a frame of the blog's. Its classes are made by a tool and say nothing. */
const shape: Shape = {
  platform: 'ghost',
  items: '[data-testid="comment-component"]',
  body: '[data-testid="comment-content"]',
  losesBody: true,
  name: 'h4',
  time: 'h4 + div a[title], h4 + div span[title]',
  timeOf: (time) => textOf(time).replace(/^[\s·]+/, ''),
  link: 'h4 + div a[href*="#ghost-comments-"]',
  idOf: (_item, own) => {
    const block = own('[id]')
    return block && attribute(block, 'id')
  },
  more: ({ document }) => ({
    hasMore:
      find(document, '[data-testid="pagination-component"], [data-testid="replies-pagination"]') !== null,
  }),
}

export const hint: Hint = (document) => find(document, '[data-testid="comment-content"]') !== null

export const adapter: SiteAdapter = {
  id: shape.platform,
  name: 'Ghost',
  read: (document) => readShaped(document, shape),
}
