import { isOurs } from '@/utils/dom/controls'

/**
 * Notes what the page's script puts in or takes away, for somebody who can make something of it only later.
 * @returns what was noted; nothing is observed after that
 */
export const noteChanges = (target: Node, signal: AbortSignal): (() => MutationRecord[]) => {
  const noted: MutationRecord[] = []
  const note = (records: MutationRecord[]) => {
    for (const record of records)
      if ([...record.addedNodes, ...record.removedNodes].some((node) => !isOurs(node))) noted.push(record)
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
