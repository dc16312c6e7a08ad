import { browser } from '@/utils/browser'
import type { PageServices } from '@/utils/enhancements/common/thread-page'
import type { NewClip, SavedClip } from '@/utils/messages/clip'
import { sendMessage } from '@/utils/messages/protocol'
import {
  type PageMemory,
  rememberPage,
  rememberSite,
  type SiteMemory,
  viewed,
} from '@/utils/settings/page-memory'
import type { ReadThread } from '@/utils/sites/common/site-adapter'
import { buildThread } from '@/utils/thread/build-thread'
import type { Conversation } from '@/utils/thread/conversation'
import { type ClipOrigin, captureComment, captureThread } from './capture'

/** A worker that died while it was asked is started again by asking once more. */
const mostTries = 4
const firstPauseMs = 50

const reloadPage = 'Understory was updated. Reload this page to clip.'

export type SavedAnswer = { kept: true; saved: SavedClip } | { kept: false; why: string }

/** Sends a clip until there is an answer; always the same clip with the same id, so that it is kept once. */
const send = async (clip: NewClip): Promise<SavedAnswer> => {
  for (let attempt = 1; ; attempt++) {
    if (browser.runtime?.id === undefined) return { kept: false, why: reloadPage }
    try {
      const answer = await sendMessage('clipSave', clip)
      if (answer && 'outcome' in answer) return { kept: true, saved: answer }
      if (answer && 'error' in answer) return { kept: false, why: answer.message }
      throw new Error('The background did not answer')
    } catch {
      if (browser.runtime?.id === undefined) return { kept: false, why: reloadPage }
      if (attempt === mostTries)
        return { kept: false, why: 'This could not be clipped. Try again, or restart the browser.' }
      await new Promise((resolve) => setTimeout(resolve, firstPauseMs * 2 ** attempt))
    }
  }
}

export type Recalled = { memory: PageMemory | null; site: SiteMemory; turnOff: () => void }

/** The same services, with what became of a clip for those who ask by message. */
export type ReaderServices = Omit<PageServices, 'clipThread'> & { clipThread(): Promise<SavedAnswer> }

/** What the page's enhancements can ask for. A private window is read like any other, but nothing of it is remembered. */
export const createServices = (
  document: Document,
  read: ReadThread,
  conversation: Conversation,
  { memory, site, turnOff }: Recalled,
): ReaderServices => {
  const isPrivate = browser.extension.inIncognitoContext
  const origin: ClipOrigin = {
    read,
    conversation,
    shown: buildThread(
      read.comments.map(({ comment }, k) => ({
        id: comment.id,
        parentId: conversation.links[k]?.parentId ?? null,
      })),
    ),
  }
  const { url } = read.post
  const { since, visit } = viewed(memory?.visit, new Date())
  return {
    clipComment: (entry) => send(captureComment(origin, entry)),
    clipThread: () => send(captureThread(origin)),
    recallFolds: () => Promise.resolve(memory?.folds ?? []),
    rememberFolds: (folds) => {
      if (!isPrivate) rememberPage(url, { folds }).catch(console.error)
    },
    recallArrangement: () => site.arrangement ?? 'original',
    rememberArrangement: (arrangement) => {
      if (!isPrivate) rememberSite(document.location.host, { arrangement }).catch(console.error)
    },
    lastVisit: async () => {
      if (!isPrivate) await rememberPage(url, { visit })
      return since
    },
    turnOff,
  }
}
