import { describe, expect, it } from 'vitest'
import { doubt } from '@/utils/sites/common/doubt'
import type { ReadComment, ReadThread } from '@/utils/sites/common/site-adapter'
import type { Comment, CommentStatus } from '@/utils/thread/comment'

const comment = (id: string, status: CommentStatus = 'present', parentId: string | null = null): Comment => ({
  id,
  parentId,
  author: { name: 'Ann', profileUrl: null, isPostAuthor: false, isAnonymous: false },
  time: { text: '', instant: null, local: null },
  permalink: null,
  text: 'Word.',
  status,
})

const thread = (comments: Comment[], declaredCount: number | null, hasMore = false): ReadThread => {
  const root = document.createElement('ol')
  const read = comments.map((comment): ReadComment => {
    const element = document.createElement('li')
    root.append(element)
    return { comment, parts: { element, header: null, body: null, replies: null } }
  })
  const post = { title: '', url: '', siteName: '', author: null, publishedAt: null, licence: null }
  const plain = { platform: 'test', post, root, declaredCount, comments: read }
  return hasMore ? { ...plain, hasMore } : plain
}

const three = [comment('c1'), comment('c2', 'deleted'), comment('c3')]

describe('doubt', () => {
  it.each([
    ['the heading has no number', thread(three, null)],
    ['the heading agrees', thread(three, 3)],
    ['the heading does not count what was deleted', thread(three, 2)],
    ['the page holds comments back', thread(three, 25, true)],
    ['the thread is longer than what is served at once', thread(three, 312)],
  ])('is not raised where %s', (_, read) => {
    expect(doubt(read)).toBeNull()
  })

  it('is raised where the heading disagrees', () => {
    expect(doubt(thread(three, 25))).toBe("The page's heading says 25 comments, but 3 were read.")
    expect(doubt(thread(three.slice(0, 1), 2))).toBe("The page's heading says 2 comments, but 1 was read.")
    expect(doubt(thread(three, 1))).toBe("The page's heading says 1 comment, but 3 were read.")
  })

  it('is raised where no comment has words', () => {
    const wordless = three.map((entry) => ({ ...entry, text: '' }))
    expect(doubt(thread(wordless, null))).toBe('3 comments were seen, but none has words that could be read.')
  })

  it('is raised where the comments are not in one list', () => {
    const read = thread(three, 3)
    read.comments[2]?.parts.element.remove()
    expect(doubt(read)).toBe('The comments are not in one list.')
  })

  it('is raised where ids come twice, or replies before what they answer', () => {
    expect(doubt(thread([comment('c1'), comment('c1')], null))).toContain('the same id')
    expect(doubt(thread([comment('c1', 'present', 'c2'), comment('c2')], null))).toContain('before')
  })
})
