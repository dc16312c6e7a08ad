/** What is lost when it leaves the document, even for a moment: a comment half written in a frame, a running film. */
const alive = 'iframe, object, embed, video, audio'

/**
 * Runs a change with the element out of the document, so that the browser lays out once what was changed
 * ten thousand times: lists number their items anew at each move otherwise. An element that holds something
 * which would not survive stays where it is. The focus, which goes with it, comes back with it.
 */
export const offDocument = (element: Element, change: () => void): void => {
  if (!element.isConnected || element.querySelector(alive)) {
    change()
    return
  }
  const document = element.ownerDocument
  const focused = document.activeElement
  const marker = document.createComment('')
  element.replaceWith(marker)
  try {
    change()
  } finally {
    marker.replaceWith(element)
    if (element.contains(focused) && focused !== document.activeElement)
      (focused as HTMLElement).focus({ preventScroll: true })
  }
}
