import { describe, expect, it } from 'vitest'
import type { Conversation } from '@/utils/thread/conversation'
import { bloggerPage, enhanced, sample, settled } from './enhanced'

/** Says that words of a comment point at others. */
const points =
  (entry: number, words: string, targets: string[], isElsewhere = false) =>
  (text: string) =>
  ({ references }: Conversation) => {
    const start = text.indexOf(words)
    references[entry] = [
      ...(references[entry] ?? []),
      {
        kind: 'clock',
        words,
        start,
        end: start + words.length,
        targets,
        ...(isElsewhere ? { isElsewhere } : {}),
      },
    ]
  }

const words = 'No 10:01, it was\nnever dry. See 10:05 too.'
const page = (markup = 'No <b>10:</b>01, it was<br>never dry. See 10:05 too.') =>
  bloggerPage([...sample, { id: 'c7', minute: 50, words: markup }])
const found = (conversation: Conversation) => {
  if (conversation.links.length < 7) return
  conversation.references[6] = []
  points(6, '10:01', ['c1'])(words)(conversation)
  points(6, '10:05', ['c4'])(words)(conversation)
}

const links = (within: Element) => [...within.querySelectorAll('a[data-understory-reference]')]

describe('references', () => {
  it('are links around the words that make them, and the text stays as it is', async () => {
    const all = await enhanced(page(), { found })
    const text = all.comment('c7').querySelector('.comment-content')!
    expect(text.textContent).toBe('No 10:01, it wasnever dry. See 10:05 too.')
    expect(links(text).map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['10:', '#c1'],
      ['01', '#c1'],
      ['10:05', '#c4'],
    ])
    expect(links(text)[0]!.getAttribute('aria-description')).toContain('It was dry in May too.')
    all.off()
    expect(all.html()).toBe(all.before)
  })

  it('are one stop for those who go by the keyboard, also where they run over several elements', async () => {
    const all = await enhanced(page(), { found })
    expect(links(all.comment('c7')).map((link) => (link as HTMLElement).tabIndex)).toEqual([0, -1, 0])
  })

  it('are left alone within a link of the page’s own', async () => {
    const all = await enhanced(page('No <a href="/x">10:01</a>, it was<br>never dry. See 10:05 too.'), {
      found,
    })
    expect(links(all.comment('c7')).map(({ textContent }) => textContent)).toEqual(['10:05'])
  })

  it('light up what they mean where it is in view, and show it where it is not', async () => {
    const all = await enhanced(page(), { found })
    const [first] = links(all.comment('c7')) as HTMLElement[]
    all.comment('c1').getBoundingClientRect = () => new DOMRect(0, 10, 100, 100)
    first!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))
    await expect.poll(() => all.comment('c1').hasAttribute('data-understory-lit')).toBe(true)
    expect(document.querySelector('.us-card')).toBeNull()
    first!.dispatchEvent(new PointerEvent('pointerout', { bubbles: true }))
    expect(all.comment('c1').hasAttribute('data-understory-lit')).toBe(false)

    all.comment('c1').getBoundingClientRect = () => new DOMRect(0, -500, 100, 100)
    first!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))
    await expect.poll(() => document.querySelector('.us-card')).not.toBeNull()
    const card = document.querySelector('.us-card')!
    expect(card.getAttribute('aria-label')).toBe('What “10:01” points at')
    expect(card.textContent).toContain('It was dry in May too.')
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    expect(document.querySelector('.us-card')).toBeNull()
  })

  it('go by themselves, whatever address the page takes its links from, and leave other tabs to the browser', async () => {
    const all = await enhanced(page(), { found })
    const [first] = links(all.comment('c7')) as HTMLElement[]
    const click = (init: PointerEventInit) => {
      const event = new PointerEvent('click', { bubbles: true, cancelable: true, ...init })
      first!.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(click({ ctrlKey: true, pointerType: 'mouse' })).toBe(false)
    expect(click({ pointerType: 'mouse' })).toBe(true)
    expect(location.hash).toBe('#c1')
    expect(document.activeElement).toBe(all.comment('c1'))
  })

  it('say so where what they mean is on another page of the thread', async () => {
    const all = await enhanced(page(), {
      found: (conversation) => {
        if (conversation.links.length < 7) return
        conversation.references[6] = []
        points(6, '10:05', [], true)(words)(conversation)
      },
    })
    const [link] = links(all.comment('c7')) as HTMLElement[]
    expect(link!.hasAttribute('href')).toBe(false)
    link!.click()
    await settled()
    expect(document.querySelector('.us-card')!.textContent).toContain('not on this page')
  })
})
