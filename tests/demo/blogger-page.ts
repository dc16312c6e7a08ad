import { blog, type DemoComment, type DemoPost } from './demo-post.ts'
import { platformScript } from './platform-script.ts'
import { type DemoTheme, themeCss } from './theme.ts'

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const bodyHtml = ({ text = '', html, deleted }: DemoComment) =>
  deleted
    ? '<span class="deleted-comment">This comment has been removed by the author.</span>'
    : (html ?? escapeHtml(text).replaceAll('\n', '<br>'))

const zone = '+01:00'

/** The moment of a displayed clock such as "9 19:12", with seconds that differ from comment to comment. */
const momentOf = (month: string, at: string, seconds = 0) => {
  const [day = '', clock = ''] = at.split(' ')
  const local = `${month}-${day.padStart(2, '0')}T${clock}`
  const instant = new Date(`${local}:${String(seconds).padStart(2, '0')}${zone}`)
  return { local, clock, instant, date: new Date(`${local}:00Z`) }
}

const inWords = (date: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(date)
const dayMonthYear = { day: 'numeric', month: 'long', year: 'numeric' } as const

/** Where a comment stands on its page: ids and seconds grow with it, as the platform's do with time. */
type Place = { post: DemoPost; number: () => number }

const numberOf = (post: DemoPost, count: number) =>
  String(BigInt(`${momentOf(post.month, post.at).instant.getTime()}000000`) + BigInt(count) * 7_368_787_169n)

const postNumber = (post: DemoPost) => numberOf(post, 0)

const replyLink = (number: string) =>
  `<a class="comment-reply" target="_self" data-comment-id="${number}">Reply</a>`

const deleteLink = (number: string) =>
  `<span class="item-control blog-admin blog-admin pid-1160417023"><a target="_self" href="https://www.blogger.com/delete-comment.g?blogID=4418820917556023981&amp;postID=${number}">Delete</a></span>`

const authorHtml = ({ author }: DemoComment) => {
  const name = escapeHtml(author?.name ?? 'Anonymous')
  return author?.profile ? `<a href="${author.profile}" rel="nofollow">${name}</a>` : name
}

/** Every comment carries a thread of its own for its replies, empty and hidden where the platform allows none. */
const repliesHtml = (id: string, number: string, replies: string[]) =>
  `<div class="comment-replies"><div id="${id}-rt" class="comment-thread inline-thread${replies.length > 0 ? '' : ' hidden'}"><span class="thread-toggle thread-expanded"><span class="thread-arrow"></span><span class="thread-count"><a target="_self">Replies</a></span></span><ol id="${id}-ra" class="thread-chrome thread-expanded"><div>${replies.join('')}</div><div id="${id}-continue" class="continue">${replyLink(number)}</div></ol></div></div><div class="comment-replybox-single" id="${id}-ce"></div>`

const commentHtml = (comment: DemoComment, place: Place, isReply: boolean): string => {
  const count = place.number()
  const number = numberOf(place.post, count)
  const id = `c${number}`
  const { clock, instant, date } = momentOf(place.post.month, comment.at, (count * 17) % 60)
  const shown = `${inWords(date, dayMonthYear)} at ${clock}`
  const replies = (comment.replies ?? []).map((reply) => commentHtml(reply, place, true))
  return `<li class="comment" id="${id}"><div class="avatar-image-container"><img src="//resources.blogblog.com/img/blank.gif" alt=""></div><div class="comment-block"><div class="comment-header"><cite class="user">${authorHtml(comment)}</cite><span class="icon user ${comment.author?.isPostAuthor ? 'blog-author' : ''}"></span><span class="datetime secondary-text"><a rel="nofollow" href="${place.post.url}?showComment=${instant.getTime()}#${id}">${shown}</a></span></div><p class="comment-content">${bodyHtml(comment)}</p><span class="comment-actions secondary-text">${isReply ? '' : replyLink(number)}${deleteLink(number)}</span></div>${repliesHtml(id, number, replies)}</li>`
}

const flat = (comments: DemoComment[]): DemoComment[] =>
  comments.flatMap((comment) => [comment, ...flat(comment.replies ?? [])])

/** The comment box comes from the platform in a frame; nothing of it works here but that it can be carried about. */
const editorHtml = `<p class="comment-footer"><div class="comment-form"><a name="comment-form"></a><h4 id="comment-post-message">Post a Comment</h4><iframe class="blogger-iframe-colorize blogger-comment-from-post" id="comment-editor" name="comment-editor" title="Post a Comment" src="about:blank"></iframe></div></p>`

const commentsHtml = (post: DemoPost) => {
  let count = 0
  const place: Place = { post, number: () => ++count }
  const items = post.comments.map((comment) => commentHtml(comment, place, false)).join('')
  return `<div class="comments" id="comments"><a name="comments"></a>
<h4>${count} comments:</h4>
<div class="comments-content"><div id="comment-holder"><div class="comment-thread toplevel-thread"><ol id="top-ra">${items}</ol><div id="top-continue" class="continue"><a class="comment-reply" target="_self">Add comment</a></div><div class="comment-replybox-thread" id="top-ce"></div><div class="loadmore hidden" data-post-id="${postNumber(post)}"><a target="_self">Load more...</a></div></div></div></div>
${editorHtml}</div>`
}

const postHtml = (post: DemoPost) => {
  const { local, clock, date } = momentOf(post.month, post.at)
  const labels = post.labels
    .map(
      (label) => `<a href="${blog.address}search/label/${encodeURIComponent(label)}" rel="tag">${label}</a>`,
    )
    .join(', ')
  return `<div class="date-outer"><h2 class="date-header"><span>${inWords(date, { weekday: 'long', ...dayMonthYear })}</span></h2>
<div class="date-posts"><div class="post-outer"><div class="post hentry uncustomized-post-template">
<a name="${postNumber(post)}"></a><h3 class="post-title entry-title">${escapeHtml(post.title)}</h3>
<div class="post-body entry-content" id="post-body-${postNumber(post)}">${post.html}</div>
<div class="post-footer"><div class="post-footer-line post-footer-line-1"><span class="post-author vcard">Posted by <span class="fn"><a class="g-profile" href="https://www.blogger.com/profile/09114620387755102846" rel="author"><span>Isla Trewin</span></a></span></span><span class="post-timestamp">at <a class="timestamp-link" href="${post.url}" rel="bookmark" title="permanent link"><abbr class="published" title="${local}:00${zone}">${clock}</abbr></a></span></div><div class="post-footer-line post-footer-line-2"><span class="post-labels">Labels: ${labels}</span></div></div></div>
${commentsHtml(post)}</div></div></div>`
}

const gadget = (name: string, id: string, title: string, items: string[]) =>
  `<div class="widget ${name}" data-version="1" id="${id}"><h2>${title}</h2><div class="widget-content"><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul></div></div>`

/** The sidebar quotes comments too, and has links to posts: nothing in it is part of the thread. */
const sidebarHtml = (posts: DemoPost[]) => {
  const recent = posts
    .flatMap((post) => flat(post.comments).slice(-4).reverse())
    .filter(({ deleted }) => !deleted)
    .slice(0, 5)
    .map((comment) => {
      const words = bodyHtml(comment)
        .replace(/<[^>]*>/g, ' ')
        .trim()
        .slice(0, 58)
      return `<span class="item-author">${escapeHtml(comment.author?.name ?? 'Anonymous')}</span> ${words}…`
    })
  const archive = posts.map(({ title, url }) => `<a href="${url}">${escapeHtml(title)}</a>`)
  return `<aside class="sidebar section" id="sidebar-right-1">
${gadget('Text', 'Text1', 'About', ['One town, one pump, one boat. I write down what I hear, and I change the names of the innocent.'])}
${gadget('Feed', 'Feed1', 'Recent comments', recent)}
${gadget('BlogArchive', 'BlogArchive1', 'June 2026', archive)}</aside>`
}

/** A post's page as the platform leaves it in the browser; `posts` are all posts of the blog, newest first. */
export const bloggerPage = (post: DemoPost, posts: DemoPost[], theme: DemoTheme = 'light') => `<!DOCTYPE html>
<html class="v2" dir="ltr" lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta content="blogger" name="generator"><link href="${post.url}" rel="canonical">
<meta content="${post.url}" property="og:url"><meta content="${escapeHtml(post.title)}" property="og:title"><meta content="${blog.title}" property="og:site_name">
<title>${blog.title}: ${escapeHtml(post.title)}</title><style>${themeCss(theme)}</style></head>
<body class="loading"><div class="content"><div class="content-outer">
<header><div class="header-outer"><div class="header section" id="header"><div class="widget Header" data-version="1" id="Header1"><h1 class="title"><a href="${blog.address}">${blog.title}</a></h1><p class="description"><span>${blog.description}</span></p></div></div></div></header>
<div class="main-outer"><div class="column-center-outer"><div class="main section" id="main"><div class="widget Blog" data-version="1" id="Blog1"><div class="blog-posts hfeed">
${postHtml(post)}
</div><div class="blog-pager" id="blog-pager"><a class="home-link" href="${blog.address}">Home</a></div></div></div></div>
<div class="column-right-outer">${sidebarHtml(posts)}</div></div>
<footer><div class="footer-outer">Powered by <a href="https://www.blogger.com" rel="nofollow">Blogger</a>.</div></footer>
</div></div><script>${platformScript}</script></body></html>
`
