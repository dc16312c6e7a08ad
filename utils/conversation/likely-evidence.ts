import type { Evidence } from '@/utils/thread/conversation'
import type { Choices, Known } from './likely-choices'
import { addressIn, alsoIn, phrasesIn, type Span } from './likely-cues'
import { type Sign, signNames } from './likely-model'

/** A sign that adds less to the log-odds was not what decided. */
const leastShare = 0.2

const nowhere: Span = { words: '', start: 0, end: 0 }

/**
 * The signs that spoke for a link, as evidence: "turn" (it answered the writer), "phrase", "word", "question",
 * "address", "adjacent". Only those that counted; one at least.
 */
export const likelyEvidence = (
  { comments, words }: Known,
  k: number,
  target: number,
  signs: readonly number[],
  { model: { weights }, shared }: Choices,
): Evidence[] => {
  const { text } = comments[k]!
  const theirs = comments[target]!.text
  const counts = (...names: Sign[]): boolean =>
    names.map((name) => signNames.indexOf(name)).reduce((sum, n) => sum + weights[n]! * signs[n]!, 0) >=
    leastShare
  const evidence: Evidence[] = []
  const tell = (kind: string, spans: readonly Span[]): void => {
    for (const span of spans) evidence.push({ kind, ...span })
  }
  if (counts('turn', 'alone')) tell('turn', [nowhere])
  if (counts('phrase')) tell('phrase', alsoIn(theirs, phrasesIn(text)))
  if (counts('words', 'onlyWords')) tell('word', shared(text, words[k]!, words[target]!))
  if (counts('question')) tell('question', [nowhere])
  const spoken = addressIn(text)
  if (spoken) tell('address', [spoken])
  if (counts('previous') || evidence.length === 0) tell('adjacent', [nowhere])
  return evidence
}
