import { computed, type ReadonlySignal, signal as state } from '@preact/signals-core'
import type { Arrangement, ArrangementName } from '@/utils/thread/arrange'
import type { Arranging } from '@/utils/thread/arranging'
import { buildThread } from '@/utils/thread/build-thread'
import type { Comment } from '@/utils/thread/comment'
import type { Conversation } from '@/utils/thread/conversation'
import { createPeople } from './people'
import type { Growth, PageComment } from './thread-page'

const range = function* (from: number, to: number): Generator<number> {
  for (let k = from; k < to; k++) yield k
}

/**
 * The comments of a thread and what is known of them, all of it by entry; it grows as the page adds some.
 * @param conversation is read of each comment before that is taken in
 */
export const createKnownComments = (conversation: Conversation, { arrange, growArrangement }: Arranging) => {
  const comments: PageComment[] = []
  const plain: Comment[] = []
  const entryOf = new Map<string, number>()
  /** Entries as their comments follow each other on the page. */
  const order: number[] = []
  const parts = new Map<number, number[]>()
  const people = createPeople(conversation.commenters)
  const growth = state<Growth>({ from: 0, reread: new Set(), people: new Set() })
  let lastBefore: readonly (number | null)[] = []

  const join = (entry: number) => {
    const first = entryOf.get(conversation.partOf[entry] ?? '')
    if (first === undefined) return
    const all = parts.get(first) ?? [first]
    all.push(entry)
    for (const part of [first, entry]) parts.set(part, all)
  }
  /**
   * Takes comments in, of which the words have been read.
   * @param before for each, the entry that it stands right before on the page; null, or nothing, at the end
   * @param reread earlier comments of which their words tell something else now
   */
  const take = function* (
    added: readonly PageComment[],
    before: readonly (number | null)[] = [],
    reread: ReadonlySet<number> = new Set(),
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
      join(entry)
      yield
    }
    // One comment in several parts is one.
    const whole = (entry: number) => !conversation.partOf[entry]
    const changed = people.update([...reread, ...range(from, comments.length)].filter(whole))
    growth.value = { from, reread, people: changed }
  }
  /** The same comments, filled in since. */
  const refill = (entry: number, { comment, parts }: PageComment): void => {
    Object.assign(comments[entry]!.comment, comment)
    Object.assign(comments[entry]!.parts, parts)
  }

  const thread = computed(() => {
    growth.value
    return buildThread(plain, order)
  })
  /** The arrangement of that name, kept up to date; one that only grew is not made anew. */
  const arranged = (nameOf: ReadonlySignal<ArrangementName>): ReadonlySignal<Arrangement> => {
    let last: Arrangement | undefined
    return computed(() => {
      const name = nameOf.value
      const { from, reread } = growth.value
      const { links, partOf } = conversation
      const all = { comments: plain, order, links, partOf }
      const isGrown = last?.name === name && last.placements.length === from && reread.size === 0
      last =
        (isGrown && last ? growArrangement(last, all, from, lastBefore, entryOf) : null) ??
        arrange(name, thread.value, all)
      return last
    })
  }
  return {
    comments,
    plain,
    entryOf,
    parts,
    entriesOf: people.entriesOf,
    growth,
    thread,
    arranged,
    take,
    refill,
  }
}
