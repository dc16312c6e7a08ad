import { expect, it } from 'vitest'
import * as wordpress from '@/utils/sites/wordpress'
import { atOnce } from '@/utils/thread/in-slices'
import { bloggerPage, type Enhanced, enhanced, sample } from './enhanced'

const item = (n: number, minute: number): string =>
  `<li id="comment-${n}" class="comment even thread-even depth-1"><article id="div-comment-${n}" class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Person ${n}</b></div><div class="comment-metadata"><a href="https://the-weir.example/post/#comment-${n}"><time datetime="2026-03-01T10:${minute}:00+00:00">March 1, 2026 at 10:${minute} am</time></a></div></footer><div class="comment-content"><p>Words of ${n}.</p></div></article></li>`

/** A post with comments in two lists, the times of which alternate. */
const page = `<head><title>Low water</title><meta name="generator" content="WordPress 6.5"></head><body class="single postid-1"><div id="comments" class="comments-area"><h2>4 thoughts on “Low water”</h2><ol class="comment-list">${item(1, 10)}${item(3, 30)}</ol><h3>More</h3><ol class="comment-list">${item(2, 20)}${item(4, 40)}</ol></div></body>`

const shown = () =>
  [...document.querySelectorAll('.comment-list')].map((list) =>
    [...list.querySelectorAll('li')].map(({ id }) => Number(id.split('-')[1])),
  )

const grow = async (all: Enhanced, n: number, minute: number) => {
  const [first] = document.querySelectorAll('.comment-list')
  first!.insertAdjacentHTML('beforeend', item(n, minute))
  const added = atOnce(all.read.readAdded!([first!.lastElementChild!]))!
  await all.grow(
    added,
    added.map(() => null),
  )
}

it('puts a comment to its place among those of its own list', async () => {
  const all = await enhanced(page, { adapters: [wordpress], arrangement: 'oldest', found: () => {} })
  await grow(all, 9, 15)
  expect(shown()).toEqual([
    [1, 9, 3],
    [2, 4],
  ])
  await grow(all, 8, 50)
  expect(shown()[0]).toEqual([1, 9, 3, 8])
})

it('puts a comment before the next one that the page has not taken away', async () => {
  const all = await enhanced(page, { adapters: [wordpress], arrangement: 'oldest', found: () => {} })
  await grow(all, 9, 15)
  all.comment('comment-9').remove()
  await grow(all, 8, 12)
  expect(shown()[0]).toEqual([1, 8, 3])
})

it('leaves to the page what its script has said of the list meanwhile', async () => {
  const { page, off } = await enhanced(bloggerPage(sample), { arrangement: 'newest' })
  expect(page.root.getAttribute('style')).toContain('--us-above')
  page.root.style.display = 'none'
  off()
  expect(page.root.style.display).toBe('none')
  expect(page.root.getAttribute('style')).not.toContain('--us')
})

it('does not take back what its script has shown meanwhile', async () => {
  const markup = bloggerPage(sample).replace('<ol id="top-ra"', '<ol id="top-ra" style="display:none"')
  const { page, off, html, before } = await enhanced(markup, { arrangement: 'newest' })
  const list = document.getElementById('top-ra')!
  expect(page.root).toBe(list)
  list.style.display = 'block'
  off()
  expect(list.style.display).toBe('block')
  list.setAttribute('style', 'display:none')
  expect(html()).toBe(before)
})
