import type { ClipDatabase } from '@/utils/clips/database'
import { createClipDatabase } from '@/utils/clips/database'
import { naturalKey } from '@/utils/clips/natural-key'
import type { ClipAuthor, ClippedThreadComment, NewClip } from '@/utils/messages/clip'

let made = 0

/** An empty library under a name of its own. */
export const emptyLibrary = (): ClipDatabase => {
  made += 1
  return createClipDatabase(`test-${made}`)
}

/** The n-th UUID, the same in every run. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

export const anonymous: ClipAuthor = { name: 'Anonymous', isPostAuthor: false, isAnonymous: true }

const page = 'https://rooks.blogspot.com/2020/10/post.html'

/** A comment worth keeping. */
export const someClip = (n = 1, change: Partial<NewClip> = {}): NewClip => ({
  id: uuid(n),
  kind: 'comment',
  source: {
    platform: 'blogger',
    siteName: 'Rooks',
    pageUrl: page,
    pageTitle: 'Autumn in the rookery',
    permalink: `${page}?showComment=1#c${n}`,
    nativeId: `c${n}`,
  },
  author: { ...anonymous, claimedName: 'Getafix' },
  publishedAt: '2020-10-30T21:31:04.000Z',
  publishedText: '30 October 2020 at 21:31',
  html: `<p>The rooks are back, ${n}.</p>`,
  text: `The rooks are back, ${n}.`,
  context: [],
  ...change,
})

export const someComment = (n: number, change: Partial<ClippedThreadComment> = {}): ClippedThreadComment => ({
  nativeId: `c${n}`,
  author: anonymous,
  publishedAt: null,
  publishedText: '21:31',
  permalink: `${page}#c${n}`,
  html: `<p>Words of ${n}</p>`,
  text: `Words of ${n}`,
  parentId: null,
  link: null,
  ...change,
})

export const someThread = (comments: ClippedThreadComment[], change: Partial<NewClip> = {}): NewClip =>
  someClip(900, {
    kind: 'thread',
    source: { ...someClip().source, permalink: page, nativeId: '' },
    text: '',
    html: '',
    comments,
    ...change,
  })

/** What must hold of a library at any time; says what does not. */
export const faultsOf = async (db: ClipDatabase): Promise<string[]> => {
  const [rows, packs, chunks, buckets, counters] = await Promise.all([
    db.rows.toArray(),
    db.bodies.toArray(),
    db.texts.toArray(),
    db.keys.toArray(),
    db.counters.get('library'),
  ])
  const living = rows.filter(({ deletedAt }) => deletedAt === null)
  const keys = new Map(buckets.flatMap(({ ids }) => [...ids]))
  const bodies = packs.flatMap(({ n, clips }) => clips.map((clip) => ({ n, clip })))
  const sorted = (ids: string[]) => JSON.stringify([...ids].sort())
  const faults: [string, boolean][] = [
    ['living is counted right', (counters?.living ?? 0) === living.length],
    ['trashed is counted right', (counters?.trashed ?? 0) === rows.length - living.length],
    ['no two rows with one key', new Set(rows.map(({ key }) => key)).size === rows.length],
    ['each row has a key', keys.size === rows.length && rows.every(({ id, key }) => keys.get(key) === id)],
    [
      'each key is that of the body',
      bodies.every(({ clip }) => keys.get(naturalKey(clip, clip.contentHash)) === clip.id),
    ],
    ['each row has a body', sorted(rows.map(({ id }) => id)) === sorted(bodies.map(({ clip }) => clip.id))],
    [
      'each body is where its row says',
      bodies.every(({ n, clip }) => rows.find(({ id }) => id === clip.id)?.pack === n),
    ],
    [
      'only the living are listed',
      sorted(rows.filter((row) => row.livingAt).map(({ id }) => id)) === sorted(living.map(({ id }) => id)),
    ],
    [
      'only the living are searched',
      sorted(chunks.flatMap(({ ids }) => ids)) === sorted(living.map(({ id }) => id)),
    ],
    [
      'words are where the row says',
      chunks.every(({ n, ids }) => ids.every((each) => rows.find(({ id }) => id === each)?.chunk === n)),
    ],
  ]
  return faults.filter(([, holds]) => !holds).map(([what]) => what)
}
