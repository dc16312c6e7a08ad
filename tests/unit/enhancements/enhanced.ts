import { vi } from 'vitest'
import { createInference } from '@/utils/conversation/infer'
import { type EnhancedPage, enhance } from '@/utils/enhancements/common/enhance'
import { enhancements } from '@/utils/enhancements/common/registry'
import type { PageServices, ThreadPage } from '@/utils/enhancements/common/thread-page'
import { builtIn } from '@/utils/sites/common/built-in'
import { readPage } from '@/utils/sites/common/read-page'
import type { AdapterModule } from '@/utils/sites/common/registry'
import type { ReadThread } from '@/utils/sites/common/site-adapter'
import type { ArrangementName } from '@/utils/thread/arrange'
import { arranging } from '@/utils/thread/arranging'
import type { Conversation, Inference, Link } from '@/utils/thread/conversation'
import { atOnce } from '@/utils/thread/in-slices'
import type { ThreadPages } from '@/utils/thread/pages'

type Item = { id: string; author?: string; profile?: string; minute: number; words: string; replies?: Item[] }

/** One comment as the platform renders it. */
export const item = ({ id, author = 'Anonymous', profile, minute, words, replies = [] }: Item): string => {
  const name = profile ? `<a href="${profile}" rel="nofollow">${author}</a>` : author
  const instant = Date.UTC(2026, 2, 1, 10, minute)
  return `<li class="comment" id="${id}"><div class="comment-block"><div class="comment-header"><cite class="user">${name}</cite><span class="icon user "></span><span class="datetime secondary-text"><a rel="nofollow" href="https://the-weir.blogspot.com/2026/03/low-water.html?showComment=${instant}#${id}">1 March 2026 at 10:${String(minute).padStart(2, '0')}</a></span></div><p class="comment-content">${words}</p><span class="comment-actions secondary-text"><a class="comment-reply" target="_self" data-comment-id="${id.slice(1)}">Reply</a></span></div><div class="comment-replies"><div id="${id}-rt" class="comment-thread inline-thread${replies.length ? '' : ' hidden'}"><span class="thread-toggle thread-expanded"><span class="thread-arrow"></span><span class="thread-count"><a target="_self">Replies</a></span></span><ol id="${id}-ra" class="thread-chrome thread-expanded"><div>${replies.map(item).join('')}</div><div id="${id}-continue" class="continue"><a class="comment-reply" target="_self">Reply</a></div></ol></div></div><div class="comment-replybox-single" id="${id}-ce"></div></li>`
}

const count = (items: Item[]): number => items.reduce((sum, { replies = [] }) => sum + 1 + count(replies), 0)

/** A post with its thread, as the platform serves it. */
export const bloggerPage = (items: Item[]): string =>
  `<head><title>Low water</title><link rel="canonical" href="https://the-weir.blogspot.com/2026/03/low-water.html"><meta name="generator" content="blogger"></head><body><div class="post hentry"><h3 class="post-title entry-title">Low water</h3><div class="post-body entry-content">The weir is dry.</div></div><div class="comments" id="comments"><a name="comments"></a><h4>${count(items)} comments:</h4><div class="comments-content"><div id="comment-holder"><div class="comment-thread toplevel-thread"><ol id="top-ra">${items.map(item).join('')}</ol><div id="top-continue" class="continue"><a class="comment-reply" target="_self">Add comment</a></div><div class="comment-replybox-thread" id="top-ce"></div></div></div></div></div></body>`

const ana = { author: 'Ana', profile: 'https://www.blogger.com/profile/01' }

/** Six comments, two of them by one person, on two levels. */
export const sample: Item[] = [
  {
    id: 'c1',
    ...ana,
    minute: 1,
    words: 'It was dry in May too.',
    replies: [
      { id: 'c2', minute: 30, words: 'It was <b>not</b>.' },
      { id: 'c3', author: 'Bo', minute: 40, words: 'I have a picture<br>of it.' },
    ],
  },
  {
    id: 'c4',
    minute: 5,
    words: 'Who opened the sluice?',
    replies: [{ id: 'c5', ...ana, minute: 20, words: 'Nobody says.' }],
  },
  { id: 'c6', minute: 10, words: 'Ask at the mill.' },
]

const services = (change: Partial<PageServices> = {}): PageServices => ({
  clipComment: vi.fn(async () => ({ kept: true }) as const),
  clipThread: vi.fn(async () => ({ kept: true }) as const),
  recallFolds: () => [],
  rememberFolds: vi.fn(),
  recallRefused: () => [],
  rememberRefused: vi.fn(),
  recallArrangement: () => 'original',
  rememberArrangement: vi.fn(),
  lastVisit: async () => null,
  loadPage: async () => ({ why: 'There is no other page.' }),
  turnOff: vi.fn(),
  ...change,
})

export type Enhanced = {
  page: ThreadPage
  grow: EnhancedPage['grow']
  read: ReadThread
  html: () => string
  before: string
  off: () => void
  comment: (id: string) => HTMLElement
}

export type EnhanceChoices = {
  /** Start these only, beside what no page goes without. */
  only?: string[]
  services?: Partial<PageServices>
  clipped?: string[]
  arrangement?: ArrangementName
  /** Puts into the conversation what a test wants to have been found in the words. */
  found?: (conversation: Conversation) => void
  pages?: ThreadPages
  /** Those of Blogger, where nothing else is said. */
  adapters?: readonly AdapterModule[]
}

/** Puts a page into the test's document and enhances the thread on it. */
export const enhanced = async (markup: string, choices: EnhanceChoices = {}): Promise<Enhanced> => {
  document.documentElement.innerHTML = markup
  const html = () => document.documentElement.outerHTML
  const before = html()
  const { threads } = atOnce(readPage(document, choices.adapters ?? builtIn))
  const [read] = threads
  if (!read) throw new Error('The page has no thread')
  const asked = services(choices.services)
  const refused = new Set(asked.recallRefused())
  const real = createInference({ postText: '', languages: ['en'], hasMore: false, refused })
  const inference: Inference = {
    conversation: real.conversation,
    explain: real.explain,
    *read(comments) {
      const reread = yield* real.read(comments)
      choices.found?.(real.conversation)
      return reread
    },
  }
  const controller = new AbortController()
  const { only } = choices
  const { page, grow } = await enhance(
    { ...read, inference, arranging, refused, ...(choices.pages ? { pages: choices.pages } : {}) },
    {
      services: asked,
      off: only ? enhancements.map(({ id }) => id).filter((id) => !only.includes(id)) : [],
      clipped: new Set(choices.clipped ?? []),
      arrangement: choices.arrangement ?? 'original',
    },
    controller.signal,
  )
  await Promise.resolve()
  return {
    page,
    grow,
    read,
    html,
    before,
    off: () => controller.abort(),
    comment: (id) => document.querySelector<HTMLElement>(`[data-understory-comment="${id}"]`)!,
  }
}

/** What the words of a comment are found to say: that it answers this one. */
export const explicit = (parentId: string): Link => ({
  parentId,
  kind: 'explicit',
  confidence: 1,
  evidence: [],
})

/** The comments as they stand in the document: id and depth. */
export const shownOrder = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-understory-comment]')].map(
    ({ dataset }) => `${dataset.understoryDepth} ${dataset.understoryComment}`,
  )

/** A button by its accessible name, within a part of the page. */
export const press = (within: ParentNode, name: string): HTMLElement => {
  const control = [...within.querySelectorAll<HTMLElement>('button')].find(
    (button) => button.getAttribute('aria-label') === name,
  )
  if (!control) throw new Error(`There is no button ${name}`)
  control.click()
  return control
}

/** Lets what was promised come in. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
