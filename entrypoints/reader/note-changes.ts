import { isOurs, isWithinOurs } from '@/utils/dom/controls'
import type { Watcher } from '@/utils/enhancements/common/quietly'

/** Whether elements of the page's own came or went; we put in tens of thousands ourselves. */
const isPages = ({ target, addedNodes, removedNodes }: MutationRecord): boolean =>
  [...addedNodes, ...removedNodes].some((node) => node instanceof Element && !isOurs(node)) &&
  !isWithinOurs(target)

/**
 * Notes what the page's script puts in or takes away, for somebody who can make something of it only later.
 * @param watchers where whoever changes the thread on our behalf finds it
 * @returns what was noted; nothing is observed after that
 */
export const noteChanges = (
  target: Node,
  signal: AbortSignal,
  watchers = new Set<Watcher>(),
): (() => MutationRecord[]) => {
  const noted: MutationRecord[] = []
  const note = (records: MutationRecord[]) => {
    for (const record of records) if (isPages(record)) noted.push(record)
  }
  const observer = new MutationObserver(note)
  const resume = () => observer.observe(target, { childList: true, subtree: true })
  const pause = () => {
    note(observer.takeRecords())
    observer.disconnect()
  }
  const own = { pause, resume }
  resume()
  watchers.add(own)
  const stop = () => {
    watchers.delete(own)
    pause()
  }
  signal.addEventListener('abort', stop)
  return () => {
    stop()
    return noted
  }
}
