import { computed, signal as state } from '@preact/signals-core'
import { notePlace } from '@/utils/dom/keep-place'
import { outwards } from '@/utils/dom/outwards'
import { schemeOf } from '@/utils/dom/scheme'
import { createTrace } from '@/utils/dom/trace'
import { type Arrangement, type ArrangementName, arrange } from '@/utils/thread/arrange'
import { buildThread } from '@/utils/thread/build-thread'
import type { Comment } from '@/utils/thread/comment'
import type { Inference } from '@/utils/thread/conversation'
import { growArrangement } from '@/utils/thread/grow-arrangement'
import { atOnce, inSlices } from '@/utils/thread/in-slices'
import type { ThreadPages } from '@/utils/thread/pages'
import type { CommentHook } from './enhancement'
import { createLines } from './lines'
import { createPeople } from './people'
import { createRefusals } from './refusals'
import { enhancements } from './registry'
import type { Growth, PageComment, PageServices, ThreadPage } from './thread-page'
import { createToolbar } from './toolbar'

/** From this many comments on, the browser is told not to lay out what is out of sight. */
const unseenFrom = 200

/** So many frames, at most, what the reader sees is kept where it is while a long thread around it is rearranged. */
const framesToOpen = 60

/** What is enhanced. */
export type ReadablePage = {
  root: HTMLElement
  comments: readonly PageComment[]
  inference: Inference
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

const range = function* (from: number, to: number): Generator<number> {
  for (let k = from; k < to; k++) yield k
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
  const comments: PageComment[] = []
  const plain: Comment[] = []
  const entryOf = new Map<string, number>()
  const order: number[] = []
  const parts = new Map<number, number[]>()
  const people = createPeople(conversation.commenters)
  const growth = state<Growth>({ from: 0, reread: new Set(), people: new Set() })
  const enhanced = state(0)
  const dressed = new Set<number>()
  let lastBefore: readonly (number | null)[] = []

  /** Takes comments in, of which the words have been read. */
  const take = function* (
    added: readonly PageComment[],
    before: readonly (number | null)[],
    reread: ReadonlySet<number>,
  ): Generator<void> {
    const from = comments.length
    lastBefore = before
    for (const [k, one] of added.entries()) {
      const entry = from + k
      comments.push(one)
      plain.push(one.comment)
      entryOf.set(one.comment.id, entry)
      const next = before[k] ?? null
      if (next === null) order.push(entry)
      else order.splice(order.indexOf(next), 0, entry)
      const first = entryOf.get(conversation.partOf[entry] ?? '')
      if (first !== undefined) {
        const all = parts.get(first) ?? [first]
        all.push(entry)
        for (const part of [first, entry]) parts.set(part, all)
      }
      yield
    }
    // One comment in several parts is one.
    const whole = (entry: number) => !conversation.partOf[entry]
    const changed = people.update([...reread, ...range(from, comments.length)].filter(whole))
    growth.value = { from, reread, people: changed }
  }

  await inSlices(inference.read(found.map(({ comment }) => comment)), signal)
  await inSlices(take(found, [], new Set()), signal)

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
  const isLong = comments.length >= unseenFrom
  /**
   * From then on what is out of sight is not laid out. Not before comments are dressed, or begin to move: where one has
   * been laid out and is so no more, Chromium's renderer ends with an error when its words change and a screen reader is
   * there.
   */
  const leaveOut = () => {
    if (isLong) trace.attribute(root, 'data-understory-long', '')
  }
  const toolbar = createToolbar(comments[0]?.parts.list ?? root, trace)
  toolbar.element.setAttribute('data-understory-scheme', scheme.name)
  toolbar.element.style.setProperty('--us-ground', scheme.background)

  const arrangementName = state<ArrangementName>(firstArrangement)
  const thread = computed(() => {
    growth.value
    return buildThread(plain, order)
  })
  let last: Arrangement | undefined
  const page: ThreadPage = {
    document: root.ownerDocument,
    root,
    comments,
    entryOf,
    conversation,
    explain: inference.explain,
    parts,
    refuse: createRefusals({ comments: plain, conversation, entryOf, parts, refused, growth, services }),
    entriesOf: people.entriesOf,
    growth,
    enhanced,
    dressed,
    thread,
    postBody: postBody ?? null,
    pages: pages ?? null,
    grow: (added, before) => grow(added, before),
    arrangementName,
    arrangement: computed(() => {
      const name = arrangementName.value
      const { from, reread } = growth.value
      const { links, partOf } = conversation
      const arranged = { comments: plain, order, links, partOf }
      const isGrown = last?.name === name && last.placements.length === from && reread.size === 0
      last =
        (isGrown && last ? growArrangement(last, arranged, from, lastBefore, entryOf) : null) ??
        arrange(name, thread.value, arranged)
      return last
    }),
    folded: state<ReadonlySet<string>>(new Set()),
    clipped: state(clipped),
    fresh: state<ReadonlySet<string>>(new Set()),
    isLong,
    toolbar,
    line: createLines(root.ownerDocument, comments, trace),
    services,
    watchers,
    opening: { seen: place.seen, work: [] },
  }
  const hooks: CommentHook[] = []
  const start = function* (): Generator<void> {
    // In a long thread each of these takes as long as a slice may.
    page.thread.peek()
    yield
    page.arrangement.peek()
    yield
    for (const enhancement of enhancements) {
      if (off.includes(enhancement.id) && !enhancement.essential) continue
      const hook = enhancement.start(page, signal)
      if (hook) hooks.push(hook)
      yield
    }
    // Whatever is asked of how the page looks has been asked by now: each change costs finding that out anew.
    trace.attribute(root, 'data-understory-scheme', schemeWithin.name)
    toolbar.show()
  }
  const dress = function* (entries: Iterable<number>): Generator<void> {
    for (const entry of entries) {
      if (dressed.has(entry)) continue
      dressed.add(entry)
      for (const hook of hooks) hook(entry)
      yield
    }
  }
  const finish = () => {
    if (dressed.size === comments.length) enhanced.value = dressed.size
  }
  // What is done in slices is seen in between, and moves under the reader's eyes: a few comments are done at once.
  const run = (work: Generator<void>, count: number) =>
    count < unseenFrom ? atOnce(work) : inSlices(work, signal)
  const open = function* (): Generator<void> {
    yield* start()
    const { work } = page.opening!
    page.opening = null
    let isFirst = true
    for (const steps of work)
      for (const moved of steps) {
        atOnce(dress(moved))
        // What is in view is laid out in any case; the rest changes its place, and is laid out anew.
        leaveOut()
        if (isFirst) place.hold(framesToOpen)
        isFirst = false
        yield
      }
    const seen = comments.findIndex(({ parts }) => parts.element === place.seen)
    yield* dress(outwards(Math.max(0, seen), comments.length))
    leaveOut()
    place.hold()
    isOpen.abort()
    finish()
  }
  await run(open(), comments.length)

  const grow: EnhancedPage['grow'] = async (added, before) => {
    const known = added.map(({ comment, parts }) => {
      const entry = entryOf.get(comment.id)
      if (entry === undefined) return false
      Object.assign(comments[entry]!.comment, comment)
      Object.assign(comments[entry]!.parts, parts)
      // The page has put others in the place of its own elements, and what was ours was in them.
      ;(parts.header ?? parts.element).append(page.line(entry).marks.parentElement!)
      return true
    })
    const isNew = (_: unknown, k: number) => !known[k]
    const reread = await inSlices(inference.read(added.map(({ comment }) => comment)), signal)
    const from = comments.length
    // At once: nobody is to see half of it.
    atOnce(take(added.filter(isNew), before.filter(isNew), reread))
    await run(dress(range(from, comments.length)), added.length)
    finish()
  }
  return { page, grow }
}
