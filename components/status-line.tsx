import { useEffect } from 'preact/hooks'

/** What just happened, in one sentence; with a way back where there is one. */
export type Said = { text: string; undo?: () => void } | null

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === 'search' && target.value !== ''

/** The one place where results are reported. It is always there, so that screen readers hear every change. */
export const StatusLine = ({ said }: { said: Said }) => {
  const undo = said?.undo
  useEffect(() => {
    if (!undo) return
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
      if (!isUndo || isTyping(event.target)) return
      event.preventDefault()
      undo()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [undo])
  return (
    <div class="status-line" data-said={said !== null || undefined}>
      <div class="status" role="status">
        {said && <span dir="auto">{said.text}</span>}
        {undo && (
          <button type="button" class="link" aria-keyshortcuts="Control+Z Meta+Z" onClick={undo}>
            Undo
          </button>
        )}
      </div>
    </div>
  )
}
