/** Long threads of two more platforms, made up by the same rule as `bigPage`, with the markup that counts. */

const clock = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 61_000)

/** "2026-01-01T00:01" */
const iso = (n: number) => clock(n).toISOString().slice(0, 16)

/** Every tenth comment is at top level, every third of the others answers the one before it. */
const depthOf = (n: number): number => (n % 10 === 0 ? 0 : (n % 10) % 3 === 0 ? 2 : 1)

const words = (n: number) =>
  Array.from(
    { length: 1 + (n % 4) },
    (_, k) => `<p>The gate was ${k} hands high on the ${n}th day of the count.</p>`,
  ).join('')

export const bigWordPress = (count: number, url: string): string => {
  const item = (n: number): string => {
    const inside = [n + 1, ...Array.from({ length: 9 }, (_, k) => n + 2 + k)].filter(
      (k) => k < count && Math.floor(k / 10) === Math.floor(n / 10),
    )
    const replies =
      depthOf(n) === 0
        ? inside.filter((k) => depthOf(k) === 1)
        : depthOf(n) === 1 && inside[0] === n + 1 && depthOf(n + 1) === 2
          ? [n + 1]
          : []
    return `<li id="comment-${n + 1}" class="comment ${n % 2 ? 'odd' : 'even'} depth-${depthOf(n) + 1}${replies.length ? ' parent' : ''}"><article id="div-comment-${n + 1}" class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Reader ${n % 97}</b> <span class="says">says:</span></div><div class="comment-metadata"><a href="${url}#comment-${n + 1}"><time datetime="${iso(n)}:00+00:00">${iso(n).replace('T', ' at ')}</time></a></div></footer><div class="comment-content">${words(n)}</div><div class="reply"><a class="comment-reply-link" href="?replytocom=${n + 1}#respond">Reply</a></div></article>${replies.length ? `<ol class="children">${replies.map(item).join('')}</ol>` : ''}</li>`
  }
  const tops = Array.from({ length: Math.ceil(count / 10) }, (_, k) => item(k * 10))
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${count} comments</title><meta name="generator" content="WordPress 6.5"><link rel="canonical" href="${url}"></head><body class="single"><article class="post"><h1 class="entry-title">${count} comments</h1><div class="entry-content"><p>A long one.</p></div></article><div id="comments" class="comments-area"><h2 class="comments-title">${count} thoughts on “A long one”</h2><ol class="comment-list">${tops.join('')}</ol><form action="/wp-comments-post.php" id="commentform"></form></div></body></html>`
}

export const bigHackerNews = (count: number): string => {
  const rows = Array.from({ length: count }, (_, n) => {
    const id = 90_000_000 + n
    return `<tr class="athing comtr" id="${id}"><td><table border="0"><tr><td class="ind" indent="${depthOf(n)}"><img src="s.gif" height="1" width="${depthOf(n) * 40}"></td><td valign="top" class="votelinks"></td><td class="default"><div><span class="comhead"><a href="user?id=reader${n % 97}" class="hnuser">reader${n % 97}</a> <span class="age" title="${iso(n)}:00"><a href="item?id=${id}">${n} minutes ago</a></span> <span class="navs"> | <a href="#${id}">next</a></span></span></div><br><div class="comment"><div class="commtext c00">${words(n)}</div><div class="reply"><p><font size="1"><u><a href="reply?id=${id}">reply</a></u></font></div></div></td></tr></table></td></tr>`
  })
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${count} comments | Hacker News</title></head><body><center><table id="hnmain"><tr><td><table class="fatitem"><tr class="athing" id="8"><td class="title"><span class="titleline"><a href="https://gates.example/">${count} comments</a></span></td></tr><tr><td class="subtext"><a href="user?id=reader1" class="hnuser">reader1</a></td></tr></table><table class="comment-tree">${rows.join('')}</table></td></tr></table></center></body></html>`
}
