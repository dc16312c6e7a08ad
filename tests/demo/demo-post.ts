/** A comment of the demo blog, as its writer meant it. */
export type DemoComment = {
  /** Day of the month and displayed clock, e.g. "9 19:12"; the blog's clock is an hour ahead of UTC. */
  at: string
  /** Plain text; line breaks are shown. Give `text` or `html`. */
  text?: string
  html?: string
  /** Anonymous unless told. */
  author?: DemoAuthor
  /** Its writer took it back: the platform keeps the place and says so. */
  deleted?: true
  replies?: DemoComment[]
}

export type DemoAuthor = { name: string; profile?: string; isPostAuthor?: true }

export type DemoPost = {
  title: string
  url: string
  /** Year and month that every day of the comments belongs to, e.g. "2026-06". */
  month: string
  /** Day and clock of the post itself. */
  at: string
  /** The article, in HTML. */
  html: string
  labels: string[]
  comments: DemoComment[]
}

export const blog = {
  title: 'The Slipway',
  description: 'Notes from Pennock Quay, where the road stops and the ferry starts',
  address: 'https://the-slipway.blogspot.com/',
}

const profile = (number: string) => `https://www.blogger.com/profile/${number}`

export const isla: DemoAuthor = {
  name: 'Isla Trewin',
  profile: profile('09114620387755102846'),
  isPostAuthor: true,
}
export const dilys: DemoAuthor = { name: 'Dilys Vane', profile: profile('02750981463370129954') }
export const corin: DemoAuthor = { name: 'Corin Ashby', profile: profile('15360274918806453217') }
/** A name typed into the form: no account, so the page has no link. */
export const mudlark: DemoAuthor = { name: 'mudlark' }
export const jem: DemoAuthor = { name: 'Jem at the chandlery', profile: profile('07788120935516640271') }
