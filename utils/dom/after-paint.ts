/** Acts when the browser has shown what the last click changed: for work that takes longer than a reader waits. */
export const afterPaint = ({ defaultView: view }: Document, act: () => void): void => {
  view?.requestAnimationFrame(() => view.setTimeout(act))
}
