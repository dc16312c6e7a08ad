import { describe, expect, it, vi } from 'vitest'
import { atOnce } from '@/utils/thread/in-slices'
import { bloggerPage, type Enhanced, enhanced, explicit, item, press, sample, shownOrder } from './enhanced'

const radio = (name: string) =>
  [...document.querySelectorAll<HTMLInputElement>('[role=radiogroup] input')].find(
    (input) => input.getAttribute('aria-label') === name,
  )!

/** What the page's own script adds to the thread, before one of its comments or at the end. */
const grow = async (all: Enhanced, comment: Parameters<typeof item>[0], before: string | null = null) => {
  const holder = document.createElement('div')
  holder.innerHTML = item(comment)
  const element = holder.firstElementChild!
  const next = before === null ? null : document.getElementById(before)
  document.querySelector('#top-ra')!.insertBefore(element, next)
  const read = atOnce(all.read.readAdded!([element]))!
  await all.grow(
    read,
    read.map(() => (before === null ? null : all.page.entryOf.get(before)!)),
  )
}

describe('arrangements', () => {
  it('are offered by name, with the one shown chosen', async () => {
    await enhanced(bloggerPage(sample))
    const group = document.querySelector('[role=toolbar] [role=radiogroup]')!
    expect(group.getAttribute('aria-label')).toBe('Arrangement')
    expect([...group.querySelectorAll('label')].map(({ dataset }) => dataset.label)).toEqual([
      'Original',
      'Conversation',
      'Oldest first',
      'Newest first',
    ])
    expect(radio('Original').checked).toBe(true)
  })

  it('move the comments themselves, and back to exactly where they were', async () => {
    const rememberArrangement = vi.fn()
    const { comment } = await enhanced(bloggerPage(sample), { services: { rememberArrangement } })
    const before = comment('c2').parentElement
    const element = comment('c2')
    radio('Oldest first').click()
    expect(shownOrder()).toEqual(['0 c1', '0 c4', '0 c6', '0 c5', '0 c2', '0 c3'])
    expect(comment('c2')).toBe(element)
    expect(rememberArrangement).toHaveBeenCalledWith('oldest')
    radio('Original').click()
    expect(comment('c2').parentElement).toBe(before)
    expect(shownOrder()).toEqual(['0 c1', '1 c2', '1 c3', '0 c4', '1 c5', '0 c6'])
  })

  it('keep the listeners of what they move', async () => {
    const { comment } = await enhanced(bloggerPage(sample))
    const replied = vi.fn()
    comment('c2').querySelector('.comment-reply')!.addEventListener('click', replied)
    radio('Newest first').click()
    comment('c2').querySelector<HTMLElement>('.comment-reply')!.click()
    expect(replied).toHaveBeenCalledOnce()
  })

  it('say in a flat list what a reply answers, and lead there', async () => {
    const { comment } = await enhanced(bloggerPage(sample), { arrangement: 'newest' })
    press(comment('c5'), 'in answer to Anonymous, 10:05')
    expect(comment('c4').hasAttribute('data-understory-target')).toBe(true)
    expect(document.activeElement).toBe(comment('c4'))
  })

  it('start as the one remembered', async () => {
    await enhanced(bloggerPage(sample), { arrangement: 'newest' })
    expect(radio('Newest first').checked).toBe(true)
    expect(shownOrder()[0]).toBe('0 c3')
  })

  it('keep the reader’s place when a comment makes the conversation another one than the page’s', async () => {
    const all = await enhanced(bloggerPage(sample), { arrangement: 'conversation' })
    /** Each comment is 100 px high, and the thread begins above the view. */
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      const place = [...document.querySelectorAll('li.comment')].indexOf(this)
      const top = place < 0 ? -100 : place * 100 - 100
      return { top, bottom: top + (place < 0 ? 1000 : 100), left: 0, width: 100, height: 100 } as DOMRect
    })
    const scrolled = vi.spyOn(document.defaultView!, 'scrollBy').mockImplementation(() => {})
    vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList)
    all.comment('c3').querySelector<HTMLElement>('button')!.focus()
    await grow(all, { id: 'c7', minute: 20, words: '@Ana 10:01 the mill has it.' })
    expect(shownOrder().slice(0, 4)).toEqual(['0 c1', '1 c7', '1 c2', '1 c3'])
    expect(scrolled).toHaveBeenCalledWith({ top: 100, behavior: 'instant' })
    vi.restoreAllMocks()
  })

  it.each(['original', 'conversation', 'newest'] as const)(
    'give back no comment that the page took away meanwhile: %s',
    async (arrangement) => {
      const found = ({ links }: { links: unknown[] }) => {
        links[2] = explicit('c4')
      }
      const all = await enhanced(bloggerPage(sample), { arrangement, found })
      all.comment('c6').remove()
      for (const name of ['Oldest first', 'Newest first', 'Original']) {
        radio(name).click()
        expect(document.getElementById('c6')).toBeNull()
      }
      radio('Newest first').click()
      expect(shownOrder()).toEqual(['0 c3', '0 c2', '0 c5', '0 c4', '0 c1'])
      all.off()
      expect(document.getElementById('c6')).toBeNull()
    },
  )

  it('move the others where a comment between them changes what is known of their times', async () => {
    const [first, second, third] = ['c1', 'c2', 'c3'].map((id, k) => ({
      id,
      minute: 10 + k,
      words: `Word of ${id}.`,
    }))
    const all = await enhanced(bloggerPage([first!, second!, third!]))
    all.page.comments[1]!.comment.time = { text: '', instant: null, local: null }
    all.page.arrangementName.value = 'oldest'
    expect(shownOrder()).toEqual(['0 c1', '0 c2', '0 c3'])
    await grow(all, { id: 'c9', minute: 30, words: 'Late.' }, 'c2')
    expect(shownOrder()).toEqual(['0 c1', '0 c3', '0 c9', '0 c2'])
  })
})
