import { describe, expect, it } from 'vitest'
import { atOnce } from '@/utils/thread/in-slices'
import { bloggerPage, type Enhanced, enhanced, item, press, sample, settled, shownOrder } from './enhanced'

const added = (markup: string): HTMLElement => {
  const holder = document.createElement('div')
  holder.innerHTML = markup
  return holder.firstElementChild as HTMLElement
}

/** What the page's own script does: a comment at the end of a list, or before one of its comments. */
const post = (
  list: string,
  comment: Parameters<typeof item>[0],
  before: string | null = null,
): HTMLElement => {
  const element = added(item(comment))
  const place = document.querySelector(list)!
  place.insertBefore(element, before === null ? null : document.getElementById(before))
  return element
}

const grow = async (
  { read, grow: take, page }: Enhanced,
  elements: readonly Element[],
  before: string | null = null,
) => {
  const comments = atOnce(read.readAdded!(elements))!
  await take(
    comments,
    comments.map(() => (before === null ? null : page.entryOf.get(before)!)),
  )
  return comments
}

const ana = { author: 'Ana', profile: 'https://www.blogger.com/profile/01' }

describe('a comment that comes later', () => {
  it('is marked like the others, under what it answers', async () => {
    const all = await enhanced(bloggerPage(sample))
    await grow(all, [post('#c4-ra > div', { id: 'c7', minute: 50, words: 'The miller did.' })])
    expect(shownOrder()).toEqual(['0 c1', '1 c2', '1 c3', '0 c4', '1 c5', '1 c7', '0 c6'])
    expect(all.comment('c7').dataset.understoryParent).toBe('c4')
    expect(press(all.comment('c7'), 'Clip').dataset.label).toBe('Clip')
  })

  it('is counted wherever comments are counted', async () => {
    const all = await enhanced(bloggerPage(sample))
    await grow(all, [post('#c4-ra > div', { id: 'c7', ...ana, minute: 50, words: 'Not me.' })])
    const labels = [...document.querySelectorAll<HTMLElement>('.us-slot-summary > *')].map(
      ({ dataset }) => dataset.label,
    )
    expect(labels).toEqual(['7 comments', '2 people by name'])
    expect(all.comment('c4').querySelector<HTMLElement>('.us-fold')?.dataset.label).toBe('2 replies')
    expect(all.comment('c1').dataset.understoryRecurring).toBe('3')
    const marks = [...document.querySelectorAll<HTMLElement>('.us-person')].map(
      ({ dataset }) => dataset.label,
    )
    expect(marks).toEqual(['1 of 3', '2 of 3', '3 of 3'])
  })

  it('has its own commenter, also where the words of others are still being read', async () => {
    const all = await enhanced(bloggerPage(sample))
    const many = Array.from({ length: 400 }, (_, k) =>
      post('#c1-ra > div', { id: `m${k}`, minute: 41, words: `The gauge said ${k} and a half.` }),
    )
    const late = post('#c4-ra > div', { id: 'c7', ...ana, minute: 50, words: 'Not me.' })
    await Promise.all([grow(all, many), grow(all, [late])])
    expect(all.comment('c7').dataset.understoryRecurring).toBe('3')
  })

  it('gives its parent a way to fold, where that had no replies', async () => {
    const all = await enhanced(bloggerPage(sample))
    await grow(all, [post('#c6-ra > div', { id: 'c7', minute: 50, words: 'I did.' })])
    press(all.comment('c6'), 'Collapse')
    expect(all.comment('c7').closest('[data-understory-folded]')).not.toBeNull()
  })

  it('stays hidden in a folded branch, which says that it is there', async () => {
    const all = await enhanced(bloggerPage(sample), {
      services: { lastVisit: async () => '2026-03-01T10:45:00.000Z' },
    })
    await settled()
    const fold = press(all.comment('c4'), 'Collapse')
    expect(fold.dataset.label).toBe('1 reply by Ana')
    await grow(all, [post('#c4-ra > div', { id: 'c7', author: 'Bo', minute: 50, words: 'The miller did.' })])
    expect(all.comment('c7').closest('[data-understory-folded]')).not.toBeNull()
    expect(fold.dataset.label).toBe('2 replies by Ana and Bo · 1 new')
    expect(all.comment('c7').hasAttribute('data-understory-new')).toBe(true)
  })

  it('stands where the page puts it, also before the others', async () => {
    const all = await enhanced(bloggerPage(sample))
    await grow(all, [post('#top-ra', { id: 'c7', minute: 55, words: 'Newest first.' }, 'c1')], 'c1')
    expect(all.page.arrangement.peek().placements.map(({ entry }) => entry)).toEqual([6, 0, 1, 2, 3, 4, 5])
  })

  it('goes to its place in a list by time, and back to the page’s own', async () => {
    const all = await enhanced(bloggerPage(sample), { arrangement: 'oldest' })
    await grow(all, [post('#c4-ra > div', { id: 'c7', minute: 25, words: 'The miller did.' })])
    expect(shownOrder()).toEqual(['0 c1', '0 c4', '0 c6', '0 c5', '0 c7', '0 c2', '0 c3'])
    all.page.arrangementName.value = 'original'
    expect(shownOrder()).toEqual(['0 c1', '1 c2', '1 c3', '0 c4', '1 c5', '1 c7', '0 c6'])
  })

  it('goes to its place in a conversation, and no other moves', async () => {
    const [first, second, third] = sample
    const moved = { ...third!, words: '@Ana 10:01 ask at the mill.' }
    const all = await enhanced(bloggerPage([first!, second!, moved]), { arrangement: 'conversation' })
    expect(shownOrder()).toEqual(['0 c1', '1 c6', '1 c2', '1 c3', '0 c4', '1 c5'])
    const records: MutationRecord[] = []
    const observer = new MutationObserver((seen) => records.push(...seen))
    const element = post('#c4-ra > div', { id: 'c7', minute: 50, words: 'The miller did.' })
    observer.observe(all.page.root, { childList: true, subtree: true })
    await grow(all, [element])
    const items = [...records, ...observer.takeRecords()]
      .flatMap(({ addedNodes }) => [...addedNodes])
      .filter((node) => node instanceof Element && node.matches('li.comment'))
    expect(new Set(items)).toEqual(new Set([element]))
    expect(shownOrder()).toEqual(['0 c1', '1 c6', '1 c2', '1 c3', '0 c4', '1 c5', '1 c7'])
    all.page.arrangementName.value = 'original'
    expect(shownOrder()).toEqual(['0 c1', '1 c2', '1 c3', '0 c4', '1 c5', '1 c7', '0 c6'])
  })

  it('stays when the page is given back, and nothing of ours does', async () => {
    const all = await enhanced(bloggerPage(sample), { arrangement: 'newest' })
    const own = post('#c6-ra > div', { id: 'c7', minute: 50, words: 'I did.' })
    await grow(all, [own])
    all.off()
    own.remove()
    expect(all.html()).toBe(all.before)
  })

  it('is read once, however often its element is named', async () => {
    const all = await enhanced(bloggerPage(sample))
    const element = post('#c4-ra > div', { id: 'c7', minute: 50, words: 'The miller did.' })
    expect(await grow(all, [element, element, element.parentElement!])).toHaveLength(1)
    expect(await grow(all, [element])).toHaveLength(0)
  })

  it('is no comment where it is something else that the page puts in', async () => {
    const all = await enhanced(bloggerPage(sample))
    const form = document.createElement('div')
    form.innerHTML = '<li>An advert</li><form><textarea></textarea></form>'
    document.querySelector('#c4-ce')!.append(form)
    expect(await grow(all, [form])).toHaveLength(0)
  })
})
