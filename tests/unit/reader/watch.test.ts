import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type PageChange, watchThread } from '@/entrypoints/reader/watch'
import { bloggerPage, type Enhanced, enhanced, item, sample } from '../enhancements/enhanced'

const watching = async (): Promise<Enhanced & { changes: PageChange[]; rest: () => Promise<void> }> => {
  const all = await enhanced(bloggerPage(sample))
  const changes: PageChange[] = []
  const controller = new AbortController()
  watchThread(all.page, [], controller.signal, (change) => changes.push(change))
  const rest = async () => {
    await vi.advanceTimersByTimeAsync(1000)
    controller.abort()
  }
  return { ...all, changes, rest }
}

describe('what is seen of a page’s own doing', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => vi.useRealTimers())

  it('is a comment that was put in', async () => {
    const { changes, rest } = await watching()
    const holder = document.createElement('div')
    holder.innerHTML = item({ id: 'c7', minute: 59, words: 'Late.' })
    const added = holder.firstElementChild!
    document.querySelector('#top-ra')!.append(added)
    await rest()
    expect(changes).toEqual([{ kind: 'added', elements: [added] }])
  })

  it('is not what we rearrange ourselves', async () => {
    const { page, changes, rest } = await watching()
    page.arrangementName.value = 'newest'
    page.arrangementName.value = 'original'
    page.folded.value = new Set(['c1'])
    await rest()
    expect(changes).toEqual([])
  })

  it('is also what was put in right before we rearrange, and after', async () => {
    const { page, changes, rest } = await watching()
    const put = (id: string): Element => {
      const holder = document.createElement('div')
      holder.innerHTML = item({ id, minute: 59, words: 'Late.' })
      const added = holder.firstElementChild!
      document.querySelector('#top-ra')!.append(added)
      return added
    }
    const before = put('c7')
    page.arrangementName.value = 'newest'
    const after = put('c8')
    await rest()
    expect(changes).toEqual([{ kind: 'added', elements: [before, after] }])
  })

  it('is not even told of our own moves, of which there are thousands', async () => {
    const { page, rest } = await watching()
    const told: Node[] = []
    const original = MutationObserver.prototype.takeRecords
    const taking = vi.spyOn(MutationObserver.prototype, 'takeRecords').mockImplementation(function (
      this: MutationObserver,
    ) {
      const records = original.call(this)
      told.push(...records.flatMap(({ addedNodes }) => [...addedNodes]))
      return records
    })
    page.arrangementName.value = 'newest'
    page.arrangementName.value = 'original'
    page.arrangementName.value = 'newest'
    const moved = told.filter((node) => page.comments.some(({ parts }) => parts.element === node))
    expect(taking).toHaveBeenCalledTimes(3)
    expect(moved).toEqual([])
    taking.mockRestore()
    await rest()
  })

  it('is nothing where the page puts in or changes something else', async () => {
    const { changes, rest } = await watching()
    document.querySelector('#c1 .datetime a')!.firstChild!.nodeValue = '3 minutes ago'
    document.querySelector('#top-ra')!.append(document.createElement('textarea'))
    await rest()
    expect(changes).toEqual([])
  })

  it('is one comment fewer, or all of them, or what we had added', async () => {
    const fewer = await watching()
    document.querySelector('#c6')!.remove()
    await fewer.rest()
    expect(fewer.changes).toEqual([{ kind: 'fewer' }])

    const rendered = await watching()
    document.querySelector('#top-ra')!.innerHTML = ''
    await rendered.rest()
    expect(rendered.changes).toEqual([{ kind: 'undone' }])

    const undone = await watching()
    document.querySelector('#c6 [data-understory-ui]')!.remove()
    await undone.rest()
    expect(undone.changes).toEqual([{ kind: 'undone' }])
  })
})
