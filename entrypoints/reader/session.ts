import { keepPlace } from '@/utils/dom/keep-place'
import { offDocument } from '@/utils/dom/off-document'
import { countOf } from '@/utils/enhancements/common/count'
import { quietly } from '@/utils/enhancements/common/quietly'
import type { PageReport } from '@/utils/messages/protocol'
import { addressOf, keepLooking } from '@/utils/sites/common/keep-looking'
import { answerMessages } from './answer-messages'
import { type EnhancedThread, enhanceThread } from './enhance-thread'
import { readWhole } from './read-here'
import { createRereading } from './rereading'
import { createTally } from './tally'

/** One page, from reading it to giving it back. */
export type Session = {
  /** Reads and enhances the page; does nothing while it is on. */
  turnOn(): Promise<PageReport>
  /** The same when the reader asks for it: what the page did before is forgotten. */
  turnOnByHand(): Promise<PageReport>
  turnOff(): void
  /** Gives the page back for good. */
  leave(): void
  report(): PageReport
  /** The thread while it is on. */
  thread(): EnhancedThread | null
}

/** A reader that was injected after an update of the extension asks the one before it to leave. */
const standDown = 'understory-stand-down'

/** A page whose own script undoes us as many times within a minute is left alone. */
const mostUndone = 3
const undoneWithinMs = 60_000

/** The same for one that takes comments away again and again: it is no thread to be read. */
const mostRenewals = 5
const renewalsWithinMs = 10_000

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

const reportOf = ({ page }: EnhancedThread): Partial<PageReport> => ({
  comments: countOf(page),
  commenters: page.entriesOf.size,
  depth: page.thread.peek().nodes.reduce((most, { depth }) => Math.max(most, depth), 0),
  threadClipped: page.clipped.peek().has(''),
})

const createSession = (document: Document): Session => {
  let controller: AbortController | null = null
  let enhanced: EnhancedThread | null = null
  let report = nothingSeen(document)
  let turningOn: Promise<PageReport> | null = null
  const undone = createTally(undoneWithinMs)
  const renewals = createTally(renewalsWithinMs)
  const rereading = createRereading(document)
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
      const { page } = enhanced
      keepPlace(page.root, () => quietly(page, () => offDocument(page.root, stop)))
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
      else if (thread) {
        enhanced = await enhanceThread(document, thread, signal, { turnOff, renew })
        trustedAt = addressOf(document)
        const { title, url } = thread.post
        show('ready', { platform: thread.platform, title, url, why: '' })
      } else show('none')
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

  const lookAgain = () => {
    rereading.follow()
    if (leftAt !== addressOf(document)) leftAt = null
    // A blog that shows its posts in overlays takes the thread away with one: nothing watches the body for that.
    if (enhanced && !enhanced.page.root.isConnected) giveBack()
    if (!enhanced && leftAt === null && rereading.isWorthwhile()) void turnOn()
    return false
  }
  const stopLooking = keepLooking(document, lookAgain)

  return {
    turnOn,
    turnOnByHand: () => {
      undone.forget()
      renewals.forget()
      leftAt = null
      return turnOn()
    },
    turnOff,
    leave: () => {
      stopLooking()
      turnOff()
    },
    report: () => (enhanced ? { ...report, ...reportOf(enhanced) } : report),
    thread: () => enhanced,
  }
}

type World = typeof globalThis & { understorySession?: Session }

/** Starts reading a page. Called again on the same page, it turns the page on again. */
export const startSession = (document: Document): void => {
  const world = globalThis as World
  if (!world.understorySession) {
    document.dispatchEvent(new Event(standDown))
    const session = createSession(document)
    answerMessages(document, session)
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
