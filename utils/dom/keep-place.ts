const commentSelector = '[data-understory-comment]'

/** The comment that the reader's eye is on: the one with the focus, else the first below the upper edge. */
const commentInView = (root: HTMLElement): Element | null => {
  const { document, view } = { document: root.ownerDocument, view: root.ownerDocument.defaultView }
  if (!view) return null
  const focused = document.activeElement?.closest(commentSelector)
  if (focused && root.contains(focused)) {
    const { top, bottom } = focused.getBoundingClientRect()
    if (bottom > 0 && top < view.innerHeight) return focused
  }
  const box = root.getBoundingClientRect()
  // While the start of the thread is in view, the toolbar above it is what must stay.
  if (box.top >= 0 || box.bottom <= 0) return null
  const x = box.left + box.width / 2
  for (let y = 0; y < view.innerHeight; y += 24)
    for (const element of document.elementsFromPoint(x, y)) {
      const comment = element.closest(commentSelector)
      if (comment && root.contains(comment)) return comment
    }
  return null
}

/** The nearest element, from `element` upwards, that takes up room on the page. */
const rendered = (element: Element | null): Element | null => {
  let up = element
  while (up && up.getClientRects().length === 0) up = up.parentElement
  return up
}

/**
 * Makes a change to the thread while the reader's eye and the focus stay where they are.
 * @param anchor what must not move, e.g. the button that was pressed; by default the comment in view
 */
export const keepPlace = (root: HTMLElement, change: () => void, anchor?: Element): void => {
  const { document, view } = { document: root.ownerDocument, view: root.ownerDocument.defaultView }
  const fixed = anchor ?? commentInView(root)
  const before = fixed?.getBoundingClientRect().top
  const focused = document.activeElement
  change()
  if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected)
    focused.focus({ preventScroll: true })
  if (!view || before === undefined) return
  const after = rendered(fixed)?.getBoundingClientRect().top
  if (after !== undefined && Math.abs(after - before) >= 1)
    view.scrollBy({ top: after - before, behavior: 'instant' })
}
