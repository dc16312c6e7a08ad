import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createGrowing } from '@/entrypoints/reader/growing'
import { watchThread } from '@/entrypoints/reader/watch'
import * as dreamwidth from '@/utils/sites/dreamwidth'
import { enhanced, press } from '../enhancements/enhanced'
import { full, partial, row } from '../sites/dreamwidth-markup'
import { show } from '../sites/shown'

const page = () =>
  `<head><title>eels</title></head><body><div id="comments"><div class="inner">${[
    row(1, 1, full(1, 'moray', 'Eels go to sea in autumn, in the darkest nights there are.')),
    row(2, 2, partial(2, 'elver'), 'partial'),
    row(3, 2, partial(3, 'moray'), 'partial'),
    row(4, 1, full(4, 'elver', 'Nobody has seen where they go.')),
  ].join('')}</div></div></body>`

/** What Dreamwidth's script does with the answer to a click on "Expand". */
const expand = (n: number, inside: string) => {
  const element = document.getElementById(`cmt${n}`)!
  element.innerHTML = inside
  element.parentElement!.classList.replace('partial', 'full')
}

const watching = async () => {
  show('<html></html>', 'https://eels.dreamwidth.org/12.html')
  const all = await enhanced(page(), { adapters: [dreamwidth], found: () => {} })
  const controller = new AbortController()
  const renewed: boolean[] = []
  const growing = createGrowing(document, all.read, all, controller.signal, (isUndone) =>
    renewed.push(isUndone),
  )
  const kinds: string[] = []
  watchThread(all.page, [], controller.signal, (change) => {
    kinds.push(change.kind)
    if (change.kind === 'added') void growing(change.elements)
    else renewed.push(change.kind === 'undone')
  })
  const rest = () => vi.advanceTimersByTimeAsync(1000)
  return { ...all, renewed, kinds, rest, stop: () => controller.abort() }
}

describe('a comment that the page fills in', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => vi.useRealTimers())

  it('is the same comment, and its words are known now', async () => {
    const { page, comment, rest, renewed, stop } = await watching()
    const [entry] = [page.entryOf.get('cmt2')!]
    expect(page.comments[entry]!.comment).toMatchObject({ status: 'partial', text: '' })
    const element = comment('cmt2')
    expand(2, full(2, 'elver', 'To which sea do they go?'))
    await rest()
    expect(renewed).toEqual([])
    expect(page.comments).toHaveLength(4)
    expect(page.comments[entry]!.comment).toMatchObject({
      id: 'cmt2',
      parentId: 'cmt1',
      status: 'present',
      text: 'To which sea do they go?',
    })
    expect(comment('cmt2')).toBe(element)
    stop()
  })

  it('has its controls again, each once', async () => {
    const { page, comment, rest, stop } = await watching()
    const before = comment('cmt2').querySelector('[data-understory-ui]')
    expand(2, full(2, 'elver', 'To which sea do they go?'))
    expect(comment('cmt2').querySelector('[data-understory-ui]')).toBeNull()
    await rest()
    expect(comment('cmt2').querySelector('.header > [data-understory-ui]')).toBe(before)
    expect(comment('cmt2').querySelectorAll('.us-clip')).toHaveLength(1)
    press(comment('cmt2'), 'Clip')
    expect(page.services.clipComment).toHaveBeenCalledWith(page.entryOf.get('cmt2'))
    stop()
  })

  it('is read for what it points at, and so are others for what they quote of it', async () => {
    const { page, comment, rest, stop } = await watching()
    expand(2, full(2, 'elver', '“Eels go to sea in autumn, in the darkest nights there are.” To which sea?'))
    await rest()
    expect(page.conversation.references[1]).toMatchObject([{ kind: 'quote', targets: ['cmt1'] }])
    expect(comment('cmt2').querySelectorAll('a[data-understory-reference]')).toHaveLength(1)
    stop()
  })

  it('may be one of several', async () => {
    const { page, rest, renewed, kinds, stop } = await watching()
    expand(2, full(2, 'elver', 'To which sea do they go?'))
    expand(3, full(3, 'moray', 'To that of Sargasso.'))
    await rest()
    expect(page.comments.map(({ comment }) => comment.status)).toEqual(Array(4).fill('present'))
    expect([renewed, kinds]).toEqual([[], ['added']])
    stop()
  })

  it('may stay short below the one that was expanded', async () => {
    const { page, comment, rest, renewed, stop } = await watching()
    expand(2, full(2, 'elver', 'To which sea do they go?'))
    document.getElementById('cmt3')!.innerHTML = partial(3, 'moray')
    await rest()
    expect(renewed).toEqual([])
    expect(page.comments[2]!.comment.status).toBe('partial')
    expect(comment('cmt3').querySelectorAll('.us-clip')).toHaveLength(1)
    stop()
  })

  it('leaves nothing of ours when the page is given back', async () => {
    const { rest, off, stop } = await watching()
    expand(2, full(2, 'elver', '“Eels go to sea in autumn, in the darkest nights there are.” To which sea?'))
    await rest()
    stop()
    off()
    expect(document.documentElement.outerHTML).not.toContain('understory')
    expect(document.getElementById('cmt2')!.innerHTML).toBe(
      full(2, 'elver', '“Eels go to sea in autumn, in the darkest nights there are.” To which sea?'),
    )
  })

  it('is not one that the page renders again and again: that is undoing what we did', async () => {
    const { rest, renewed, stop } = await watching()
    expand(4, full(4, 'elver', 'Nobody has seen where they go.'))
    await rest()
    expect(renewed).toEqual([true])
    for (let times = 0; times <= 60 && renewed.length === 1; times += 1) {
      document.getElementById('cmt2')!.innerHTML = partial(2, 'elver')
      await rest()
    }
    expect(renewed).toEqual([true, true])
    stop()
  })
})
