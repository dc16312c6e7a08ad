import type { NewClip } from '@/utils/messages/clip'

/** Parameters that say how somebody came to a page or looks at it, not which page it is. */
const passing = /^(?:m|showComment|fbclid|gclid|utm_.+)$/

/**
 * The same page under all its addresses: `http` or `https`, with or without `m=1` (Blogger's mobile view),
 * `showComment` (Blogger's permalinks), click trackers and a hash.
 * @returns host, path and query, e.g. "name.blogspot.com/2020/10/post.html"
 */
export const pageKey = (pageUrl: string): string => {
  const { host, pathname, searchParams } = new URL(pageUrl)
  for (const name of [...searchParams.keys()]) {
    if (passing.test(name)) searchParams.delete(name)
  }
  searchParams.sort()
  const query = searchParams.toString()
  return `${host}${pathname}${query && `?${query}`}`
}

/**
 * What a clip is of: two clips with the same key are one clip.
 * @param contentHash a selection has no id of its own: its words are what it is
 * @returns the page's key, and after a line feed, which no address contains, what it is on that page
 */
export const naturalKey = ({ kind, source }: Pick<NewClip, 'kind' | 'source'>, contentHash: string): string =>
  `${pageKey(source.pageUrl)}\n${kind}\n${source.nativeId}${kind === 'selection' ? `\n${contentHash}` : ''}`
