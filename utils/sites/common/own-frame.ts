import { find } from '@/utils/dom/unclobbered'

let watched: HTMLIFrameElement | null = null

/**
 * Tells once when the frame that this page's own script fills holds comments. It is filled when the reader comes near
 * and grows with what is put in, so its size says when to look; a page without such a frame pays for one look-up.
 * @param selector finds the frame in its page
 * @param holds finds a comment in the frame
 */
export const watchOwnFrame = (
  document: Document,
  { selector, holds }: { selector: string; holds: string },
  found: () => void,
): void => {
  const frame = find<HTMLIFrameElement>(document, selector)
  if (!frame || frame === watched) return
  watched = frame
  new ResizeObserver((_, observer) => {
    const { contentDocument } = frame
    if (frame.isConnected && !(contentDocument && find(contentDocument, holds))) return
    observer.disconnect()
    if (frame.isConnected) found()
  }).observe(frame)
}
