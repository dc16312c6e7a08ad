import { describe, expect, it, vi } from 'vitest'
import type { ClipAnswer } from '@/utils/enhancements/common/thread-page'
import { bloggerPage, enhanced, press, sample, settled } from './enhanced'

const buttonOf = (comment: HTMLElement) => comment.querySelector('.us-clip')!

describe('clipping', () => {
  it('says “Clipped” only when the answer has come', async () => {
    let answer: (answer: ClipAnswer) => void = () => {}
    const clipComment = vi.fn(() => new Promise<ClipAnswer>((resolve) => (answer = resolve)))
    const { comment } = await enhanced(bloggerPage(sample), { services: { clipComment } })
    press(comment('c6'), 'Clip')
    press(comment('c6'), 'Clip')
    expect(clipComment).toHaveBeenCalledExactlyOnceWith(5)
    expect(buttonOf(comment('c6')).getAttribute('aria-label')).toBe('Clip')
    answer({ kept: true })
    await settled()
    expect(buttonOf(comment('c6')).getAttribute('aria-label')).toBe('Clipped')
    expect(comment('c6').hasAttribute('data-understory-clipped')).toBe(true)
  })

  it('says why when it could not be done, and can be tried again', async () => {
    const clipComment = vi.fn(async (): Promise<ClipAnswer> => ({ kept: false, why: 'The disk is full.' }))
    const { comment } = await enhanced(bloggerPage(sample), { services: { clipComment } })
    press(comment('c6'), 'Clip')
    await settled()
    expect(document.querySelector('.us-bar [role=status]')?.textContent).toBe('The disk is full.')
    expect(comment('c6').hasAttribute('data-understory-clipped')).toBe(false)
    press(comment('c6'), 'Clip')
    expect(clipComment).toHaveBeenCalledTimes(2)
  })

  it('asks where it has to, keeps the clip after one answer, and says what comes of the other', async () => {
    const choose = vi.fn(async (): Promise<ClipAnswer> => ({ kept: true }))
    const refuse = vi.fn(async (): Promise<ClipAnswer> => ({ kept: false, why: 'Nothing was clipped.' }))
    const choices = [
      { words: 'Keep', choose },
      { words: 'Don’t', choose: refuse },
    ]
    const asking: ClipAnswer = { kept: false, why: 'Is it to be kept?', choices }
    const clipComment = vi.fn(async () => asking)
    const { comment } = await enhanced(bloggerPage(sample), { services: { clipComment } })
    const status = document.querySelector('.us-bar [role=status]')!
    const named = () => [...status.querySelectorAll('button')].map((one) => one.getAttribute('aria-label'))
    press(comment('c6'), 'Clip')
    await settled()
    expect(status.textContent).toBe('Is it to be kept?')
    expect(named()).toEqual(['Keep', 'Don’t'])
    expect(document.activeElement).toBe(status)
    press(status, 'Don’t')
    await settled()
    expect(status.textContent).toBe('Nothing was clipped.')
    expect(named()).toEqual([])
    expect(comment('c6').hasAttribute('data-understory-clipped')).toBe(false)
    press(comment('c6'), 'Clip')
    await settled()
    press(status, 'Keep')
    await settled()
    expect(comment('c6').hasAttribute('data-understory-clipped')).toBe(true)
    expect(document.activeElement).toBe(buttonOf(comment('c6')))
    expect(status.textContent).toBe('')
    expect(clipComment).toHaveBeenCalledTimes(2)
  })

  it('shows what was kept before, and what was taken out meanwhile', async () => {
    const { page, comment } = await enhanced(bloggerPage(sample), { clipped: ['c2'] })
    expect(buttonOf(comment('c2')).getAttribute('aria-label')).toBe('Clipped')
    page.clipped.value = new Set(['c3'])
    expect(comment('c2').hasAttribute('data-understory-clipped')).toBe(false)
    expect(comment('c3').hasAttribute('data-understory-clipped')).toBe(true)
  })

  it('keeps the whole thread', async () => {
    const { page } = await enhanced(bloggerPage(sample))
    const control = press(document, 'Clip thread')
    await settled()
    expect(page.services.clipThread).toHaveBeenCalledOnce()
    expect(control.getAttribute('aria-pressed')).toBe('true')
    expect(control.getAttribute('aria-label')).toBe('Clip thread')
  })
})
