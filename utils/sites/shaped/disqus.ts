import { closest } from '@/utils/dom/unclobbered'
import { embeddingPost } from '../common/embedding-page'
import { readShaped, type Shape } from '../common/shaped-thread'
import type { Hint, SiteAdapter } from '../common/site-adapter'

/** What blogs put into their pages for those without scripts, and what Disqus itself rendered until 2012. */
const inline: Shape = {
  platform: 'disqus',
  items: '#dsq-comments li[id^="dsq-comment-"]',
  header: '.dsq-comment-header',
  body: '.dsq-comment-message',
  name: '[id^="dsq-author-user-"], .dsq-commenter-name',
  time: '.dsq-comment-header-time, .dsq-comment-header a[href^="#comment-"]',
  replies: 'ul',
}

/** What blogs that fetch the comments themselves put into the place of the embed until it has loaded. */
const dumped: Shape = {
  platform: 'disqus',
  items: '#disqus_thread .comment',
  body: '.comment-body, .comment-content, .comment-text',
  name: '.comment-author, .author',
  time: 'time, .comment-date, .date',
  isStrict: true,
}

/** The embed, which stands in a frame of its own, and static copies of it. */
const embedded: Shape = {
  platform: 'disqus',
  items: '.post-list li.post[id^="post-"], .post-list li.post .post-body',
  itemOf: (mark) => closest(mark, 'li.post'),
  header: 'header',
  body: '.post-message',
  name: '.author, header > .publisher-anchor-color',
  time: '.time-ago',
  link: 'a.time-ago',
  idOf: (item) => item.id || null,
  postAuthor: '.moderator-badge, .badge.moderator',
  deleted: '.post-message--deleted',
  losesBody: true,
  replies: 'ul.children',
}

export const hint: Hint = { selectors: [inline.items, dumped.items, '.post-list li.post .post-body'] }

export const adapter: SiteAdapter = {
  id: 'disqus',
  name: 'Disqus',
  *read(document) {
    for (const shape of [inline, dumped]) {
      const threads = yield* readShaped(document, shape)
      if (threads.length > 0) return threads
    }
    // Each blog's thread is one of its own, though all stand in frames at one address.
    const post = embeddingPost(document)
    const framed = yield* readShaped(document, embedded)
    return framed.map((thread) => ({ ...thread, post: { ...thread.post, ...post } }))
  },
}
