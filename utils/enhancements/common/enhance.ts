import { computed, signal as state } from '@preact/signals-core'
import { ours } from '@/utils/dom/controls'
import { schemeOf } from '@/utils/dom/scheme'
import { createTrace, type Trace } from '@/utils/dom/trace'
import { type ArrangementName, arrange } from '@/utils/thread/arrange'
import type { Thread } from '@/utils/thread/build-thread'
import type { Conversation } from '@/utils/thread/conversation'
import { inSlices } from '@/utils/thread/in-slices'
import { enhancements } from './registry'
import type { CommentLine, PageComment, PageServices, ThreadPage } from './thread-page'
import { createToolbar } from './toolbar'

/** From this many comments on, the browser is told not to lay out what is out of sight. */
const longThread = 200

/** What is enhanced. */
export type ReadablePage = {
  root: HTMLElement
  comments: readonly PageComment[]
  thread: Thread
  conversation: Conversation
  mount?: { replaces: Element; with: HTMLElement }
}

export type EnhanceOptions = {
  services: PageServices
  /** Ids of enhancements that were switched off. */
  off: readonly string[]
  /** Ids of what is kept already; '' stands for the whole thread. */
  clipped: ReadonlySet<string>
  arrangement: ArrangementName
}

/** A line is made when something first goes into it, as a copy: ten thousand of them must not take long. */
const createLines = (document: Document, comments: readonly PageComment[], trace: Trace) => {
  const pattern = ours(document, 'span', 'us-line')
  pattern.setAttribute('lang', 'en')
  for (const part of ['us-marks', 'us-actions'])
    pattern.append(Object.assign(document.createElement('span'), { className: part }))
  const lines: CommentLine[] = []
  return (entry: number): CommentLine => {
    const known = lines[entry]
    if (known) return known
    const { element, header } = comments[entry]!.parts
    const line = pattern.cloneNode(true) as HTMLElement
    trace.insert(line, (node) => (header ? header.append(node) : element.prepend(node)))
    const made = { marks: line.firstChild as HTMLElement, actions: line.lastChild as HTMLElement }
    lines[entry] = made
    return made
  }
}

/**
 * Enhances a thread; aborting the signal gives the page back as it was.
 * Resolves when every comment has what it gets. Rejects with the signal's reason when aborted before.
 */
export const enhance = async (
  { root, comments, thread, conversation, mount }: ReadablePage,
  { services, off, clipped, arrangement: firstArrangement }: EnhanceOptions,
  signal: AbortSignal,
): Promise<ThreadPage> => {
  signal.throwIfAborted()
  const trace = createTrace(signal)
  if (mount) {
    mount.replaces.replaceWith(mount.with)
    signal.addEventListener('abort', () => mount.with.replaceWith(mount.replaces))
  }
  const scheme = schemeOf(root)
  trace.attribute(root, 'data-understory-scheme', scheme.name)
  if (comments.length >= longThread) trace.attribute(root, 'data-understory-long', '')
  const toolbar = createToolbar(comments[0]?.parts.list ?? root, trace)
  toolbar.element.setAttribute('data-understory-scheme', scheme.name)
  toolbar.element.style.setProperty('--us-ground', scheme.background)

  const arrangementName = state<ArrangementName>(firstArrangement)
  const plain = comments.map(({ comment }) => comment)
  const page: ThreadPage = {
    document: root.ownerDocument,
    root,
    comments,
    entryOf: new Map(plain.map(({ id }, entry) => [id, entry])),
    thread,
    conversation,
    arrangementName,
    arrangement: computed(() => arrange(arrangementName.value, thread, plain, conversation.links)),
    folded: state<ReadonlySet<string>>(new Set()),
    clipped: state(clipped),
    fresh: state<ReadonlySet<string>>(new Set()),
    toolbar,
    line: createLines(root.ownerDocument, comments, trace),
    services,
  }
  const hooks = enhancements.flatMap((enhancement) =>
    off.includes(enhancement.id) && !enhancement.essential ? [] : (enhancement.start(page, signal) ?? []),
  )
  await inSlices(
    (function* () {
      for (let entry = 0; entry < comments.length; entry++) {
        for (const hook of hooks) hook(entry)
        yield
      }
    })(),
    signal,
  )
  return page
}
