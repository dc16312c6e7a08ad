import { signal as state } from '@preact/signals-core'
import { notePlace } from '@/utils/dom/keep-place'
import { schemeOf } from '@/utils/dom/scheme'
import { createTrace } from '@/utils/dom/trace'
import type { ArrangementName } from '@/utils/thread/arrange'
import type { Arranging } from '@/utils/thread/arranging'
import type { Inference } from '@/utils/thread/conversation'
import { atOnce, inSlices } from '@/utils/thread/in-slices'
import type { ThreadPages } from '@/utils/thread/pages'
import { createDressing } from './dressing'
import { createKnownComments } from './known-comments'
import { createLines } from './lines'
import { createRefusals } from './refusals'
import { createSight } from './sight'
import type { PageComment, PageServices, ThreadPage } from './thread-page'
import { createToolbar } from './toolbar'

/** So few comments are done at once. */
const fewComments = 200

/** What is enhanced. */
export type ReadablePage = {
  root: HTMLElement
  comments: readonly PageComment[]
  inference: Inference
  arranging: Arranging
  /** What the reader refused as an answer, as the inference was told: pairs `${id} ${parentId}`. */
  refused?: Set<string>
  postBody?: ThreadPage['postBody']
  pages?: ThreadPages
  mount?: { replaces: Element; with: HTMLElement }
  /** Who watches it already, and is not to be told of what we do ourselves. */
  watchers?: ThreadPage['watchers']
}

export type EnhanceOptions = {
  services: PageServices
  /** Ids of enhancements that were switched off. */
  off: readonly string[]
  /** Ids of what is kept already; '' stands for the whole thread. */
  clipped: ReadonlySet<string>
  arrangement: ArrangementName
}

/** An enhanced page, and how it takes in what the page's own script adds. */
export type EnhancedPage = {
  page: ThreadPage
  /**
   * Reads the words of further comments and enhances them, in slices; of those that were filled in since, too.
   * @param before for each, the entry that it stands right before on the page; null at the end
   */
  grow(added: readonly PageComment[], before: readonly (number | null)[]): Promise<void>
}

/**
 * Enhances a thread; aborting the signal gives the page back as it was.
 * Resolves when every comment has what it gets. Rejects with the signal's reason when aborted before.
 */
export const enhance = async (
  {
    root,
    comments: found,
    inference,
    arranging,
    refused = new Set(),
    postBody,
    pages,
    mount,
    watchers = new Set(),
  }: ReadablePage,
  { services, off, clipped, arrangement: firstArrangement }: EnhanceOptions,
  signal: AbortSignal,
): Promise<EnhancedPage> => {
  signal.throwIfAborted()
  const { conversation } = inference
  const known = createKnownComments(conversation, arranging)
  const { comments, entryOf, parts, entriesOf, growth, thread } = known

  await inSlices(inference.read(found.map(({ comment }) => comment)), signal)
  await inSlices(known.take(found), signal)

  const isOpen = new AbortController()
  const place = notePlace(
    root,
    found.map(({ parts }) => parts.element),
    AbortSignal.any([signal, isOpen.signal]),
  )
  // What is done in slices is seen in between.
  place.hold()
  const trace = createTrace(signal)
  if (mount) {
    mount.replaces.replaceWith(mount.with)
    signal.addEventListener('abort', () => mount.with.replaceWith(mount.replaces))
  }
  const scheme = schemeOf(root)
  // A theme may put its comments on another ground than the page's.
  const { body } = found[0]?.parts ?? {}
  const schemeWithin = body ? schemeOf(body) : scheme
  const sight = createSight(root, comments, entryOf, schemeWithin.name, trace)
  const toolbar = createToolbar(comments[0]?.parts.list ?? root, trace)
  toolbar.element.setAttribute('data-understory-scheme', scheme.name)
  toolbar.element.style.setProperty('--us-ground', scheme.background)

  const arrangementName = state<ArrangementName>(off.includes('arrangement') ? 'original' : firstArrangement)
  const enhanced = state(0)
  const dressed = new Set<number>()
  /** A page that is loaded in place and a comment that comes in meanwhile: their words are read one after the other. */
  let growing: Promise<void> = Promise.resolve()
  const grow: EnhancedPage['grow'] = (added, before) => {
    growing = growing.catch(() => undefined).then(() => growOnce(added, before))
    return growing
  }
  const page: ThreadPage = {
    document: root.ownerDocument,
    root,
    comments,
    entryOf,
    conversation,
    explain: inference.explain,
    parts,
    refuse: createRefusals({
      comments: known.plain,
      conversation,
      entryOf,
      parts,
      refused,
      growth,
      services,
    }),
    entriesOf,
    growth,
    enhanced,
    dressed,
    thread,
    postBody: postBody ?? null,
    pages: pages ?? null,
    grow,
    arrangementName,
    arrangement: known.arranged(arrangementName),
    folded: state<ReadonlySet<string>>(new Set()),
    clipped: state(clipped),
    fresh: state<ReadonlySet<string>>(new Set()),
    isLong: sight.isLong,
    toolbar,
    line: createLines(root.ownerDocument, comments, trace),
    services,
    watchers,
    opening: { place, work: [] },
  }
  const dressing = createDressing(page, dressed, sight, signal)
  // What is done in slices is seen in between, and moves under the reader's eyes: a few comments are done at once.
  const run = async (work: Generator<void>, count: number) => {
    if (count < fewComments) atOnce(work)
    else await inSlices(work, signal)
    if (dressed.size === comments.length) enhanced.value = dressed.size
  }
  await run(dressing.open(off, place), comments.length)
  isOpen.abort()

  const growOnce: EnhancedPage['grow'] = async (added, before) => {
    const isNew = added.map((one) => {
      const entry = entryOf.get(one.comment.id)
      if (entry === undefined) return true
      known.refill(entry, one)
      // The page has put others in the place of its own elements, and what was ours was in them.
      ;(one.parts.header ?? one.parts.element).append(page.line(entry).marks.parentElement!)
      return false
    })
    const reread = await inSlices(inference.read(added.map(({ comment }) => comment)), signal)
    const from = comments.length
    const fresh = added.filter((_, k) => isNew[k])
    // At once: nobody is to see half of it.
    atOnce(
      known.take(
        fresh,
        before.filter((_, k) => isNew[k]),
        reread,
      ),
    )
    await run(dressing.dress(fresh.map((_, k) => from + k)), added.length)
  }
  return { page, grow }
}
