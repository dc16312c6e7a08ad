import type { Link } from '@/utils/thread/conversation'
import { type Candidate, type Choices, createChoices, type Known } from './likely-choices'
import { likelyEvidence } from './likely-evidence'

/** Comments that pass between two chances to pause. */
const stride = 32

/** The most probable of the candidates; null where there are none. */
export const likeliest = (candidates: readonly Candidate[]): Candidate | null =>
  candidates.toSorted((a, b) => b.probability - a.probability)[0] ?? null

const linkTo = (known: Known, k: number, candidates: readonly Candidate[], memory: Choices): Link | null => {
  const best = likeliest(candidates)
  if (!best || best.isTop) return null
  const { comments, links, references, commenters } = known
  const { threshold, thresholdOfUnknown } = memory.model
  if (best.probability < (commenters[k] ? threshold : thresholdOfUnknown)) return null
  const target = comments[best.entry]!
  if (
    links[k]?.kind === 'explicit' ||
    comments[k]!.status === 'deleted' ||
    target.status === 'deleted' ||
    // It speaks of a comment that is not here, so that none of these is meant.
    references[k]?.some(({ targets, inPost }) => targets.length === 0 && !inPost)
  )
    return null
  return {
    parentId: target.id,
    kind: 'likely',
    confidence: best.probability,
    evidence: likelyEvidence(comments[k]!.text, target.text, best.signs, memory),
  }
}

/**
 * Which comment of the platform's own branch does each comment most likely answer, where no reference tells?
 * Reads the comments from index `from` on; the list that it returns starts there. Null where the comment stays where
 * the platform put it: at top level, beneath the top of its branch, or anywhere on a page whose platform nests freely.
 * Yields every few dozen comments.
 * @param memory what was read of the comments before `from`; pass one and the same to read a growing thread in
 *   portions, each comment once
 */
export function* likelyParents(
  known: Known,
  from: number,
  memory: Choices = createChoices(),
): Generator<void, (Link | null)[]> {
  const found: (Link | null)[] = []
  const nestsDeeper = memory.look(known)
  for (let k = nestsDeeper ? from : memory.read; k < known.comments.length; k++) {
    const link = nestsDeeper ? null : linkTo(known, k, memory.next(known), memory)
    if (k >= from) found.push(link)
    if (k % stride === stride - 1) yield
  }
  return found
}
