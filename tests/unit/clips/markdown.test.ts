import { expect, test } from 'vitest'
import { clipToMarkdown } from '@/utils/clips/markdown'
import type { Clip, NewClip } from '@/utils/messages/clip'
import { anonymous, someClip, someComment, someThread } from './some-clips'

const kept = (clip: NewClip): Clip => ({
  ...clip,
  ...{ savedAt: '', updatedAt: '', deletedAt: null, tags: [], note: '', starred: false, read: false },
  ...{ revisions: [], contentHash: '' },
})

test('a comment says who, when, where, and what it answers', () => {
  const context = [someComment(5, { text: 'Which *rooks*?' })]
  const html = '<p>The <b>rooks</b> are <a href="https://example.org/a">back</a>.</p>'
  expect(clipToMarkdown(kept(someClip(1, { context, html })))).toBe(
    [
      '**Getafix**, [30 October 2020 at 21:31](https://rooks.blogspot.com/2020/10/post.html?showComment=1#c1) · [Autumn in the rookery](https://rooks.blogspot.com/2020/10/post.html) (Rooks)',
      '> **Anonymous**, [21:31](https://rooks.blogspot.com/2020/10/post.html#c5):\n> Which \\*rooks\\*?',
      'The **rooks** are [back](https://example.org/a).\n',
    ].join('\n\n'),
  )
})

test('a thread keeps its shape, and a comment that was not shown its place', () => {
  const thread = someThread([
    someComment(1, { missing: true }),
    someComment(2, { parentId: 'c1', link: 'site' }),
    someComment(3, { parentId: 'c2', link: 'likely' }),
    someComment(4, { parentId: 'nobody', link: 'site' }),
  ])
  const lines = clipToMarkdown(kept(thread)).split('\n')
  expect(lines).toContain('*A comment that the page did not show.*')
  expect(lines).toContain('> Words of 2')
  expect(lines).toContain('>> Words of 3')
  expect(lines).toContain('Words of 4')
})

test('words that look like a character’s name stay words', () => {
  const text = 'Write &lt;script&gt; or &copy; or &#60; & so on, at AT&T'
  const shown = 'Write \\&lt;script\\&gt; or \\&copy; or \\&#60; & so on, at AT&T'
  expect(clipToMarkdown(kept(someClip(1, { html: '', text })))).toContain(shown)
  const html = `<p>${text.replace(/&/g, '&amp;')}</p>`
  expect(clipToMarkdown(kept(someClip(1, { html })))).toContain(shown)
})

test('names and addresses cannot break out of their place', () => {
  const author = { ...anonymous, name: '](https://evil.example) <img src=x onerror=alert(1)>' }
  const source = { ...someClip().source, permalink: 'https://rooks.blogspot.com/a(b) c' }
  const markdown = clipToMarkdown(
    kept(someClip(1, { author, source, html: '', text: '<script>x</script>\n# head' })),
  )
  expect(markdown).toContain('\\](https://evil.example) \\<img')
  expect(markdown).toContain('(https://rooks.blogspot.com/a%28b%29%20c)')
  expect(markdown).toContain('\\<script>x\\</script>\n\n\\# head')
})
