import { onMessage, sendMessage } from '@/utils/messages/protocol'
import type { Session } from './session'

/** Answers what the popup and the background ask of a page. */
export const answerMessages = (document: Document, session: Session): void => {
  onMessage('pageReport', session.report)
  onMessage('pageOff', session.turnOff)
  onMessage('pageOn', session.turnOnByHand)
  onMessage('pageClipThread', async () => {
    const thread = session.thread()
    if (!thread) return { error: 'failed', message: 'There is no thread to clip on this page.' }
    const { clipped } = thread.page
    const answer = await thread.services.clipThread()
    if (!answer.kept) return { error: 'failed', message: answer.why }
    clipped.value = new Set([...clipped.peek(), ''])
    return answer.saved
  })
  const askWhatIsKept = async () => {
    if (!session.thread()) return
    const kept = await sendMessage('clipsOnPage', session.report().url)
    const thread = session.thread()
    if (thread && Array.isArray(kept))
      thread.page.clipped.value = new Set(kept.map(({ nativeId }) => nativeId))
  }
  onMessage('clipsChanged', askWhatIsKept)
  // Who reads a page once, on a site that is off, may come back to it.
  const wasOn = sendMessage('siteIsOn').catch(() => false)
  const comeBack = async () => {
    if ((await wasOn) && !(await sendMessage('siteIsOn'))) session.turnOff()
    await askWhatIsKept()
  }
  // While a page rests in the back/forward cache no message reaches it.
  document.defaultView?.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) comeBack().catch(console.error)
  })
}
