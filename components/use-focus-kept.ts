import { useEffect, useRef } from 'preact/hooks'

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

/**
 * Where what has the focus goes away, the browser gives the focus to nobody, and the keys are dead. Then the first
 * of some places that can take it gets it. Who has moved on to something that is still there is left alone.
 * @param within what is looked after, as a selector
 * @param places to be tried in turn
 */
export const useFocusKept = (within: string, ...places: (() => HTMLElement | null | undefined)[]): void => {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      last.current = target instanceof Element && target.closest(within) ? target : null
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [within])
  // After every rendering, and after the effects of the page's parts: some take the focus themselves.
  useEffect(() => {
    if (!last.current || last.current.isConnected) return
    for (const place of places) {
      if (!isLost()) return
      place()?.focus()
    }
  })
}
