import { describe, expect, it, vi } from 'vitest'
import { bloggerPage, enhanced, press, sample, shownOrder } from './enhanced'

const radio = (name: string) =>
  [...document.querySelectorAll<HTMLInputElement>('[role=radiogroup] input')].find(
    (input) => input.getAttribute('aria-label') === name,
  )!

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
})
