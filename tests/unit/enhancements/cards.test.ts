import { afterEach, expect, it, vi } from 'vitest'
import { beginningOf } from '@/utils/enhancements/common/comment-card'
import { bloggerPage, enhanced, explicit, press, sample, shownOrder } from './enhanced'

const card = () => document.querySelector('.us-card')

afterEach(() => vi.restoreAllMocks())

it('the focus comes back to the comment where what a card belongs to was renewed meanwhile', async () => {
  const all = await enhanced(bloggerPage(sample), {
    arrangement: 'newest',
    found: ({ links }) => {
      links[5] = explicit('c1')
    },
  })
  const why = press(all.comment('c6'), 'why?')
  expect(card()!.contains(document.activeElement)).toBe(true)
  all.page.comments[0]!.comment.author.name = 'Anna'
  all.page.refuse(5, 'none')
  expect(why.isConnected).toBe(false)
  press(card()!, 'Close')
  expect(card()).toBeNull()
  expect(document.activeElement).toBe(all.comment('c6'))
  all.off()
  expect(all.html()).toBe(all.before)
})

it('the focus comes back also to who went on from the card, and so left the page', async () => {
  const { comment } = await enhanced(bloggerPage(sample), {
    arrangement: 'conversation',
    found: ({ links }) => {
      links[5] = explicit('c1')
    },
  })
  const why = press(comment('c6'), 'why?')
  ;(document.activeElement as HTMLElement).blur()
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  expect(card()).toBeNull()
  expect(document.activeElement).toBe(why)
})

it('a line beside an answer to a comment that is missing folds nothing', async () => {
  const all = await enhanced(bloggerPage(sample), {
    arrangement: 'conversation',
    found: ({ links }) => {
      links[2] = explicit('gone')
      links[5] = explicit('c1')
    },
  })
  expect(shownOrder()).toContain('1 c3')
  const failed = vi.fn((event: Event) => event.preventDefault())
  window.addEventListener('error', failed)
  const style = { direction: 'ltr', paddingInlineStart: '22px', getPropertyValue: () => '22px' }
  vi.spyOn(window, 'getComputedStyle').mockReturnValue(style as never)
  let thrown: unknown = null
  try {
    all.comment('c3').dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 5 }))
  } catch (error) {
    thrown = error
  }
  window.removeEventListener('error', failed)
  expect(thrown).toBeNull()
  expect(failed).not.toHaveBeenCalled()
  expect(all.page.folded.peek().size).toBe(0)
})

it('the beginning of a comment without spaces ends with a whole character', async () => {
  const { page } = await enhanced(bloggerPage([{ id: 'c1', minute: 1, words: `a${'🐟'.repeat(80)}` }]))
  expect(beginningOf(page, 0)).toBe(`a${'🐟'.repeat(44)}…`)
})
