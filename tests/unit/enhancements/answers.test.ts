import { describe, expect, it } from 'vitest'
import type { Conversation } from '@/utils/thread/conversation'
import { atOnce } from '@/utils/thread/in-slices'
import { bloggerPage, enhanced, explicit, item, press, sample } from './enhanced'

/** c6 answers c1 and, besides, c4. */
const found = (conversation: Conversation) => {
  conversation.links[5] = explicit('c1')
  conversation.alsoAnswers[5] = [explicit('c4')]
}

const said = (comment: Element) => comment.querySelector<HTMLElement>('.us-answers')?.dataset.label

describe('answers', () => {
  it('are counted beside what they answer, from wherever they are', async () => {
    const all = await enhanced(bloggerPage(sample), { found })
    expect(said(all.comment('c1'))).toBe('answered by 3')
    expect(said(all.comment('c4'))).toBe('answered by 2')
    expect(said(all.comment('c6'))).toBeUndefined()
  })

  it('step back where they are all replies that stand right below', async () => {
    const all = await enhanced(bloggerPage(sample))
    expect(all.comment('c1').querySelector('.us-answers')!.classList).toContain('us-quiet')
    const other = await enhanced(bloggerPage(sample), { found })
    expect(other.comment('c1').querySelector('.us-answers')!.classList).not.toContain('us-quiet')
  })

  it('are listed on request, each with its beginning, and lead there', async () => {
    const all = await enhanced(bloggerPage(sample), { found })
    press(all.comment('c1'), '3 answers')
    const card = document.querySelector('.us-card')!
    expect(card.getAttribute('role')).toBe('dialog')
    expect([...card.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
      'Anonymous It was not.',
      'Bo I have a picture of it.',
      'Anonymous Ask at the mill.',
    ])
    card.querySelectorAll<HTMLElement>('.us-card-row')[2]!.click()
    expect(document.querySelector('.us-card')).toBeNull()
    expect(document.activeElement).toBe(all.comment('c6'))
  })

  it('light up while what they answer is pointed at', async () => {
    const all = await enhanced(bloggerPage(sample), { found })
    const lit = () =>
      [...document.querySelectorAll('[data-understory-comment][data-understory-lit]')].map(({ id }) => id)
    all.comment('c4').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))
    expect(lit()).toEqual(['c5', 'c6'])
    all.comment('c6').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))
    expect(lit()).toEqual([])
  })

  it('light up at a tap, and not while a finger only comes by', async () => {
    const all = await enhanced(bloggerPage(sample), { found })
    const lit = () =>
      [...document.querySelectorAll('[data-understory-comment][data-understory-lit]')].map(({ id }) => id)
    const touch = (type: string, target: Element) =>
      target.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: 'touch' }))
    touch('pointerover', all.comment('c4'))
    expect(lit()).toEqual([])
    touch('click', all.comment('c4').querySelector('.comment-content')!)
    expect(lit()).toEqual(['c5', 'c6'])
    // Their card is open: what is read there stays lit.
    touch('click', all.comment('c4').querySelector('.us-answers')!)
    touch('click', document.querySelector('.us-card')!)
    expect(lit()).toEqual(['c5', 'c6'])
    touch('click', document.body)
    expect(lit()).toEqual([])
  })

  it('stay lit while one of them is meant by something else, too, and leave no trace of it', async () => {
    const all = await enhanced(bloggerPage(sample), { found, arrangement: 'newest' })
    const over = (target: Element, type = 'pointerover') =>
      target.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: 'mouse' }))
    all.comment('c4').getBoundingClientRect = () => new DOMRect(0, 10, 100, 100)
    over(all.comment('c1'))
    expect(all.comment('c2').hasAttribute('data-understory-lit')).toBe(true)
    const words = all.comment('c5').querySelector('.us-to')!
    over(all.comment('c5'))
    over(words)
    await expect.poll(() => all.comment('c4').hasAttribute('data-understory-lit')).toBe(true)
    over(all.comment('c6'))
    over(words, 'pointerout')
    expect(all.comment('c4').hasAttribute('data-understory-lit')).toBe(false)
    over(all.comment('c4'))
    over(words)
    all.off()
    expect(all.html()).toBe(all.before)
  })

  it('are listed in the same order after one was refused and that was undone', async () => {
    const all = await enhanced(bloggerPage(sample))
    const listed = () => {
      press(all.comment('c1'), '2 answers')
      return [...document.querySelectorAll('.us-card li')].map(({ textContent }) => textContent)
    }
    const before = listed()
    all.page.conversation.links[1] = explicit('c4')
    all.page.refuse(1, 'c4')()
    all.page.conversation.links[1] = explicit('c1')
    all.page.refuse(1, 'none')
    expect(listed()).toEqual(before)
  })

  it('are counted anew when one comes in', async () => {
    const all = await enhanced(bloggerPage(sample))
    const holder = document.createElement('div')
    holder.innerHTML = item({ id: 'c7', minute: 59, words: 'At last.' })
    document.querySelector('#c6-ra > div')!.append(holder.firstElementChild!)
    await all.grow(atOnce(all.read.readAdded!([document.querySelector('#c7')!]))!, [null])
    expect(said(all.comment('c6'))).toBe('answered by 1')
  })
})
