import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Puts the focus into a field once, when the page opens. */
export const useFocusOnOpen = (field: RefObject<HTMLElement | null>): void => {
  useEffect(() => field.current?.focus(), [])
}
