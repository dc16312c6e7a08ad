import { isOurs, isWithinOurs } from '@/utils/dom/controls'

/** Whether elements of the page's own came or went; we put in tens of thousands ourselves. */
const isPages = ({ target, addedNodes, removedNodes }: MutationRecord): boolean =>
  [...addedNodes, ...removedNodes].some((node) => node instanceof Element && !isOurs(node)) &&
  !isWithinOurs(target)

/**
 * Notes what the page's script puts in or takes away, for somebody who can make something of it only later.
 * @returns what was noted; nothing is observed after that
 */
export const noteChanges = (target: Node, signal: AbortSignal): (() => MutationRecord[]) => {
  const noted: MutationRecord[] = []
  const note = (records: MutationRecord[]) => {
    for (const record of records) if (isPages(record)) noted.push(record)
  }
  const observer = new MutationObserver(note)
  observer.observe(target, { childList: true, subtree: true })
  const stop = () => {
    note(observer.takeRecords())
    observer.disconnect()
  }
  signal.addEventListener('abort', stop)
  return () => {
    stop()
    return noted
  }
}
