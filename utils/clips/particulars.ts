import type { ClippedComment, NewClip } from '@/utils/messages/clip'
import { pageKey } from './natural-key'

/** A date or a time of day has a year or two numbers; "3 hours ago" has neither, and differs on every visit. */
const saysWhen = /\p{Nd}{4}|\p{Nd}\P{Nd}+\p{Nd}/u

/** The mobile view of a page has other addresses for the same. */
const addressKey = (address: string): string =>
  address === '' ? '' : `${pageKey(address)}${new URL(address).hash}`

type Timed = Pick<ClippedComment, 'publishedText'>
type Addressed = Pick<ClippedComment, 'permalink'>

const timed = <T extends Timed>(part: T): T =>
  saysWhen.test(part.publishedText) ? part : { ...part, publishedText: '' }

const addressed = <T extends Addressed>(part: T): T => ({ ...part, permalink: addressKey(part.permalink) })

/** JSON in which the fields of an object are in one order, however it was made. */
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/**
 * All that a clip says beside the words that its hash covers: who, when, where, in answer to what, and how it
 * looks. The words of comments are left out, and so is their order: see `contentHash`.
 */
const particularsOf = ({ source, author, publishedAt, publishedText, html, context, comments }: NewClip) =>
  ordered([
    addressed({ ...source, pageUrl: pageKey(source.pageUrl) }),
    timed({ author, publishedAt, publishedText, html }),
    context.map((comment) => timed(addressed(comment))),
    comments?.map((comment) => ordered(timed(addressed({ ...comment, text: '' })))).sort() ?? [],
  ])

/** Whether two clips with one content hash say the same in everything else, but for their ids. */
export const hasSameParticulars = (one: NewClip, other: NewClip): boolean =>
  particularsOf(one) === particularsOf(other)
