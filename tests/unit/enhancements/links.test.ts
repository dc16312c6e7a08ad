import { describe, expect, it, vi } from 'vitest'
import type { Conversation, Link } from '@/utils/thread/conversation'
import { atOnce } from '@/utils/thread/in-slices'
import { bloggerPage, enhanced, item, press, sample, shownOrder } from './enhanced'

/** c7 stands at top level and answers c4 by its time; c8 names c4 and then c6. */
const thread = [
  ...sample,
  { id: 'c7', minute: 45, words: 'No 10:05, you have missed the point.' },
  { id: 'c8', author: 'Cy', minute: 50, words: '@10:05 that was me. @10:10 I did ask there.' },
]

const words = (comment: Element) =>
  [...comment.querySelectorAll<HTMLElement>(':scope > .comment-block .us-links > button')].map(
    ({ dataset, hidden }) => (hidden ? '' : dataset.label),
  )

const likely = (parentId: string): Link => ({
  parentId,
  kind: 'likely',
  confidence: 0.7,
  evidence: [
    { kind: 'word', words: 'sluice', start: 0, end: 6 },
    { kind: 'word', words: 'mill', start: 8, end: 12 },
    { kind: 'adjacent', words: '', start: 0, end: 0 },
    { kind: 'omen', words: '', start: 0, end: 0 },
  ],
})

const card = () => document.querySelector<HTMLElement>('[role=dialog]')

describe('the words for a link', () => {
  it('say in a list by time what each reply answers, and how that is known', async () => {
    const found = ({ links }: Conversation) => {
      links[2] = likely('c2')
    }
    const { comment } = await enhanced(bloggerPage(thread), { arrangement: 'oldest', found })
    expect(words(comment('c2'))).toEqual(['in answer to Ana, 10:01'])
    expect(words(comment('c3'))).toEqual(['perhaps answers Anonymous, 10:30', 'why?'])
    expect(words(comment('c7'))).toEqual(['answers Anonymous, 10:05', 'why?'])
    expect(words(comment('c1'))).toEqual([])
    const kinds = ['c2', 'c3', 'c7'].map((id) => comment(id).querySelector('.us-to')!.classList.item(2))
    expect(kinds).toEqual(['us-by-site', 'us-by-likely', 'us-by-explicit'])
  })

  it('say in a conversation only what its place does not', async () => {
    const { comment } = await enhanced(bloggerPage(thread), { arrangement: 'conversation' })
    expect(words(comment('c2'))).toEqual([])
    expect(words(comment('c7'))).toEqual(['answers Anonymous, 10:05', 'why?'])
    expect(words(comment('c8'))).toEqual(['answers Anonymous, 10:05', 'and Anonymous, 10:10', 'why?'])
  })

  it('are not there in the blog’s own arrangement, and come when they are needed', async () => {
    const { page } = await enhanced(bloggerPage(thread))
    expect(document.querySelector('.us-links')).toBeNull()
    page.arrangementName.value = 'oldest'
    expect(document.querySelectorAll('.us-links')).toHaveLength(5)
    expect(page.root.hasAttribute('data-understory-links')).toBe(true)
    page.arrangementName.value = 'original'
    expect(page.root.hasAttribute('data-understory-links')).toBe(false)
  })

  it('say what is answered where indentation ends', async () => {
    const deep = Array.from({ length: 15 }, (_, k) => ({
      id: `d${k}`,
      author: `Dee${k}`,
      minute: k + 1,
      words: k === 0 ? 'First.' : 'And on.',
    }))
    const found = ({ links }: Conversation) => {
      for (let k = 1; k < deep.length; k++)
        links[k] = { parentId: `d${k - 1}`, kind: 'site', confidence: 1, evidence: [] }
    }
    const { comment } = await enhanced(bloggerPage(deep), { arrangement: 'conversation', found })
    expect(words(comment('d4'))).toEqual([])
    expect(words(comment('d5'))).toEqual(['in answer to Dee4, 10:05'])
    const isNarrow = (id: string) => comment(id).querySelector('.us-links')!.classList.contains('us-narrow')
    expect(['d5', 'd12', 'd13', 'd14'].map(isNarrow)).toEqual([true, true, false, false])
  })

  it('lead to what is answered', async () => {
    const { comment } = await enhanced(bloggerPage(thread), { arrangement: 'conversation' })
    press(comment('c8'), 'and Anonymous, 10:10')
    expect(document.activeElement).toBe(comment('c6'))
  })

  it('show on pointing what is answered, where that is out of view', async () => {
    const { comment } = await enhanced(bloggerPage(thread), { arrangement: 'conversation' })
    comment('c6').getBoundingClientRect = () => new DOMRect(0, -500, 100, 100)
    const [, control] = [...comment('c8').querySelectorAll('.us-to')]
    control!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))
    await vi.waitFor(() => expect(card()).not.toBeNull())
    expect(card()!.textContent).toContain('Ask at the mill.')
    expect(comment('c6').hasAttribute('data-understory-lit')).toBe(true)
    control!.dispatchEvent(new PointerEvent('pointerout', { bubbles: true }))
    await vi.waitFor(() => expect(card()).toBeNull())
    expect(comment('c6').hasAttribute('data-understory-lit')).toBe(false)
  })

  it('show at a tap what is answered, and go there from what they show', async () => {
    const { comment } = await enhanced(bloggerPage(thread), { arrangement: 'conversation' })
    comment('c6').getBoundingClientRect = () => new DOMRect(0, -500, 100, 100)
    const [, control] = [...comment('c8').querySelectorAll('.us-to')]
    control!.dispatchEvent(new PointerEvent('click', { bubbles: true, pointerType: 'touch' }))
    expect(card()!.textContent).toContain('Ask at the mill.')
    expect(document.activeElement).not.toBe(comment('c6'))
    card()!.querySelector<HTMLElement>('.us-card-go')!.click()
    expect(document.activeElement).toBe(comment('c6'))
    expect(location.hash).toBe('#c6')
  })

  it('come with a comment that comes later', async () => {
    const { comment, grow, read } = await enhanced(bloggerPage(thread), { arrangement: 'conversation' })
    const holder = document.createElement('div')
    holder.innerHTML = item({ id: 'c9', author: 'Di', minute: 58, words: '@10:45 which point?' })
    const element = holder.firstElementChild!
    document.querySelector('#top-ra')!.append(element)
    await grow(atOnce(read.readAdded!([element]))!, [null])
    expect(words(comment('c9'))).toEqual(['answers Anonymous, 10:45', 'why?'])
  })

  it('are all there in a thread too long for one slice', async () => {
    const replies = Array.from({ length: 260 }, (_, k) => ({ id: `r${k}`, minute: k % 60, words: 'Yes.' }))
    const { page } = await enhanced(
      bloggerPage([{ id: 'c1', author: 'Ana', minute: 0, words: 'Dry?', replies }]),
      { arrangement: 'newest', only: ['arrangement', 'links'] },
    )
    await vi.waitFor(() => expect(document.querySelectorAll('.us-links')).toHaveLength(260))
    expect(page.comments).toHaveLength(261)
  })
})

describe('“why?”', () => {
  it('shows the signs in words, how sure they are, and what is answered', async () => {
    const { comment } = await enhanced(bloggerPage(thread), { arrangement: 'conversation' })
    press(comment('c7'), 'why?')
    expect(card()?.textContent).toContain('“10:05” points at when Anonymous wrote, 10:05.')
    expect(card()?.textContent).toMatch(/Certain|Very likely/)
    expect(card()?.textContent).toContain('Who opened the sluice?')
    expect(card()?.contains(document.activeElement)).toBe(true)
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    expect(card()).toBeNull()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('why?')
  })

  it('calls a guess a guess, also of a kind that it has no sentence for', async () => {
    const found = ({ links }: Conversation) => {
      links[2] = likely('c2')
    }
    const { comment } = await enhanced(bloggerPage(thread), { arrangement: 'conversation', found })
    press(comment('c3'), 'why?')
    expect(card()?.querySelector('.us-card-note')?.textContent).toBe(
      'Perhaps: Both speak of “sluice” and “mill”. It follows closely on what Anonymous wrote. Other signs speak for it.',
    )
  })
})

describe('“Not an answer to this”', () => {
  const status = () => document.querySelector<HTMLElement>('.us-bar [role=status]')!

  it('takes the comment to where the platform has it, remembers that, and can be undone', async () => {
    const rememberRefused = vi.fn()
    const { comment } = await enhanced(bloggerPage(thread), {
      arrangement: 'conversation',
      services: { rememberRefused },
    })
    const before = shownOrder()
    expect(before).toContain('1 c7')
    press(comment('c7'), 'why?')
    press(card()!, 'Not an answer to this')
    expect(card()).toBeNull()
    expect(shownOrder()).toContain('0 c7')
    expect(words(comment('c7'))).toEqual([])
    expect(rememberRefused).toHaveBeenLastCalledWith(['c7 c4'])
    expect(status().textContent).toBe('Removed.')
    press(status(), 'Undo')
    expect(shownOrder()).toEqual(before)
    expect(words(comment('c7'))).toEqual(['answers Anonymous, 10:05', 'why?'])
    expect(rememberRefused).toHaveBeenLastCalledWith([])
    expect(document.activeElement).toBe(comment('c7'))
    expect(status().textContent).toBe('')
  })

  it('leaves the other comments that are answered', async () => {
    const { comment } = await enhanced(bloggerPage(thread), { arrangement: 'conversation' })
    press(comment('c8'), 'why?')
    press(card()!, 'Not an answer to this')
    expect(comment('c8').dataset.understoryParent).toBe('c6')
    expect(words(comment('c8'))).toEqual(['answers Anonymous, 10:10', 'why?'])
    press(status(), 'Undo')
    press(comment('c8'), 'why?')
    const [, second] = [...card()!.querySelectorAll<HTMLElement>('.us-refuse')]
    second!.click()
    expect(words(comment('c8'))).toEqual(['answers Anonymous, 10:05', 'why?'])
  })

  it('is known again when the page is opened again', async () => {
    const { comment } = await enhanced(bloggerPage(thread), {
      arrangement: 'conversation',
      services: { recallRefused: () => ['c7 c4'] },
    })
    expect(comment('c7').dataset.understoryDepth).toBe('0')
  })

  it('leaves no trace', async () => {
    const { comment, html, before, off } = await enhanced(bloggerPage(thread), {
      arrangement: 'conversation',
    })
    press(comment('c7'), 'why?')
    press(card()!, 'Not an answer to this')
    press(comment('c8'), 'why?')
    off()
    expect(html()).toBe(before)
  })
})
