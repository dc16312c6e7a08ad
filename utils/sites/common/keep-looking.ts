/** Times after which a page that was loaded is looked at again: blogs fetch their threads late. */
const looksAfterMs = [0, 1000, 3000, 8000]

/** Scrolling brings threads, too; a page is looked at no more often than this for it. */
const scrollPauseMs = 1000

/** Where the page is, but for the place on it. */
export const addressOf = ({ location }: Document): string => location.pathname + location.search

/**
 * Looks for something that the page may bring later, without watching the page: after it was loaded, when the
 * reader has scrolled or clicked, and when a page that changes its address by script went to another one.
 * @param look says whether it was found, and then is not asked again; `hasChanged` says whether elements were added
 * or removed since it last said so
 * @param signal ends the search before that
 */
export const keepLooking = (
  document: Document,
  look: (hasChanged: () => boolean) => boolean,
  signal?: AbortSignal,
): void => {
  const view = document.defaultView
  if (!view) return
  const search = new AbortController()
  const ended = search.signal
  signal?.addEventListener('abort', () => search.abort())
  const everything = document.getElementsByTagName('*')
  // Not counted yet: in a page of ten thousand comments that would take longer than a frame.
  let seen = -1
  const hasChanged = () => {
    const { length } = everything
    if (length === seen) return false
    seen = length
    return true
  }
  const lookOnce = () => {
    if (!ended.aborted && look(hasChanged)) search.abort()
  }

  let timers: number[] = []
  let waiting = false
  const schedule = () => {
    waiting = false
    for (const timer of timers) view.clearTimeout(timer)
    timers = looksAfterMs.map((ms) => view.setTimeout(lookOnce, ms))
  }
  ended.addEventListener('abort', () => {
    for (const timer of timers) view.clearTimeout(timer)
  })

  view.addEventListener(
    'scroll',
    () => {
      if (waiting) return
      waiting = true
      timers.push(
        view.setTimeout(() => {
          waiting = false
          lookOnce()
        }, scrollPauseMs),
      )
    },
    // An overlay scrolls in itself, and says so to nobody else.
    { capture: true, passive: true, signal: ended },
  )
  // Some threads are fetched when the reader asks for them.
  view.addEventListener('click', schedule, { capture: true, passive: true, signal: ended })

  let address = addressOf(document)
  const moved = () => {
    if (address === addressOf(document)) return
    address = addressOf(document)
    seen = -1
    schedule()
  }
  const { navigation } = view as { navigation?: EventTarget }
  navigation?.addEventListener('navigatesuccess', moved, { signal: ended })
  view.addEventListener('popstate', moved, { signal: ended })

  if (document.readyState === 'complete') schedule()
  else view.addEventListener('load', schedule, { once: true, signal: ended })
}
