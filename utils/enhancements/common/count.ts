import type { ThreadPage } from './thread-page'

/** How many comments there are: one in several parts is one. */
export const countOf = ({ comments, parts }: Pick<ThreadPage, 'comments' | 'parts'>): number =>
  comments.length - parts.size + new Set(parts.values()).size
