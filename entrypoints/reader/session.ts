import { afterPaint } from '@/utils/dom/after-paint'
import { keepPlace } from '@/utils/dom/keep-place'
import { offDocument } from '@/utils/dom/off-document'
import { owningFrame, owningPage } from '@/utils/dom/owning-page'
import { countOf } from '@/utils/enhancements/common/count'
import { type EnhancedPage, enhance } from '@/utils/enhancements/common/enhance'
import { onMessage, type PageReport, sendMessage } from '@/utils/messages/protocol'
import { recallPage, recallSite } from '@/utils/settings/page-memory'
import { addressOf, keepLooking } from '@/utils/sites/common/keep-looking'
import { pageLanguages } from '@/utils/sites/common/page-head'
import { findPostBody } from '@/utils/sites/common/post-body'
import type { ReadThread } from '@/utils/sites/common/site-adapter'
import type { ConversationWorld } from '../conversation'
import { clipOrigin } from './clip-origin'
import { createGrowing } from './growing'
import { createPageLoader } from './load-page'
import { noteChanges } from './note-changes'
import { readWhole } from './read-here'
import { createServices, type ReaderServices } from './services'
import { createTally } from './tally'
import { watchThread } from './watch'

/** One page, from reading it to giving it back. */
type Session = {
  /** Reads and enhances the page; does nothing while it is on. */
  turnOn(): Promise<PageReport>
  turnOff(): void
  /** Gives the page back for good. */
  leave(): void
}

/** A reader that was injected after an update of the extension asks the one before it to leave. */
const standDown = 'understory-stand-down'

/** A page whose own script undoes us as many times within a minute is left alone. */
const mostUndone = 3
const undoneWithinMs = 60_000

/** The same for one that takes comments away again and again: it is no thread to be read. */
const mostRenewals = 5
const renewalsWithinMs = 10_000

/** A page without a thread is read so many times: what it brings later may be one. */
const mostReadings = 6

const nothingSeen = (document: Document): PageReport => ({
  state: 'none',
  platform: '',
  title: document.title,
  url: document.location.href,
  comments: 0,
  commenters: 0,
  depth: 0,
  why: '',
  threadClipped: false,
})

const bringInference = async () => {
  const world = globalThis as ConversationWorld
  if (!world.understoryInference) await sendMessage('partInject', 'conversation')
  if (!world.understoryInference) throw new Error('What reads the words of comments did not come')
  return world.understoryInference
}

const createSession = (document: Document): Session => {
  let controller: AbortController | null = null
  let enhanced: EnhancedPage | null = null
  let services: ReaderServices | null = null
  let report = nothingSeen(document)
  let turningOn: Promise<PageReport> | null = null
  const undone = createTally(undoneWithinMs)
  const renewals = createTally(renewalsWithinMs)
  let readings = 0
  let lookedAt = addressOf(document)
  /** The address of a page that was turned off or left alone: what comes on it later changes nothing. */
  let leftAt: string | null = null
  /** The page's heading counts what was there when it was served, not what its script put in since. */
  let trustedAt: string | null = null

  const show = (state: PageReport['state'], change: Partial<PageReport> = {}) => {
    report = { ...report, ...change, state }
    if (state === 'off' || state === 'working') document.documentElement.removeAttribute('data-understory')
    else document.documentElement.setAttribute('data-understory', state)
  }

  const giveBack = () => {
    const stop = () => controller?.abort()
    if (enhanced) {
      const { root } = enhanced.page
      keepPlace(root, () => offDocument(root, stop))
    } else stop()
    controller = null
    enhanced = null
    turningOn = null
    show('off')
  }
  const turnOff = () => {
    leftAt = addressOf(document)
    giveBack()
  }
  const decline = (why: string) => {
    turnOff()
    show('declined', { why })
  }

  const reportOf = ({ page }: EnhancedPage): Partial<PageReport> => ({
    comments: countOf(page),
    commenters: page.entriesOf.size,
    depth: page.thread.peek().nodes.reduce((most, { depth }) => Math.max(most, depth), 0),
    threadClipped: page.clipped.peek().has(''),
  })

  const runThread = async (thread: ReadThread, signal: AbortSignal): Promise<void> => {
    const { platform, post } = thread
    const changesMeanwhile = noteChanges(thread.root, signal)
    const around = owningPage(document)
    const [createInference, off, memory, site, kept] = await Promise.all([
      bringInference(),
      sendMessage('enhancementsOff', undefined).catch((): string[] => []),
      recallPage(post.url),
      recallSite(around.location.host),
      sendMessage('clipsOnPage', post.url).catch(() => []),
    ])
    signal.throwIfAborted()
    const originOf = () => clipOrigin(enhanced!.page, platform, post)
    // An overlay closes when its page hears of a click elsewhere: the button must still be in it by then.
    const turnOffSoon = () => afterPaint(document, turnOff)
    const recalled = { memory, site, turnOff: turnOffSoon }
    services = createServices(around, post, originOf, createPageLoader(around, platform), recalled)
    const refused = new Set(services.recallRefused())
    const postBody = findPostBody(around, owningFrame(document) ?? thread.root)
    const inference = createInference({
      postText: postBody?.text ?? '',
      postAuthor: post.author,
      languages: pageLanguages(around),
      hasMore: thread.hasMore ?? thread.pages !== undefined,
      refused,
    })
    const clipped = new Set(Array.isArray(kept) ? kept.map(({ nativeId }) => nativeId) : [])
    const made = await enhance(
      { ...thread, inference, refused, postBody },
      { services, off, clipped, arrangement: services.recallArrangement() },
      signal,
    )
    enhanced = made
    trustedAt = addressOf(document)
    show('ready', { platform, title: post.title, url: post.url, why: '' })
    const growing = createGrowing(document, thread, made, signal, renew)
    watchThread(made.page, changesMeanwhile(), signal, (change) => {
      if (change.kind === 'added') void growing(change.elements)
      else renew(change.kind === 'undone')
    })
  }

  const run = async (): Promise<PageReport> => {
    const own = new AbortController()
    const { signal } = own
    controller = own
    show('working')
    try {
      const { threads, doubts } = await readWhole(document, signal)
      const [thread] = threads
      if (doubts.length > 0 && trustedAt !== addressOf(document))
        show('declined', { why: doubts[0]!, comments: thread?.comments.length ?? 0 })
      else if (thread) await runThread(thread, signal)
      else show('none')
    } catch (error) {
      if (!signal.aborted) {
        giveBack()
        show('declined', { why: error instanceof Error ? error.message : String(error) })
      }
    }
    if (!signal.aborted) turningOn = null
    return report
  }

  const turnOn = (): Promise<PageReport> => {
    if (enhanced) return Promise.resolve(report)
    turningOn ??= run()
    return turningOn
  }

  /** The page's own script has rendered the thread again, or taken some of it away: read it anew. */
  const renew = (isUndone: boolean) => {
    const tooOften = renewals.count() >= mostRenewals || (isUndone && undone.count() >= mostUndone)
    giveBack()
    if (tooOften)
      decline('The page keeps changing its comments back and forth, so Understory leaves them alone.')
    else void turnOn()
  }

  const everything = document.getElementsByTagName('*')
  // Not counted yet: in a page of ten thousand comments that would take longer than a frame.
  let seen = -1
  const hasChanged = () => {
    const { length } = everything
    if (length === seen) return false
    seen = length
    return true
  }
  const lookAgain = () => {
    const here = addressOf(document)
    if (lookedAt !== here) {
      lookedAt = here
      readings = 0
      seen = -1
    }
    if (leftAt !== here) leftAt = null
    // A blog that shows its posts in overlays takes the thread away with one: nothing watches the body for that.
    if (enhanced && !enhanced.page.root.isConnected) giveBack()
    if (enhanced || leftAt !== null || readings >= mostReadings || !hasChanged()) return
    readings++
    void turnOn()
  }
  const stopLooking = keepLooking(document, () => {
    lookAgain()
    return false
  })

  onMessage('pageReport', () => (enhanced ? { ...report, ...reportOf(enhanced) } : report))
  onMessage('pageOff', turnOff)
  onMessage('pageOn', () => {
    undone.forget()
    renewals.forget()
    leftAt = null
    return turnOn()
  })
  onMessage('pageClipThread', async () => {
    if (!enhanced || !services)
      return { error: 'failed', message: 'There is no thread to clip on this page.' }
    const { page } = enhanced
    const answer = await services.clipThread()
    if (!answer.kept) return { error: 'failed', message: answer.why }
    page.clipped.value = new Set([...page.clipped.peek(), ''])
    return answer.saved
  })
  const askWhatIsKept = async () => {
    if (!enhanced) return
    const kept = await sendMessage('clipsOnPage', report.url)
    if (enhanced && Array.isArray(kept))
      enhanced.page.clipped.value = new Set(kept.map(({ nativeId }) => nativeId))
  }
  onMessage('clipsChanged', askWhatIsKept)
  // While a page rests in the back/forward cache no message reaches it.
  document.defaultView?.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) askWhatIsKept().catch(console.error)
  })
  return {
    turnOn,
    turnOff,
    leave: () => {
      stopLooking()
      turnOff()
    },
  }
}

type World = typeof globalThis & { understorySession?: Session }

/** Starts reading a page. Called again on the same page, it turns the page on again. */
export const startSession = (document: Document): void => {
  const world = globalThis as World
  if (!world.understorySession) {
    document.dispatchEvent(new Event(standDown))
    const session = createSession(document)
    world.understorySession = session
    document.addEventListener(
      standDown,
      () => {
        session.leave()
        if (world.understorySession === session) delete world.understorySession
      },
      { once: true },
    )
  }
  void world.understorySession.turnOn()
}
