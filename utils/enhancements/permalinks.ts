import type { About, Enhancement } from './common/enhancement'
import { goTo, reveal } from './common/go-to'

/** The browser went there before us; whoever had scrolled on by the time that we came is not taken back. */
const hasLeft = (view: Window, element: Element): boolean => {
  const { top, height } = element.getBoundingClientRect()
  return view.scrollY > 0 && height > 0 && Math.abs(top) > view.innerHeight
}

export const about: About = {
  title: 'Permalinks',
  description: 'Opens the branch that a link leads into and marks the comment.',
}

/** A link to a comment leads there, also where its branch is folded, and shows which one was meant. */
export const enhancement: Enhancement = {
  start: (page, signal) => {
    const { document, comments, entryOf, enhanced, opening } = page
    const view = document.defaultView
    if (!view) return

    const meant = (): number | undefined => {
      const hash = view.location.hash.slice(1)
      if (hash === '') return undefined
      const inDocument = entryOf.get(hash)
      if (inDocument !== undefined) return inDocument
      const element = document.getElementById(hash)?.closest('[data-understory-comment]')
      return element ? entryOf.get(element.getAttribute('data-understory-comment')!) : undefined
    }
    const follow = () => {
      const entry = meant()
      if (entry !== undefined) goTo(page, entry, signal)
    }
    view.addEventListener('hashchange', follow, { signal })

    const first = meant()
    if (first === undefined) return
    // After a reload or a step back the browser restores where the reader was: only open what hides the comment.
    const [navigation] = view.performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const arrived = navigation?.type === 'navigate'
    const stop = enhanced.subscribe((count) => {
      if (count === 0) return
      // In a tab that nobody sees the next frame may be long in coming, and comments may come before it.
      stop()
      // Not from within the reaction: what opens a branch is a reaction itself, and would come after the scrolling. Nor
      // before the page is laid out for its next frame, as it has to be then.
      view.requestAnimationFrame(() => {
        if (signal.aborted) return
        const hasGone = opening?.place.hasMovedOn() || hasLeft(view, comments[first]!.parts.element)
        if (arrived && !hasGone) goTo(page, first, signal)
        else reveal(page, first)
      })
    })
    signal.addEventListener('abort', () => stop())
  },
}
