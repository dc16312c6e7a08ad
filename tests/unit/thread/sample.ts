import type { Comment } from '@/utils/thread/comment'

/** A comment with what a test says of it and nothing else. */
export const comment = (id: string, change: Partial<Comment> = {}): Comment => ({
  id,
  parentId: null,
  author: { name: 'Anonymous', profileUrl: null, isPostAuthor: false, isAnonymous: true },
  time: { text: '', instant: null, local: null },
  permalink: null,
  text: '',
  status: 'present',
  ...change,
})

export const named = (name: string, profileUrl: string | null = null): Comment['author'] => ({
  name,
  profileUrl,
  isPostAuthor: false,
  isAnonymous: false,
})

export const at = (instant: string): Comment['time'] => ({ text: instant, instant, local: null })
