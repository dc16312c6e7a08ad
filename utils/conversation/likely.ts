import type { Link } from '@/utils/thread/conversation'
import { type Candidate, type Choices, createChoices, type Known } from './likely-choices'
import { likelyEvidence } from './likely-evidence'
import { createPace } from './pace'

/** The most probable of the candidates, the first of equals; null where there are none. */
export const likeliest = (candidates: readonly Candidate[]): Candidate | null => {
  let best: Candidate | null = null
  for (const candidate of candidates) if (!best || candidate.probability > best.probability) best = candidate
  return best
}

/** What is left of the candidates when the reader refused some, and as probable as they are without these. */
const notRefused = (
  { comments, refused }: Known,
  k: number,
  candidates: readonly Candidate[],
): readonly Candidate[] => {
  if (!refused?.size) return candidates
  const left = candidates.filter(({ entry }) => !refused.has(`${comments[k]!.id} ${comments[entry]!.id}`))
  if (left.length === candidates.length) return candidates
  const total = left.reduce((sum, { probability }) => sum + probability, 0)
  return left.map((candidate) => ({ ...candidate, probability: candidate.probability / total }))
}

const linkTo = (known: Known, k: number, candidates: readonly Candidate[], memory: Choices): Link | null => {
  const best = likeliest(notRefused(known, k, candidates))
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
    evidence: likelyEvidence(known, k, best.entry, best.signs, memory),
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
  const isTime = createPace()
  const nestsDeeper = yield* memory.look(known)
  for (let k = nestsDeeper ? from : memory.read; k < known.comments.length; k++) {
    const link = nestsDeeper ? null : linkTo(known, k, memory.next(known), memory)
    if (k >= from) found.push(link)
    if (isTime(known.comments[k]!.text)) yield
  }
  return found
}
