import type { Comment } from '@/utils/thread/comment'
import type { Commenter } from '@/utils/thread/conversation'

/** Names are compared as people type them: case, width and runs of spaces do not matter. */
const folded = (name: string): string => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

/** Who wrote a comment, by account; null for anonymous comments and for those without a name. */
export const commenterOf = ({ author }: Comment): Commenter | null => {
  const name = author.name?.trim() ?? ''
  if (author.profileUrl !== null) return { key: `profile:${author.profileUrl}`, name }
  if (author.isAnonymous || name === '') return null
  return { key: `name:${folded(name)}`, name }
}
