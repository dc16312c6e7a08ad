const head = (n: number, name: string) =>
  `<div class="header"><span class="poster comment-poster"><span class="ljuser"><a href="https://${name}.dreamwidth.org/profile"></a><a href="https://${name}.dreamwidth.org/"><b>${name}</b></a></span></span> <span class="datetime"><span title="">2025-05-03 10:${10 + n} am (UTC)</span></span></div>`

/** A comment of Dreamwidth with its words. */
export const full = (n: number, name: string, words: string) =>
  `<div class="comment-wrapper visible full"><div class="comment">${head(n, name)}<div class="contents"><div class="comment-content">${words}</div></div></div></div>`

/** The same where the page leaves the words out. */
export const partial = (n: number, name: string) =>
  `<div class="comment-wrapper visible partial"><div class="comment">${head(n, name)}<a class="expand" href="?thread=${n}">Expand</a></div></div>`

/** A comment at its place in the thread; depths begin with 1. */
export const row = (n: number, depth: number, inside: string, kind = 'full') =>
  `<div class="comment-thread comment-depth-${depth} ${kind}"><div id="cmt${n}" class="dwexpcomment" style="margin-left: ${depth * 25}px">${inside}</div></div>`
