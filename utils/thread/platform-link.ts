import type { Comment } from './comment'
import type { Link } from './conversation'

/** What a comment answers by the platform's own word; null at top level. */
export const platformLink = ({ answersId, parentId: shownUnder }: Comment): Link | null => {
  const parentId = answersId ?? shownUnder
  return parentId === null ? null : { parentId, kind: 'site', confidence: 1, evidence: [] }
}
