/** A WordPress thread of nine comments on three pages; what the other pages hold is not to be trusted. */

const post = 'https://stepping-stones.example/2024/05/the-ford/'
export const pageUrl = (n: number): string => (n === 1 ? post : `${post}comment-page-${n}/`)

const item = (n: number, words: string, replies = '', depth = 1): string =>
  `<li id="comment-${n}" class="comment depth-${depth}"><article class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Reader ${n}</b></div><div class="comment-metadata"><a href="${post}#comment-${n}"><time datetime="2024-05-0${n}T10:00:00+00:00">${n} May 2024 at 10:00</time></a></div></footer><div class="comment-content"><p>${words}</p></div></article>${replies ? `<ol class="children">${replies}</ol>` : ''}</li>`

const hostile =
  'The <b>third</b> stone is loose. <img src="/gone.png" onerror="window.ran = true"><script>window.ran = true</script><a href="javascript:window.ran = true">Look</a>'

const comments = [
  [item(1, 'I crossed.', item(2, 'In May?', '', 2)), item(3, hostile)],
  [item(4, 'Reader 3 is right.'), item(5, 'It is back.', item(6, 'Since when?', '', 2))],
  [item(7, 'Since Monday.'), item(8, 'Thanks.'), item(9, 'Good.')],
]

const pagedPage = (n: number): string => {
  const links = [1, 2, 3]
    .map((k) =>
      k === n
        ? `<span aria-current="page" class="page-numbers current">${k}</span>`
        : `<a class="page-numbers" href="${k === 1 ? `${post}comment-page-1/` : pageUrl(k)}#comments">${k}</a>`,
    )
    .join('')
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The ford</title><meta name="generator" content="WordPress 6.5"></head><body class="single"><article class="post hentry"><h1 class="entry-title">The ford</h1><div class="entry-content"><p>Four stones.</p></div></article><div id="comments" class="comments-area"><h2 class="comments-title">9 thoughts on “The ford”</h2><ol class="comment-list">${comments[n - 1]!.join('')}</ol><nav class="navigation comments-pagination"><div class="nav-links">${links}</div></nav><form action="/wp-comments-post.php" id="commentform"></form></div></body></html>`
}

/** Under every address that the pages link to. */
export const pagedPages = (): { url: string; body: string }[] => [
  { url: pageUrl(1), body: pagedPage(1) },
  { url: `${post}comment-page-1/`, body: pagedPage(1) },
  { url: pageUrl(2), body: pagedPage(2) },
  { url: pageUrl(3), body: pagedPage(3) },
]
