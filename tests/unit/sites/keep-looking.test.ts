import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepLooking } from '@/utils/sites/common/keep-looking'

let stop = () => {}
const looking = (look: () => boolean = () => false) => {
  const spy = vi.fn(look)
  stop = keepLooking(document, spy)
  return spy
}
const times = (look: { mock: { calls: unknown[] } }): number => look.mock.calls.length

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

describe('what a page may bring later', () => {
  it('is looked for a few times after the page was loaded, and then no more', () => {
    const look = looking()
    expect(times(look)).toBe(0)
    const seen = [0, 1000, 2000, 5000, 60_000].map((pause) => {
      vi.advanceTimersByTime(pause)
      return times(look)
    })
    expect(seen).toEqual([1, 2, 3, 4, 4])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is looked for anew after a click, also one that the page keeps to itself', () => {
    const look = looking()
    vi.advanceTimersByTime(60_000)
    document.body.addEventListener('click', (event) => event.stopPropagation(), { once: true })
    document.body.click()
    document.body.click()
    vi.advanceTimersByTime(60_000)
    expect(times(look)).toBe(8)
  })

  it('is looked for once a second at most while the reader scrolls', () => {
    const look = looking()
    vi.advanceTimersByTime(60_000)
    for (let moment = 0; moment < 20; moment++) {
      document.dispatchEvent(new Event('scroll'))
      vi.advanceTimersByTime(100)
    }
    vi.advanceTimersByTime(60_000)
    expect(times(look)).toBe(4 + 2)
  })

  it('is looked for anew at another address, not at another place of the same page', () => {
    const look = looking()
    vi.advanceTimersByTime(60_000)
    history.replaceState(null, '', '#c12')
    window.dispatchEvent(new Event('popstate'))
    vi.advanceTimersByTime(60_000)
    expect(times(look)).toBe(4)
    history.replaceState(null, '', '/another')
    window.dispatchEvent(new Event('popstate'))
    vi.advanceTimersByTime(60_000)
    expect(times(look)).toBe(8)
  })

  it('is not looked for any more once it was found, or when nobody wants it', () => {
    const found = looking(() => true)
    vi.advanceTimersByTime(60_000)
    document.body.click()
    vi.advanceTimersByTime(60_000)
    expect(times(found)).toBe(1)
    const unwanted = looking()
    document.dispatchEvent(new Event('scroll'))
    stop()
    document.body.click()
    vi.advanceTimersByTime(60_000)
    expect(times(unwanted)).toBe(0)
  })
})
