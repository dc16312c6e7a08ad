import { afterPaint } from '@/utils/dom/after-paint'
import { owningFrame, owningPage } from '@/utils/dom/owning-page'
import { type EnhancedPage, enhance } from '@/utils/enhancements/common/enhance'
import type { Watcher } from '@/utils/enhancements/common/quietly'
import { sendMessage } from '@/utils/messages/protocol'
import { recallPage, recallSite } from '@/utils/settings/page-memory'
import { pageLanguages } from '@/utils/sites/common/page-head'
import { findPostBody } from '@/utils/sites/common/post-body'
import type { ReadThread } from '@/utils/sites/common/site-adapter'
import type { ConversationWorld } from '../conversation'
import { clipOrigin } from './clip-origin'
import { createGrowing } from './growing'
import { createPageLoader } from './load-page'
import { noteChanges } from './note-changes'
import { createServices, type ReaderServices } from './services'
import { watchThread } from './watch'

/** A thread that is on. */
export type EnhancedThread = EnhancedPage & { services: ReaderServices }

const bringConversation = async () => {
  const world = globalThis as ConversationWorld
  if (!world.understoryConversation) await sendMessage('partInject', 'conversation')
  if (!world.understoryConversation) throw new Error('What reads the words of comments did not come')
  return world.understoryConversation
}

/**
 * Shows the conversation of a thread that was read, as the reader left it here, and follows it as it grows.
 * @param renew called when the page's own script has changed the thread so that it has to be read anew
 */
export const enhanceThread = async (
  document: Document,
  thread: ReadThread,
  signal: AbortSignal,
  { turnOff, renew }: { turnOff: () => void; renew: (isUndone: boolean) => void },
): Promise<EnhancedThread> => {
  const { platform, post } = thread
  const watchers = new Set<Watcher>()
  const changesMeanwhile = noteChanges(thread.root, signal, watchers)
  const around = owningPage(document)
  const [{ createInference, arranging }, off, memory, site, kept] = await Promise.all([
    bringConversation(),
    sendMessage('enhancementsOff', undefined).catch((): string[] => []),
    recallPage(post.url),
    recallSite(around.location.host),
    sendMessage('clipsOnPage', post.url).catch(() => []),
  ])
  signal.throwIfAborted()
  // An overlay closes when its page hears of a click elsewhere: the button must still be in it by then.
  const turnOffSoon = () => afterPaint(document, turnOff)
  const recalled = { memory, site, turnOff: turnOffSoon }
  const originOf = () => clipOrigin(enhanced.page, platform, post)
  const services = createServices(around, post, originOf, createPageLoader(around, platform), recalled)
  const refused = new Set(services.recallRefused())
  const postBody = findPostBody(around, owningFrame(document) ?? thread.root)
  const inference = createInference({
    postText: postBody?.text ?? '',
    postAuthor: post.author,
    languages: pageLanguages(around),
    hasMore: thread.hasMore ?? thread.pages !== undefined,
    refused,
  })
  const enhanced = await enhance(
    { ...thread, inference, arranging, refused, postBody, watchers },
    {
      services,
      off,
      clipped: new Set(Array.isArray(kept) ? kept.map(({ nativeId }) => nativeId) : []),
      arrangement: services.recallArrangement(),
    },
    signal,
  )
  const growing = createGrowing(document, thread, enhanced, signal, renew)
  watchThread(enhanced.page, changesMeanwhile(), signal, (change) => {
    if (change.kind === 'added') void growing(change.elements)
    else renew(change.kind === 'undone')
  })
  return { ...enhanced, services }
}
