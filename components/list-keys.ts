/** What a key means in the list of clips. */
export type ListKey =
  | { do: 'move'; to: number }
  | { do: 'leave' }
  | { do: 'open' | 'copy' | 'remove' | 'search' }

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Moves by Up, Down, Home and End; above the first clip is the search box. */
export const listKey = (event: Pressed, at: number, count: number): ListKey | null => {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  switch (event.key) {
    case 'ArrowDown':
      return { do: 'move', to: Math.min(at + 1, count - 1) }
    case 'ArrowUp':
      return at > 0 ? { do: 'move', to: at - 1 } : { do: 'leave' }
    case 'Home':
      return { do: 'move', to: 0 }
    case 'End':
      return { do: 'move', to: count - 1 }
    case 'Enter':
      return { do: 'open' }
    case 'c':
      return { do: 'copy' }
    case 'Delete':
    case 'Backspace':
      return { do: 'remove' }
    case '/':
    case 'Escape':
      return { do: 'search' }
    default:
      return null
  }
}
