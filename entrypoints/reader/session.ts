import { browser } from '@/utils/browser'
import { infer } from '@/utils/conversation/infer'
import { keepPlace } from '@/utils/dom/keep-place'
import { offDocument } from '@/utils/dom/off-document'
import { enhance } from '@/utils/enhancements/common/enhance'
import type { ThreadPage } from '@/utils/enhancements/common/thread-page'
import { onMessage, type PageReport, sendMessage } from '@/utils/messages/protocol'
import { recallPage, recallSite } from '@/utils/settings/page-memory'
import { type PageReading, readPage } from '@/utils/sites/common/read-page'
import type { ReadThread } from '@/utils/sites/common/site-adapter'
import { buildThread } from '@/utils/thread/build-thread'
import { inSlices } from '@/utils/thread/in-slices'
import type { UnknownWorld } from '../unknown'
import { createServices, type ReaderServices } from './services'
import { watchForNewRendering } from './watch'

/** One page, from reading it to giving it back. */
type Session = {
  /** Reads and enhances the page; does nothing while it is on. */
  turnOn(): Promise<PageReport>
  turnOff(): void
}

/** A reader that was injected after an update of the extension asks the one before it to leave. */
const standDown = 'understory-stand-down'

/** After as many times that the page's own script undid us, we leave the page alone. */
const mostRounds = 3

/** A page that puts comments in more often than this, again and again, is no thread to be read. */
const mostRenewals = 5
const renewalsWithinMs = 10_000

/** What no platform's adapter claims is offered to those that read unknown markup; they are brought for it. */
const readHere = async (document: Document, signal: AbortSignal): Promise<PageReading> => {
  const reading = await inSlices(readPage(document), signal)
  if (reading.threads.length > 0 || reading.doubts.length > 0) return reading
  const world = globalThis as UnknownWorld
  if (!world.understoryUnknown) await sendMessage('partInject', 'unknown')
  return world.understoryUnknown ? inSlices(readPage(document, world.understoryUnknown), signal) : reading
}

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

const createSession = (document: Document): Session => {
  let controller: AbortController | null = null
  let page: ThreadPage | null = null
  let services: ReaderServices | null = null
  let report = nothingSeen(document)
  let rounds = 0
  let renewals: number[] = []
  let turningOn: Promise<PageReport> | null = null
  /** The page's heading counts what was there when it was served, not what its script put in since. */
  let isTrusted = false

  const show = (state: PageReport['state'], change: Partial<PageReport> = {}) => {
    report = { ...report, ...change, state }
    if (state === 'off' || state === 'working') document.documentElement.removeAttribute('data-understory')
    else document.documentElement.setAttribute('data-understory', state)
  }

  const turnOff = () => {
    const stop = () => controller?.abort()
    if (page) {
      const { root } = page
      keepPlace(root, () => offDocument(root, stop))
    } else stop()
    controller = null
    page = null
    turningOn = null
    show('off')
  }

  const runThread = async (thread: ReadThread, signal: AbortSignal): Promise<void> => {
    const plain = thread.comments.map(({ comment }) => comment)
    const built = buildThread(plain)
    const conversation = infer(plain)
    const host = document.location.host
    const [off, memory, site, kept] = await Promise.all([
      sendMessage('enhancementsOff', undefined).catch((): string[] => []),
      recallPage(thread.post.url),
      recallSite(host),
      sendMessage('clipsOnPage', thread.post.url).catch(() => []),
    ])
    signal.throwIfAborted()
    services = createServices(document, thread, conversation, { memory, site, turnOff })
    const clipped = new Set(Array.isArray(kept) ? kept.map(({ nativeId }) => nativeId) : [])
    page = await enhance(
      { ...thread, thread: built, conversation },
      {
        services,
        off,
        clipped,
        arrangement: services.recallArrangement(),
      },
      signal,
    )
    isTrusted = true
    show('ready', {
      platform: thread.platform,
      title: thread.post.title,
      url: thread.post.url,
      comments: plain.length,
      commenters: new Set(conversation.commenters.flatMap((commenter) => commenter?.key ?? [])).size,
      depth: built.nodes.reduce((most, { depth }) => Math.max(most, depth), 0),
      why: '',
    })
    watchForNewRendering(page, signal, renewed)
  }

  const run = async (): Promise<PageReport> => {
    const own = new AbortController()
    const { signal } = own
    controller = own
    show('working')
    try {
      const { threads, doubts } = await readHere(document, signal)
      const [thread] = threads
      if (doubts.length > 0 && !isTrusted)
        show('declined', { why: doubts[0]!, comments: thread?.comments.length ?? 0 })
      else if (thread) await runThread(thread, signal)
      else show('none')
    } catch (error) {
      if (!signal.aborted) {
        turnOff()
        show('declined', { why: error instanceof Error ? error.message : String(error) })
      }
    }
    if (!signal.aborted) turningOn = null
    return report
  }

  const turnOn = (): Promise<PageReport> => {
    if (page) return Promise.resolve(report)
    turningOn ??= run()
    return turningOn
  }

  /** The page's own script has rendered the list again, or put comments in: read it anew. */
  const renewed = (undone: boolean) => {
    const now = performance.now()
    renewals = [...renewals.filter((at) => now - at < renewalsWithinMs), now]
    if (undone) rounds++
    turnOff()
    if (rounds >= mostRounds || renewals.length >= mostRenewals) {
      show('declined', {
        why: 'The page keeps changing its comments back and forth, so Understory leaves them alone.',
      })
      return
    }
    void turnOn()
  }

  onMessage('pageReport', () => ({ ...report, threadClipped: page?.clipped.peek().has('') ?? false }))
  onMessage('pageOff', turnOff)
  onMessage('pageOn', () => {
    rounds = 0
    renewals = []
    return turnOn()
  })
  onMessage('pageClipThread', async () => {
    if (!page || !services) return { error: 'failed', message: 'There is no thread to clip on this page.' }
    const answer = await services.clipThread()
    if (!answer.kept) return { error: 'failed', message: answer.why }
    page.clipped.value = new Set([...page.clipped.peek(), ''])
    return answer.saved
  })
  const askWhatIsKept = async () => {
    if (!page) return
    const kept = await sendMessage('clipsOnPage', report.url)
    if (page && Array.isArray(kept)) page.clipped.value = new Set(kept.map(({ nativeId }) => nativeId))
  }
  onMessage('clipsChanged', askWhatIsKept)
  // While a page rests in the back/forward cache no message reaches it.
  document.defaultView?.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) askWhatIsKept().catch(console.error)
  })
  return { turnOn, turnOff }
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
        session.turnOff()
        if (world.understorySession === session) delete world.understorySession
      },
      { once: true },
    )
  }
  void world.understorySession.turnOn()
}

/** Whether this extension is still the one that is installed: after an update old scripts cannot reach it. */
export const isConnected = (): boolean => browser.runtime?.id !== undefined
