import type { ListedClip } from '@/components/listed-clip'
import type { Clip } from '@/utils/messages/clip'

export const now = new Date(2026, 4, 6, 20, 0)

const hoursAgo = (hours: number): string => new Date(now.getTime() - hours * 3_600_000).toISOString()

export const listed = (id: string, given: Partial<ListedClip> = {}): ListedClip => ({
  id,
  kind: 'comment',
  authorName: 'Heron',
  title: 'The library closes at noon',
  permalink: `https://branch.blogspot.com/2026/05/noon.html#${id}`,
  savedAt: hoursAgo(1),
  publishedText: '6 May 2026 at 19:12',
  snippet: 'They simply did not borrow.',
  contextAuthor: '',
  contextSnippet: '',
  commentCount: 0,
  peopleCount: 0,
  ...given,
})

export const someRows: ListedClip[] = [
  listed('c1', { contextAuthor: 'Orla', contextSnippet: 'They measured visits in July.' }),
  listed('c2', { authorName: 'Anonymous', savedAt: hoursAgo(2) }),
  listed('t1', { kind: 'thread', commentCount: 63, peopleCount: 21, savedAt: hoursAgo(24) }),
]

export const wholeClip = (given: Partial<Clip> = {}): Clip => ({
  id: 'c1',
  kind: 'comment',
  source: {
    platform: 'blogger',
    siteName: 'The Quiet Branch',
    pageUrl: 'https://branch.blogspot.com/2026/05/noon.html',
    pageTitle: 'The library closes at noon',
    permalink: 'https://branch.blogspot.com/2026/05/noon.html#c1',
    nativeId: 'c1',
  },
  author: { name: 'Heron', isPostAuthor: false, isAnonymous: false },
  publishedAt: hoursAgo(2),
  publishedText: '6 May 2026 at 19:12',
  html: '<p>They simply did not borrow.</p>',
  text: 'They simply did not borrow.',
  context: [],
  savedAt: hoursAgo(1),
  updatedAt: hoursAgo(1),
  deletedAt: null,
  tags: [],
  note: '',
  starred: false,
  read: false,
  revisions: [],
  contentHash: '0'.repeat(64),
  ...given,
})
