import type { Evidence, Link, Reference } from '@/utils/thread/conversation'
import type { Entry } from './entries'

/** A reference with what it says of the comment's place. */
export type Sign = {
  reference: Reference
  /** The comments that it may mean, most probable first. */
  entries: Entry[]
  /** It is clear enough to move the comment. */
  moves: boolean
  confidence: number
}

export type Choice = { link: Link | null; also: readonly Link[] }

const evidenceOf = ({ kind, words, start, end }: Reference): Evidence => ({ kind, words, start, end })
const nothing: readonly never[] = []

/**
 * Chooses what a comment answers: the first that it addresses; the rest is listed beside.
 * @param isRefused whether the reader said that it is no answer to that one
 */
export const chooseParent = (
  entry: Entry,
  signs: readonly Sign[],
  platform: Link | null,
  isRefused: (parentId: string) => boolean,
): Choice => {
  const links = new Map<string, Link>()
  for (const { reference, entries, moves, confidence } of signs) {
    const target = entries.find(({ comment }) => !isRefused(comment.id))
    if (!target || target === entry) continue
    const { id } = target.comment
    const known = links.get(id)
    // A sign that moves nothing still speaks for what the platform says.
    if (!moves && id !== platform?.parentId && !known) continue
    if (known) {
      known.evidence.push(evidenceOf(reference))
      known.confidence = Math.max(known.confidence, confidence)
      continue
    }
    links.set(id, { parentId: id, kind: 'explicit', confidence, evidence: [evidenceOf(reference)] })
  }
  const agreed = platform && links.get(platform.parentId)
  if (platform && agreed) {
    const all = [...links.values()]
    const agrees: Link = { ...platform, evidence: agreed.evidence }
    const first = all[0]!
    // Where people of several branches are named, the platform knows who was answered.
    const byName =
      first.evidence[0]!.kind === 'name' &&
      agreed.evidence[0]!.kind === 'name' &&
      signs.some(({ entries: [target] }) => target?.comment.id === first.parentId && target.top !== entry.top)
    if (first === agreed || byName) {
      const also = all.filter((link) => link !== agreed)
      return { link: agrees, also: also.length > 0 ? also : nothing }
    }
    return { link: first, also: all.slice(1).map((link) => (link === agreed ? agrees : link)) }
  }
  const [first, ...also] = links.values()
  return first ? { link: first, also } : { link: platform, also: nothing }
}
