/** Pauses before each look at a page that was loaded or clicked: blogs fetch their threads late. */
const pausesMs = [0, 1000, 2000, 5000]

/** Scrolling brings threads, too; a page is looked at no more often than this for it. */
const scrollPauseMs = 1000

const heard = ['load', 'scroll', 'click', 'popstate']
/** An overlay scrolls in itself, and a page may keep clicks to itself: neither rises. */
const quietly = { capture: true, passive: true }

/** Where the page is, but for the place on it. */
export const addressOf = ({ location }: Document): string => location.pathname + location.search

/**
 * Looks for something that the page may bring later, without watching the page: after it was loaded, when the
 * reader has scrolled or clicked, and when a page that changes its address by script went to another one.
 * @param look says whether it was found, and then is not asked again
 * @returns ends the search before that
 */
export const keepLooking = (document: Document, look: () => boolean): (() => void) => {
  const view = document.defaultView
  if (!view) return () => {}
  let address = addressOf(document)
  let looksDone = 0
  let timer: number | undefined
  let scrolled: number | undefined

  const lookOnce = () => {
    const found = look()
    if (found) stop()
    return found
  }
  const lookOn = () => {
    timer = view.setTimeout(() => {
      looksDone += 1
      if (!lookOnce() && looksDone < pausesMs.length) lookOn()
    }, pausesMs[looksDone])
  }
  const lookAnew = () => {
    view.clearTimeout(timer)
    looksDone = 0
    lookOn()
  }
  const afterScroll = () => {
    scrolled = undefined
    lookOnce()
  }
  const hear = ({ type }: Event) => {
    if (type === 'scroll') scrolled ??= view.setTimeout(afterScroll, scrollPauseMs)
    else if (type === 'click' || type === 'load') lookAnew()
    else if (address !== addressOf(document)) {
      address = addressOf(document)
      lookAnew()
    }
  }

  const { navigation } = view as { navigation?: EventTarget }
  const stop = () => {
    view.clearTimeout(timer)
    view.clearTimeout(scrolled)
    for (const type of heard) view.removeEventListener(type, hear, quietly)
    navigation?.removeEventListener('navigatesuccess', hear)
  }
  for (const type of heard) view.addEventListener(type, hear, quietly)
  navigation?.addEventListener('navigatesuccess', hear)
  if (document.readyState === 'complete') lookOn()
  return stop
}
