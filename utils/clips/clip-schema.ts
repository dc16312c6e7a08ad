import * as v from 'valibot'
import { type Clip, longestLine, type NewClip, type SentClip } from '@/utils/messages/clip'

/** Something that is not a clip, or not a library; the message names the field. */
export class InvalidClipError extends Error {
  override name = 'InvalidClipError'
}

/** One clip holds at most this many characters of HTML and text, all its comments together: what a message can carry. */
const maxClipCharacters = 32 * 2 ** 20
/** A thread holds at most this many comments. */
const maxComments = 50_000
const maxAncestors = 500
const maxRevisions = 10_000

const line = (length: number) => v.pipe(v.string(), v.maxLength(length))
const words = line(longestLine)
const content = line(maxClipCharacters)

const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address)
const address = v.pipe(line(8_192), v.check(isWebAddress, 'only http and https addresses'))
/** An ancestor or a place in a thread may have none. */
const addressOrNone = v.pipe(
  line(8_192),
  v.check((value) => value === '' || isWebAddress(value), 'only http and https addresses'),
)

const isTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text))
const time = v.pipe(line(40), v.check(isTime, 'not an ISO 8601 time'))
/** Our own times are ordered as strings, so they are all written alike. */
const ownTime = v.pipe(
  time,
  v.transform((text) => new Date(text).toISOString()),
)
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in hex'))

const author = v.object({
  name: words,
  claimedName: v.exactOptional(words),
  profileUrl: v.exactOptional(address),
  isPostAuthor: v.boolean(),
  isAnonymous: v.boolean(),
})

const source = v.object({
  platform: line(100),
  siteName: words,
  pageUrl: address,
  pageTitle: words,
  permalink: address,
  nativeId: line(1_000),
  licence: v.exactOptional(words),
})

const commentEntries = {
  nativeId: line(1_000),
  author,
  publishedAt: v.nullable(time),
  publishedText: words,
  permalink: addressOrNone,
  html: content,
  text: content,
}
const clippedComment = v.object(commentEntries)
const threadComment = v.object({
  ...commentEntries,
  parentId: v.nullable(line(1_000)),
  link: v.nullable(v.picklist(['site', 'explicit', 'likely'])),
  missing: v.exactOptional(v.literal(true)),
})

const newClipEntries = {
  id: v.pipe(
    v.string(),
    v.uuid('not a UUID'),
    v.transform((id) => id.toLowerCase()),
  ),
  kind: v.picklist(['comment', 'branch', 'thread', 'post', 'selection']),
  source,
  author,
  publishedAt: v.nullable(time),
  publishedText: words,
  html: content,
  text: content,
  comments: v.exactOptional(v.pipe(v.array(threadComment), v.maxLength(maxComments))),
  context: v.pipe(v.array(clippedComment), v.maxLength(maxAncestors)),
}

/** How large a clip is, its revisions left out. */
export const charactersOf = ({
  html,
  text,
  comments = [],
  context,
}: Pick<NewClip, 'html' | 'text' | 'comments' | 'context'>) =>
  [...comments, ...context].reduce(
    (sum, comment) => sum + comment.html.length + comment.text.length,
    html.length + text.length,
  )
export const fits = (clip: NewClip): boolean => charactersOf(clip) <= maxClipCharacters
const tooLarge = `larger than ${maxClipCharacters} characters`

/** What a page sends to be kept. Fields that it does not know are dropped. */
export const newClipSchema = v.pipe(
  v.object({ ...newClipEntries, isPart: v.exactOptional(v.literal(true)) }),
  v.check(fits, tooLarge),
)

/** A clip of a library file. */
export const clipSchema = v.pipe(
  v.object({
    ...newClipEntries,
    savedAt: ownTime,
    updatedAt: ownTime,
    deletedAt: v.nullable(ownTime),
    tags: v.pipe(v.array(line(200)), v.maxLength(1_000)),
    note: line(2 ** 20),
    starred: v.boolean(),
    read: v.boolean(),
    revisions: v.pipe(
      v.array(v.object({ html: content, text: content, contentHash: hash, savedAt: ownTime })),
      v.maxLength(maxRevisions),
    ),
    contentHash: hash,
  }),
  v.check((clip) => fits(clip), tooLarge),
)

/** The envelope of a library file. Its clips are looked at one by one, so that a bad one costs only itself. */
const librarySchema = v.object({
  format: v.literal('understory-library', 'not an Understory library'),
  version: v.literal(1, 'made by another version of Understory'),
  exportedAt: v.exactOptional(v.string()),
  clips: v.array(v.unknown()),
})

const parsed = <T>(schema: v.GenericSchema<unknown, T>, value: unknown): T => {
  const result = v.safeParse(schema, value, { abortEarly: true })
  if (result.success) return result.output
  const [issue] = result.issues
  const path = v.getDotPath(issue)
  throw new InvalidClipError(path === null ? issue.message : `${path}: ${issue.message}`)
}

/** @throws InvalidClipError, which names the bad field by its path, e.g. "source.permalink: …" */
export const parseNewClip = (value: unknown): SentClip => parsed(newClipSchema, value)

/** @throws InvalidClipError, which names the bad field by its path */
export const parseClip = (value: unknown): Clip => parsed(clipSchema, value)

/**
 * The clips of a library file, not looked at yet.
 * @throws InvalidClipError when it is no library file, or one of another version
 */
export const parseLibrary = (value: unknown): unknown[] => parsed(librarySchema, value).clips

/** @throws InvalidClipError unless it is a list of ids */
export const parseIds = (value: unknown): string[] =>
  parsed(v.pipe(v.array(line(100)), v.maxLength(100_000)), value)

/** @throws InvalidClipError unless it is an http(s) address */
export const parseAddress = (value: unknown): string => parsed(address, value)
