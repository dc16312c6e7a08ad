/**
 * Long threads as Blogger serves them, made up by rule: every tenth comment is at top level, the others answer it;
 * one in four has an account; one in six names an earlier comment by its minute. The words come from a small list, so
 * lengths and counts are alike in every run.
 */

const words =
  'the ferry was late again and nobody on the quay could say why so we waited with the dog until it rained'.split(
    ' ',
  )

const sentence = (seed: number): string => {
  const length = 8 + (seed % 23)
  return Array.from({ length }, (_, k) => words[(seed * 7 + k * 3) % words.length]).join(' ')
}

const body = (n: number): string =>
  Array.from({ length: 1 + (n % 4) }, (_, k) => `${sentence(n + k * 11)}.`).join('<br><br>')

const instantOf = (n: number): number => Date.UTC(2026, 0, 1) + n * 61_000
const clockOf = (n: number): string => new Date(instantOf(n)).toISOString().slice(11, 16)

/** Whom a comment names is up to forty comments above it: in its own branch or in another. */
const calling = (n: number): string =>
  n % 6 === 5 ? `@anon ${clockOf(Math.max(0, n - 1 - ((n * 7) % 40)))} you said so. ` : ''

const item = (n: number, url: string, replies: string): string => {
  const id = `c${7_000_000_000 + n}`
  const instant = instantOf(n)
  const date = new Date(instant)
  const clock = clockOf(n)
  const name =
    n % 4 === 0
      ? `<a href="https://www.blogger.com/profile/${n % 97}" rel="nofollow">Reader ${n % 97}</a>`
      : 'Anonymous'
  return `<li class="comment" id="${id}"><div class="avatar-image-container"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" alt=""></div><div class="comment-block"><div class="comment-header"><cite class="user">${name}</cite><span class="icon user "></span><span class="datetime secondary-text"><a rel="nofollow" href="${url}?showComment=${instant}#${id}">${date.getUTCDate()} January 2026 at ${clock}</a></span></div><p class="comment-content">${calling(n)}${body(n)}</p><span class="comment-actions secondary-text"><a class="comment-reply" target="_self" data-comment-id="${id}">Reply</a><span class="item-control blog-admin"><a target="_self" href="#">Delete</a></span></span></div><div class="comment-replies"><div id="${id}-rt" class="comment-thread inline-thread${replies ? '' : ' hidden'}"><span class="thread-toggle thread-expanded"><span class="thread-arrow"></span><span class="thread-count"><a target="_self">Replies</a></span></span><ol id="${id}-ra" class="thread-chrome thread-expanded"><div>${replies}</div><div id="${id}-continue" class="continue"><a class="comment-reply" target="_self">Reply</a></div></ol></div></div><div class="comment-replybox-single" id="${id}-ce"></div></li>`
}

/** A post with as many comments as asked for. */
export const bigPage = (count: number, url: string): string => {
  const tops: string[] = []
  for (let n = 0; n < count; n += 10) {
    const replies: string[] = []
    for (let k = n + 1; k < Math.min(n + 10, count); k++) replies.push(item(k, url, ''))
    tops.push(item(n, url, replies.join('')))
  }
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${count} comments</title><meta name="generator" content="blogger"><link rel="canonical" href="${url}"><style>.hidden,.blog-admin{display:none}body{font:16px/1.5 Georgia,serif;max-width:720px;margin:20px auto}ol{list-style:none;padding:0}.comment-replies{margin-left:36px}.comment{margin-bottom:16px}.avatar-image-container{float:left;width:36px}.comment-block{margin-left:48px;position:relative}</style></head><body><div class="post hentry"><h3 class="post-title entry-title">${count} comments</h3><div class="post-body entry-content">A long one.</div></div><div class="comments" id="comments"><h4>${count} comments:</h4><div class="comments-content"><div id="comment-holder"><div class="comment-thread toplevel-thread"><ol id="top-ra">${tops.join('')}</ol><div id="top-continue" class="continue"><a class="comment-reply" target="_self">Add comment</a></div></div></div></div></div></body></html>`
}

/** A page of the same size without a thread: what a guest that stays silent costs. */
export const plainPage = (paragraphs: number): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>No thread</title></head><body>${Array.from({ length: paragraphs }, (_, k) => `<div class="entry"><h2>${k}</h2><p>${body(k)}</p></div>`).join('')}</body></html>`
