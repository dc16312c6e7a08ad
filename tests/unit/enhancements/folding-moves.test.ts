import { beforeAll, describe, expect, it, vi } from 'vitest'
import * as dreamwidth from '@/utils/sites/dreamwidth'
import * as wordpress from '@/utils/sites/wordpress'
import { atOnce } from '@/utils/thread/in-slices'
import { full, partial, row } from '../sites/dreamwidth-markup'
import { show } from '../sites/shown'
import { bloggerPage, enhanced, explicit, item, press, sample, shownOrder } from './enhanced'

// The test's document has none.
class Option {
  constructor(text: string, value: string) {
    const option = document.createElement('option')
    option.append(text)
    option.value = value
    // biome-ignore lint/correctness/noConstructorReturn: this is what a browser's gives
    return option as never
  }
}
beforeAll(() => {
  vi.stubGlobal('Option', Option)
})

const isSeen = (element: Element) => element.closest('[data-understory-folded]') === null
const card = () => document.querySelector('.us-card')!

describe('a comment that leaves a folded branch', () => {
  it('is seen again, as when a refusal that took it there is undone', async () => {
    const all = await enhanced(bloggerPage(sample), {
      arrangement: 'conversation',
      found: ({ links }) => {
        links[2] = explicit('c4')
        links[5] = explicit('c4')
      },
    })
    press(all.comment('c1'), 'Collapse')
    expect(isSeen(all.comment('c3'))).toBe(true)
    press(all.comment('c3'), 'why?')
    press(card(), 'Not an answer to this')
    expect(all.comment('c3').dataset.understoryParent).toBe('c1')
    expect(isSeen(all.comment('c3'))).toBe(false)
    press(document, 'Undo')
    expect(all.comment('c3').dataset.understoryParent).toBe('c4')
    expect(isSeen(all.comment('c3'))).toBe(true)
  })

  it('is seen, too, where another comes into the branch at the same time', async () => {
    const all = await enhanced(bloggerPage(sample), {
      arrangement: 'conversation',
      found: ({ links }) => {
        links[2] = explicit('c4')
        links[5] = explicit('c1')
        links[4] = null
      },
    })
    press(all.comment('c1'), 'Collapse')
    expect([isSeen(all.comment('c6')), isSeen(all.comment('c3'))]).toEqual([false, true])
    const { links } = all.page.conversation
    links[2] = explicit('c1')
    links[5] = null
    all.page.refuse(2, 'none')
    expect(shownOrder()).toContain('0 c6')
    expect([isSeen(all.comment('c6')), isSeen(all.comment('c3'))]).toEqual([true, false])
  })
})

const eels = `<head><title>eels</title></head><body><div id="comments"><div class="inner">${[
  row(1, 1, full(1, 'moray', 'Eels go to sea in autumn.')),
  row(2, 2, partial(2, 'elver'), 'partial'),
  row(3, 3, full(3, 'moray', 'Yes they do.')),
  row(4, 1, full(4, 'conger', 'Yes they do not.')),
  row(5, 1, full(5, 'lamprey', 'Yes they may.')),
].join('')}</div></div></body>`

describe('the fold button of a comment without words', () => {
  it('stands within it, moves with it, and stays when the words come', async () => {
    show('<html></html>', 'https://eels.dreamwidth.org/12.html')
    const all = await enhanced(eels, {
      adapters: [dreamwidth],
      arrangement: 'newest',
      found: ({ links }) => {
        links[4] = explicit('cmt1')
      },
    })
    all.page.arrangementName.value = 'conversation'
    press(all.comment('cmt2'), 'Collapse')
    const element = document.getElementById('cmt2')!
    // In what the page will render anew, not beside it: else its words would look like an undoing of ours.
    expect([...element.children].some((part) => part.hasAttribute('data-understory-ui'))).toBe(false)
    element.innerHTML = full(2, 'elver', 'To which sea?')
    await all.grow(atOnce(all.read.readAdded!([element]))!, [null])
    expect(all.comment('cmt2').querySelectorAll('.us-fold')).toHaveLength(1)
    all.off()
    expect(document.querySelector('[data-understory-ui]')).toBeNull()
  })
})

it('the fold button of a comment of two elements stands within the last', async () => {
  const one = (n: number, author: string, words: string) =>
    `<dt id="comment-${n}" class="comment"><cite class="fn">${author}</cite> <a href="#comment-${n}">March 1, 2026 at 10:${n}0 am</a></dt><dd class="comment">${words}</dd>`
  await enhanced(
    `<head><title>Post</title><meta name="generator" content="WordPress 6.5"></head><body class="single postid-1"><div id="comments"><dl class="commentlist">${one(1, 'Ana', 'First of all.')}${one(2, 'Bo', '@Ana: second of all.')}${one(3, 'Cy', 'Third of all.')}</dl></div></body>`,
    { adapters: [wordpress], arrangement: 'conversation' },
  )
  expect(shownOrder()).toContain('1 comment-2')
  const fold = document.querySelector('.us-fold')!
  expect(fold.closest('dd')?.textContent).toBe('First of all.')
})

describe('what is said of a branch', () => {
  it('is the same to those who listen when it has grown', async () => {
    const all = await enhanced(bloggerPage(sample))
    const fold = press(all.comment('c4'), 'Collapse')
    fold.click()
    const holder = document.createElement('div')
    holder.innerHTML = item({ id: 'c7', author: 'Bo', minute: 50, words: 'The miller did.' })
    const element = holder.firstElementChild!
    document.querySelector('#c4-ra > div')!.append(element)
    await all.grow(atOnce(all.read.readAdded!([element]))!, [null])
    expect([fold.dataset.label, fold.getAttribute('aria-description')]).toEqual(['2 replies', '2 replies'])
  })

  it('is nothing in a list by time, where no branch is', async () => {
    const all = await enhanced(bloggerPage(sample))
    press(all.comment('c4'), 'Collapse')
    all.page.arrangementName.value = 'newest'
    expect(isSeen(all.comment('c5'))).toBe(true)
    expect(all.comment('c4').hasAttribute('data-understory-collapsed')).toBe(false)
    all.page.arrangementName.value = 'original'
    expect(isSeen(all.comment('c5'))).toBe(false)
    expect(all.comment('c4').hasAttribute('data-understory-collapsed')).toBe(true)
  })
})

it('what a link opens stays remembered as folded, until the reader opens it', async () => {
  const rememberFolds = vi.fn()
  const all = await enhanced(bloggerPage(sample), { services: { recallFolds: () => ['c1'], rememberFolds } })
  const changed = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }))
  location.hash = '#c3'
  await changed
  location.hash = ''
  expect(isSeen(all.comment('c3'))).toBe(true)
  press(all.comment('c4'), 'Collapse')
  expect(new Set(rememberFolds.mock.lastCall![0])).toEqual(new Set(['c1', 'c4']))
  press(all.comment('c1'), 'Collapse').click()
  expect(rememberFolds.mock.lastCall![0]).toEqual(['c4'])
  press(document, 'Expand all')
  expect(rememberFolds.mock.lastCall![0]).toEqual([])
})

it('the levels shown are said as they are after all was opened', async () => {
  const third = { id: 'd3', minute: 3, words: 'Who asks?' }
  const second = { id: 'd2', minute: 2, words: 'Nobody.', replies: [third] }
  const all = await enhanced(bloggerPage([{ id: 'd1', minute: 1, words: 'Who?', replies: [second] }]))
  const levels = document.querySelector<HTMLSelectElement>('.us-select')!
  levels.value = '2'
  levels.dispatchEvent(new Event('change'))
  expect([...all.page.folded.peek()]).toEqual(['d2'])
  press(document, 'Expand all')
  expect([levels.value, all.page.folded.peek().size]).toEqual(['', 0])
  press(document, 'Collapse all')
  expect([levels.value, all.page.folded.peek().size]).toEqual(['1', 2])
})
