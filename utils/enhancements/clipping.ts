import { button, label } from '@/utils/dom/controls'
import { follow } from '@/utils/dom/follow'
import { createTrace } from '@/utils/dom/trace'
import type { About, Enhancement } from './common/enhancement'
import type { ClipAnswer, ClipChoice } from './common/thread-page'

/** The id under which the whole thread is kept. */
const wholeThread = ''

export const about: About = {
  title: 'Clipping',
  description: 'Keeps a comment with its place in the conversation in your library.',
}

/** Keeps a comment, or the whole thread, in the library. */
export const enhancement: Enhancement = {
  start: (page, signal) => {
    const { document, root, toolbar, comments, parts, clipped, services } = page
    const trace = createTrace(signal)
    const buttons: HTMLButtonElement[] = []
    const pattern = button(document, 'us-clip', 'Clip')

    /** All parts of one comment are kept as one, by the id of the first. */
    const wholeOf = (entry: number): readonly number[] => parts.get(entry) ?? [entry]
    const idOf = (entry: number): string => comments[entry]!.comment.id

    /** A button says "Clipped" only when the answer has come. */
    const keep = async (id: string, control: HTMLButtonElement, clip: () => Promise<ClipAnswer>) => {
      if (control.getAttribute('aria-busy') === 'true') return
      control.setAttribute('aria-busy', 'true')
      toolbar.say('')
      const answer = await clip()
      control.removeAttribute('aria-busy')
      if (signal.aborted) return
      if (answer.kept) clipped.value = new Set([...clipped.peek(), id])
      else
        toolbar.say(answer.why, ...(answer.choices ?? []).map((choice) => choiceButton(choice, id, control)))
    }
    /** Clipping goes on where a question stopped it. */
    const choiceButton = ({ words, choose }: ClipChoice, id: string, control: HTMLButtonElement) => {
      const choice = button(document, 'us-choose', words)
      choice.addEventListener('click', () => {
        void keep(id, control, choose)
        control.focus()
      })
      return choice
    }

    const thread = toolbar.addButton('clip', 'Clip thread', () =>
      keep(wholeThread, thread, services.clipThread),
    )
    root.addEventListener(
      'click',
      (event) => {
        const control =
          event.target instanceof Element ? event.target.closest<HTMLButtonElement>('.us-clip') : null
        const entry = control ? buttons.indexOf(control) : -1
        if (!control || entry < 0) return
        event.stopPropagation()
        event.preventDefault()
        void keep(idOf(wholeOf(entry)[0]!), control, () => services.clipComment(entry))
      },
      { capture: true, signal },
    )

    const show = (entry: number) => {
      const control = buttons[entry]
      if (!control) return
      const kept = wholeOf(entry).some((part) => clipped.peek().has(idOf(part)))
      label(control, kept ? 'Clipped' : 'Clip')
      trace.attribute(comments[entry]!.parts.element, 'data-understory-clipped', kept ? '' : null)
    }
    let shown: ReadonlySet<string> = new Set()
    follow(signal, () => {
      const now = clipped.value
      for (const id of new Set([...shown, ...now])) {
        const entry = page.entryOf.get(id)
        if (entry !== undefined && shown.has(id) !== now.has(id))
          for (const part of wholeOf(entry)) show(part)
      }
      const kept = now.has(wholeThread)
      label(thread, kept ? 'Thread clipped' : 'Clip thread', 'Clip thread')
      thread.setAttribute('aria-pressed', String(kept))
      shown = now
    })

    return (entry) => {
      const control = pattern.cloneNode(true) as HTMLButtonElement
      buttons[entry] = control
      page.line(entry).actions.append(control)
      if (clipped.peek().size > 0) show(entry)
    }
  },
}
