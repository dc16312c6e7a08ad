import { attribute, closest, find, matches, parentNode, textOf } from '@/utils/dom/unclobbered'
import { readShaped, type Shape } from '../common/shaped-thread'
import type { Hint, SiteAdapter } from '../common/site-adapter'

/** A link to the comment, or words alone until 2025. */
const dated = 'h4 + div [title]'

/**
 * Ghost's own comments, which stand in a frame of the blog's. Its classes are made by a tool and say little; what its
 * tests go by has stayed the same since 2022.
 * @see https://github.com/TryGhost/Ghost/blob/main/apps/comments-ui/src/components/content/comment.tsx
 */
const shape: Shape = {
  platform: 'ghost',
  items: '[data-testid="comment-component"]',
  // Where replies nest to any depth they stand beside what they answer, and one element is around both.
  itemOf: (mark) => (matches(mark, '.flow-root > *') ? (parentNode(mark) as Element) : mark),
  // Until 2025 a paragraph was around paragraphs, which a page that is parsed again has side by side.
  body: ':has(> [data-testid="comment-content"])',
  losesBody: true,
  name: 'h4',
  time: dated,
  timeOf: (time) => textOf(time).replace(/^[\s·]+/, ''),
  link: dated,
  // Until 2025 the id was on what is around the comment.
  idOf: (item, own) =>
    attribute(own('.grow > [id]') ?? closest(item, '[data-testid="animated-comment"]') ?? item, 'id'),
  // All replies to a comment and to each other are one list, unless they nest.
  answers: (own) => /\w+$/.exec(own('[data-testid="comment-in-reply-to"]')?.closest('a')?.hash ?? '')?.[0],
  more: ({ document }) => ({
    hasMore: find(document, '[data-testid*="pagination"], [data-testid="continue-thread-button"]') !== null,
  }),
}

export const hint: Hint = { selectors: ['[data-testid="comment-content"]'] }

export const adapter: SiteAdapter = {
  id: shape.platform,
  name: 'Ghost',
  read: (document) => readShaped(document, shape),
}
