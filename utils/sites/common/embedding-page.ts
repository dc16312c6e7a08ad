import { addressOf } from '@/utils/dom/unclobbered'
import type { Post } from '@/utils/thread/comment'
import { httpUrl, oneLine } from './page-head'

/**
 * The post whose thread stands in a frame of Disqus, as far as the frame's own address tells: `t_u` is the post's
 * URL, `t_t` and `t_d` are titles. {} where it does not tell.
 * @see https://help.disqus.com/en/articles/1717137-use-configuration-variables-to-avoid-split-threads-and-missing-comments
 */
export const embeddingPost = (document: Document): Partial<Pick<Post, 'url' | 'title' | 'siteName'>> => {
  const { hostname, searchParams } = new URL(addressOf(document))
  const address = hostname === 'disqus.com' ? httpUrl(searchParams.get('t_u'), 'about:blank') : null
  if (address === null) return {}
  const url = new URL(address)
  url.hash = ''
  const title = oneLine(searchParams.get('t_t') || searchParams.get('t_d') || '')
  return { url: url.href, siteName: url.hostname, ...(title ? { title } : {}) }
}
