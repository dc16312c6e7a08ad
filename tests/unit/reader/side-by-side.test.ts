import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createGrowing } from '@/entrypoints/reader/growing'
import { watchThread } from '@/entrypoints/reader/watch'
import * as unthreaded from '@/utils/sites/blogger-unthreaded'
import type { AdapterModule } from '@/utils/sites/common/registry'
import * as structure from '@/utils/sites/unknown/structure'
import { enhanced } from '../enhancements/enhanced'

const blogger = (n: number) =>
  `<dt class="comment-author" id="c${n}">Pell said...</dt><dd class="comment-body"><p>Word ${n} on herons.</p></dd><dd class="comment-footer"><span class="comment-timestamp"><a href="https://herons.example/?showComment=161494200000${n}#c${n}">10:0${n}</a></span></dd>`

const plain = (n: number) =>
  `<dt><strong>Pell ${n}</strong> schrieb am 3. Mai 2025 10:0${n}</dt><dd><p>Wort ${n} zu den Reihern am Wehr.</p></dd>`

const page = (list: string) =>
  `<head><title>Herons</title></head><body><h1>Herons</h1><div class="comments"><dl id="comments-block">${list}</dl></div></body>`

describe('a comment of several elements side by side', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => vi.useRealTimers())

  it.each<[string, AdapterModule, (n: number) => string]>([
    ['of Blogger’s', unthreaded, blogger],
    ['of unknown markup', structure, plain],
  ])('that the page adds is read by itself: %s', async (_, adapter, item) => {
    const all = await enhanced(page(item(1) + item(2) + item(3)), { adapters: [adapter] })
    const controller = new AbortController()
    const renewed = vi.fn()
    const growing = createGrowing(document, all.read, all, controller.signal, renewed)
    watchThread(all.page, [], controller.signal, (change) => {
      if (change.kind === 'added') void growing(change.elements)
      else renewed()
    })
    document.querySelector('dl')!.insertAdjacentHTML('beforeend', item(4))
    await vi.advanceTimersByTimeAsync(1000)
    expect(renewed).not.toHaveBeenCalled()
    expect(all.page.comments).toHaveLength(4)
    expect(all.page.comments[3]!.parts.all).toHaveLength(all.page.comments[0]!.parts.all!.length)
    controller.abort()
  })
})
