import type { Signal } from '@preact/signals-core'
import type { Comment } from '@/utils/thread/comment'
import type { Conversation, Link } from '@/utils/thread/conversation'
import { platformLink } from '@/utils/thread/platform-link'
import type { Growth, PageServices, ThreadPage } from './thread-page'

type Refusable = {
  comments: readonly Comment[]
  conversation: Conversation
  entryOf: ReadonlyMap<string, number>
  parts: ThreadPage['parts']
  /** Pairs `${id} ${parentId}`; grows and shrinks in place. */
  refused: Set<string>
  growth: Signal<Growth>
  services: Pick<PageServices, 'rememberRefused'>
}

/** Refuses links between comments: what was refused is remembered, and can be put back. */
export const createRefusals = ({
  comments,
  conversation: { links, alsoAnswers },
  entryOf,
  parts,
  refused,
  growth,
  services,
}: Refusable): ThreadPage['refuse'] => {
  /** Whether a comment would stand beneath itself. */
  const isCircle = (entry: number, link: Link): boolean => {
    let up = entryOf.get(link.parentId)
    while (up !== undefined && up !== entry) up = entryOf.get(links[up]?.parentId ?? '')
    return up === entry
  }
  const tell = (entries: readonly number[]) => {
    services.rememberRefused([...refused])
    growth.value = { from: comments.length, reread: new Set(entries), people: new Set() }
  }

  return (asked, parentId) => {
    // The parts of one comment answer the same.
    const entries = parts.get(asked) ?? [asked]
    const first = entries[0]!
    const comment = comments[first]!
    const before = entries.map((entry) => ({ entry, link: links[entry]!, also: alsoAnswers[entry]! }))
    const others = alsoAnswers[first]!.filter((link) => link.parentId !== parentId)
    alsoAnswers[first] = others
    if (links[first]?.parentId === parentId) {
      const next =
        others.find((link) => link.kind === 'explicit' && !isCircle(first, link)) ?? platformLink(comment)
      alsoAnswers[first] = others.filter((link) => link.parentId !== next?.parentId)
      for (const entry of entries) links[entry] = next
    }
    const pair = `${comment.id} ${parentId}`
    refused.add(pair)
    tell(entries)
    return () => {
      for (const { entry, link, also } of before) {
        links[entry] = link
        alsoAnswers[entry] = also
      }
      refused.delete(pair)
      tell(entries)
    }
  }
}
