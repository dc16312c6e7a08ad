import { bloggerPage } from '../demo/blogger-page.ts'
import { demoPosts } from '../demo/demo-blog.ts'
import type { DemoComment, DemoPost } from '../demo/demo-post.ts'

const [lastBoat, pumpBench] = demoPosts
if (!lastBoat || !pumpBench) throw new Error('The demo blog has two posts')

/** The demo blog's main post, with 68 comments; three of them are one article in parts, so readers are told 66. */
export const demo = lastBoat
/** The demo blog's other post. */
export const secondDemo = pumpBench

type Flat = { comment: DemoComment; depth: number; instant: Date }

const flatten = (post: DemoPost, comments: DemoComment[], depth: number): Flat[] =>
  comments.flatMap((comment) => {
    const [day = '', clock = ''] = comment.at.split(' ')
    const instant = new Date(`${post.month}-${day.padStart(2, '0')}T${clock}:00+01:00`)
    return [{ comment, depth, instant }, ...flatten(post, comment.replies ?? [], depth + 1)]
  })

/** A post's comments in page order, with what the platform says of each. */
export const commentsOf = (post: DemoPost): Flat[] => flatten(post, post.comments, 0)

/** The `n`th minute after nine, as the demo's renderer takes it. */
const minute = (n: number) =>
  `${9 + Math.floor(n / 1200)} ${String(9 + Math.floor((n % 1200) / 100)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`

type Written = string | Omit<DemoComment, 'at'>

/** A post in the demo blog's markup with comments of one's own; strings are HTML. */
const postOf = (url: string, title: string, comments: Written[]): DemoPost => {
  let count = 0
  const written = (comment: Written): DemoComment => ({
    at: minute(count++),
    ...(typeof comment === 'string' ? { html: comment } : comment),
  })
  return {
    title,
    url,
    month: '2026-04',
    at: '3 08:00',
    labels: [],
    html: '<p>A post about nothing.</p>',
    comments: comments.map(written),
  }
}

export const pageOf = (url: string, title: string, comments: Written[]): string => {
  const post = postOf(url, title, comments)
  return bloggerPage(post, [post])
}

/** Thread as text: the numbered outline. */
export const outlineText = `Sunday 5 April 2026

The lamp in the lock house

Somebody left it burning again.

4 comments:

  1. It was me. I was reading.

    ReplyDelete
    Replies
    1. All night?

      Delete
    2. It is a long book.

      Delete
  2. Leave it on, the ducks like it.

    ReplyDelete
`

/** Thread as text: the flattened shape. */
export const flatText = `The lamp in the lock house was burning again.
It was me. I was reading.
ReplyDeleteI am sorry about the oil.
All night?
DeleteI only ask.
Leave it on, the ducks like it.
ReplyDeleteSo do the moths.
`
