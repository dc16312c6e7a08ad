import { browser } from '@/utils/browser'
import type { ClipChoice, PageServices } from '@/utils/enhancements/common/thread-page'
import type { SavedClip, SentClip } from '@/utils/messages/clip'
import { privateAnswers } from '@/utils/messages/private-clips'
import { sendMessage } from '@/utils/messages/protocol'
import {
  type PageMemory,
  rememberPage,
  rememberSite,
  type SiteMemory,
  viewed,
} from '@/utils/settings/page-memory'
import type { Post } from '@/utils/thread/comment'
import type { SanitiserWorld } from '../sanitiser'
import type { ClipOrigin } from '../sanitiser/capture'
import { bringSanitiser } from './bring-sanitiser'

/** A worker that died while it was asked is started again by asking once more. */
const mostTries = 4
const firstPauseMs = 50

const reloadPage = 'Understory was updated. Reload this page to clip.'

export type SavedAnswer =
  | { kept: true; saved: SavedClip }
  | { kept: false; why: string; choices?: readonly ClipChoice[] }

type Capture = Required<SanitiserWorld>['understoryCapture']

/**
 * Captures once and sends until there is an answer; always the same clip with the same id, so that it is kept
 * once.
 */
const clip = async (take: (capture: Capture) => SentClip): Promise<SavedAnswer> => {
  let captured: SentClip | undefined
  for (let attempt = 1; ; attempt++) {
    if (browser.runtime?.id === undefined) return { kept: false, why: reloadPage }
    try {
      captured ??= take((await bringSanitiser()).understoryCapture)
      const answer = await sendMessage('clipSave', captured)
      if (answer && 'outcome' in answer) return { kept: true, saved: answer }
      if (answer && 'error' in answer) {
        const refused = { kept: false, why: answer.message } as const
        return 'asks' in answer && answer.asks ? { ...refused, choices: privateChoices(captured) } : refused
      }
      throw new Error('The background did not answer')
    } catch (error) {
      if (browser.runtime?.id === undefined) return { kept: false, why: reloadPage }
      if (attempt === mostTries) {
        console.error(error)
        return { kept: false, why: 'This could not be clipped. Try again, or restart the browser.' }
      }
      await new Promise((resolve) => setTimeout(resolve, firstPauseMs * 2 ** attempt))
    }
  }
}

/** Whatever the reader decides is told to the background, which then keeps the clip or says why it does not. */
const privateChoices = (captured: SentClip): ClipChoice[] =>
  privateAnswers.map(({ choice, words }) => ({
    words,
    choose: async () => {
      await sendMessage('privateClips', choice).catch(console.error)
      return clip(() => captured)
    },
  }))

export type Recalled = { memory: PageMemory | null; site: SiteMemory; turnOff: () => void }

/** The same services, with what became of a clip for those who ask by message. */
export type ReaderServices = Omit<PageServices, 'clipThread'> & { clipThread(): Promise<SavedAnswer> }

/**
 * What the page's enhancements can ask for. A private window is read like any other, but nothing of it is remembered.
 * @param originOf what clips are taken from: the thread as it is at that moment
 */
export const createServices = (
  document: Document,
  post: Post,
  originOf: () => ClipOrigin,
  loadPage: PageServices['loadPage'],
  { memory, site, turnOff }: Recalled,
): ReaderServices => {
  const isPrivate = browser.extension.inIncognitoContext
  const { url } = post
  const { since, visit } = viewed(memory?.visit, new Date())
  return {
    clipComment: (entry) => clip((capture) => capture.comment(originOf(), entry)),
    clipThread: () => clip((capture) => capture.thread(originOf())),
    recallFolds: () => memory?.folds ?? [],
    rememberFolds: (folds) => {
      if (!isPrivate) rememberPage(url, { folds }).catch(console.error)
    },
    recallRefused: () => memory?.refused ?? [],
    rememberRefused: (refused) => {
      if (!isPrivate) rememberPage(url, { refused }).catch(console.error)
    },
    recallArrangement: () => site.arrangement ?? 'original',
    rememberArrangement: (arrangement) => {
      if (!isPrivate) rememberSite(document.location.host, { arrangement }).catch(console.error)
    },
    lastVisit: async () => {
      if (!isPrivate) await rememberPage(url, { visit })
      return since
    },
    loadPage,
    turnOff,
  }
}
