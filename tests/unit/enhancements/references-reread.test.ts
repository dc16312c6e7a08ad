import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Reference } from '@/utils/thread/conversation'
import { atOnce } from '@/utils/thread/in-slices'
import { bloggerPage, enhanced, item, sample } from './enhanced'

const ana = { author: 'Ana', profile: 'https://www.blogger.com/profile/01' }
const bo = { author: 'Bo', profile: 'https://www.blogger.com/profile/02' }

describe('a reference that means something else now', () => {
  it('leads to what its comment is shown under, and says so', async () => {
    const items = [
      { id: 'c1', ...ana, minute: 5, words: 'It was dry in May too.' },
      { id: 'c2', ...bo, minute: 30, words: '@10:04 you are wrong about that.' },
    ]
    const all = await enhanced(bloggerPage(items), { arrangement: 'conversation' })
    const links = () => [...all.comment('c2').querySelectorAll('a[data-understory-reference]')]
    expect(links().map((link) => link.getAttribute('href'))).toEqual(['#c1'])
    const holder = document.createElement('div')
    holder.innerHTML = item({ id: 'c9', minute: 4, words: 'Held in moderation till now.' })
    const element = holder.firstElementChild!
    document.getElementById('c1')!.before(element)
    await all.grow(atOnce(all.read.readAdded!([element]))!, [0])
    expect(all.comment('c2').dataset.understoryParent).toBe('c9')
    expect(links().map((link) => link.getAttribute('href'))).toEqual(['#c9'])
    expect(links()[0]!.getAttribute('aria-description')).toContain('Held in moderation')
    links()[0]!.dispatchEvent(new PointerEvent('click', { bubbles: true, pointerType: 'mouse' }))
    expect(document.activeElement).toBe(all.comment('c9'))
    all.off()
    element.remove()
    expect(all.html()).toBe(all.before)
  })

  it('leads to a comment of another page since that is here', async () => {
    const clock: Reference = { kind: 'clock', words: 'the mill', start: 7, end: 15, targets: [] }
    const all = await enhanced(bloggerPage(sample), {
      found: ({ references }) => {
        references[5] = [{ ...clock, isElsewhere: true }]
      },
    })
    const link = () => all.comment('c6').querySelector('a[data-understory-reference]')!
    expect(link().hasAttribute('href')).toBe(false)
    all.page.conversation.references[5] = [{ ...clock, targets: ['c4'] }]
    all.page.refuse(5, 'none')
    expect(link().getAttribute('href')).toBe('#c4')
    expect(link().textContent).toBe('the mill')
  })
})

describe('a preview', () => {
  afterEach(() => vi.restoreAllMocks())

  it('is not shown at once again where a card that closes gives the focus back', async () => {
    const reference: Reference = { kind: 'clock', words: 'the mill', start: 7, end: 15, targets: ['c4'] }
    const all = await enhanced(bloggerPage(sample), {
      found: ({ references }) => {
        references[5] = [reference]
      },
    })
    const matches = Element.prototype.matches
    vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector: string) {
      return selector === ':focus-visible' || matches.call(this, selector)
    })
    const link = all.comment('c6').querySelector<HTMLElement>('a[data-understory-reference]')!
    all.comment('c4').getBoundingClientRect = () => new DOMRect(0, -500, 100, 100)
    const card = () => document.querySelector('.us-card')
    link.focus()
    expect(card()).not.toBeNull()
    link.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }))
    expect(document.activeElement).toBe(card())
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    expect(document.activeElement).toBe(link)
    expect(card()).toBeNull()
  })
})

describe('words of a quotation', () => {
  const quoting = async (quoted: string, text = 'The weir is dry.', start = 0) => {
    const all = await enhanced(bloggerPage(sample), {
      found: ({ references }) => {
        const inPost = { start, end: start + 4 }
        references[5] = [{ kind: 'quote', words: quoted, start: 7, end: 15, targets: [], inPost }]
      },
    })
    Object.assign(all.page, { postBody: { element: document.querySelector('.post-body')!, text } })
    all.page.refuse(5, 'none')
    return all.comment('c6').querySelector<HTMLElement>('a[data-understory-reference]')!
  }

  it('are looked for in the post without what is around them, whatever their letters', async () => {
    const found = async (quoted: string) =>
      decodeURIComponent((await quoting(quoted)).getAttribute('href')!).replace('#:~:text=', '')
    expect(await found('“Überall sagte man es, früh…”')).toBe('Überall sagte man es, früh')
    expect(await found('«Вода ушла»')).toBe('Вода ушла')
  })

  it('are shown among the words around them, no character cut in two', async () => {
    const eels = '🐟'.repeat(200)
    const link = await quoting('eels', `a${eels}eels${eels}`, 401)
    link.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }))
    const words = document.querySelector('.us-card p')!
    expect(words.textContent!.isWellFormed()).toBe(true)
    expect(words.querySelector('mark')?.textContent).toBe('eels')
    const odd = await quoting('eels', `${eels}a${'b'}eels${'c'}${eels}`, 402)
    odd.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }))
    expect(document.querySelector('.us-card p')!.textContent!.isWellFormed()).toBe(true)
  })
})
