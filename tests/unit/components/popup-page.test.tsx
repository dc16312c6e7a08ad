import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { TabPage } from '@/components/page-header'
import { type Found, PopupPage, type PopupPageProps } from '@/components/popup-page'
import type { PageReport } from '@/utils/messages/protocol'
import { again, click, control, press, rendered, violations } from './rendered'
import { now, someRows } from './some-rows'

const report: PageReport = {
  ...{
    state: 'ready',
    platform: 'Blogger',
    title: 'The library closes at noon',
    url: 'https://branch.blogspot.com/',
  },
  ...{ comments: 25, commenters: 9, depth: 3, why: '', threadClipped: false },
}
const onPage = (given: Partial<TabPage & { kind: 'page' }> = {}): TabPage => ({
  ...{ kind: 'page', host: 'branch.blogspot.com', title: 'A tab', isSiteOn: true, report },
  ...{ isAllowed: true, everywhere: [], privateClips: null, framed: null },
  ...given,
})
const found: Found = { state: 'ready', clips: someRows, total: 1204, hasMore: false }

const doubles = () => ({
  pageActions: {
    ...{ clipThread: vi.fn(), pageOff: vi.fn(), pageOn: vi.fn() },
    ...{ switchSite: vi.fn(), switchEverySite: vi.fn(), enhanceOnce: vi.fn() },
    ...{ readFrame: vi.fn(), decidePrivateClips: vi.fn() },
  },
  clipActions: { open: vi.fn(), copy: vi.fn(), remove: vi.fn() },
  onQuery: vi.fn(),
  onMore: vi.fn(),
  onRetry: vi.fn(),
})
let given: ReturnType<typeof doubles>
beforeEach(() => {
  given = doubles()
})

const page = (props: Partial<PopupPageProps> = {}) => (
  <PopupPage
    page={onPage()}
    query=""
    found={found}
    said={null}
    now={now}
    libraryUrl="/library.html"
    optionsUrl="/options.html"
    {...given}
    {...props}
  />
)
const search = () => document.querySelector<HTMLInputElement>('input[type=search]')
const focused = () => document.activeElement?.getAttribute('data-clip')

describe('the popup’s header', () => {
  const header = async (tab: TabPage) => (await rendered(page({ page: tab }))).querySelector('header')!

  it('says what is on the page', async () => {
    const root = await header(onPage())
    expect(root.querySelector('h1')?.textContent).toBe('The library closes at noon')
    expect(root.querySelector('.facts')?.textContent).toBe('25 comments · 9 people')
    await click(control(root, 'Clip thread'))
    await click(control(root, 'Off'))
    expect(given.pageActions.clipThread).toHaveBeenCalledOnce()
    expect(given.pageActions.pageOff).toHaveBeenCalledOnce()
  })

  it('offers the page again that was put off', async () => {
    const root = await header(onPage({ report: { ...report, state: 'off' } }))
    await click(control(root, 'On again'))
    expect(given.pageActions.pageOn).toHaveBeenCalledOnce()
  })

  it('says what was seen and why it was left alone', async () => {
    const why = 'The page counts 40 comments, 12 were recognised.'
    const root = await header(onPage({ report: { ...report, state: 'declined', why } }))
    expect(root.textContent).toContain(why)
    expect(control(root, 'Clip thread')).toBeUndefined()
  })

  it('says that there is no thread, and looks again', async () => {
    const root = await header(onPage({ report: null }))
    expect(root.textContent).toContain('No comment thread was found')
    await click(control(root, 'Look again'))
    expect(given.pageActions.enhanceOnce).toHaveBeenCalledOnce()
  })

  it('asks for a site straight from the click', async () => {
    const root = await header(onPage({ report: null, isSiteOn: false, host: 'heron.example' }))
    expect(root.textContent).toContain('Understory is off for heron.example.')
    expect(control(root, 'Enhance this page once')).toBeDefined()
    const toggle = root.querySelector<HTMLInputElement>('[role=switch]')
    expect(toggle?.closest('label')?.textContent).toBe('On for this site')
    toggle?.click()
    expect(given.pageActions.switchSite).toHaveBeenCalledWith(true)
  })

  it('asks for every site straight from the click, and gives it back', async () => {
    const everySite = (root: HTMLElement) => root.querySelectorAll<HTMLInputElement>('[role=switch]')[1]
    const root = await header(onPage())
    expect(everySite(root)?.closest('label')?.textContent).toBe('On for every site')
    expect(everySite(root)?.checked).toBe(false)
    everySite(root)?.click()
    expect(given.pageActions.switchEverySite).toHaveBeenLastCalledWith(true)
    const granted = await header(onPage({ everywhere: ['*://*/*'] }))
    expect(everySite(granted)?.checked).toBe(true)
    everySite(granted)?.click()
    expect(given.pageActions.switchEverySite).toHaveBeenLastCalledWith(false)
  })

  it('says that there is nothing to read on a page of the browser', async () => {
    expect((await header({ kind: 'nothing' })).textContent).toContain('nothing to read')
  })
})

describe('the popup of a private window', () => {
  const privatePage = onPage({ privateClips: 'ask' })

  it('has no switch that would keep the name of a site, and says why', async () => {
    const root = await rendered(page({ page: privatePage }))
    expect(root.querySelectorAll('[role=switch]')).toHaveLength(0)
    expect(root.querySelector('header')?.textContent).toContain('nothing of it is remembered')
    expect(control(root, 'Clip thread')).toBeDefined()
  })

  it.each([
    ['Keep clips', 'keep'],
    ['Don’t', 'never'],
  ])('asks before the first clip: %s', async (words, choice) => {
    const root = await rendered(page({ page: privatePage }))
    await again(root, page({ page: privatePage, isAsking: true }))
    expect(document.activeElement?.textContent).toContain('Clips stay in your library after it is closed.')
    await click(control(root, words))
    expect(given.pageActions.decidePrivateClips).toHaveBeenCalledExactlyOnceWith(choice)
  })
})

describe('a thread in a frame of another site', () => {
  const framed = {
    ...{ name: 'Disqus', host: 'disqus.com', origin: '*://disqus.com/*' },
    ...{ frameId: null, isOn: false, isRead: false },
  }
  const header = async (tab: TabPage) => (await rendered(page({ page: tab }))).querySelector('header')!

  it('is named, and offered to be read straight from the click', async () => {
    const root = await header(onPage({ report: null, framed }))
    expect(root.textContent).toContain('The comments of this page are in a frame of disqus.com.')
    expect(root.textContent).not.toContain('No comment thread')
    control(root, 'Read comments on disqus.com')?.click()
    expect(given.pageActions.readFrame).toHaveBeenCalledOnce()
  })

  it('that is read is reported like any other, under the title of the page', async () => {
    const own = { ...report, title: 'Disqus Comments' }
    const isRead = { ...framed, frameId: 7, isOn: true, isRead: true }
    const root = await header(onPage({ report: own, framed: isRead, isSiteOn: false }))
    expect(root.querySelector('h1')?.textContent).toBe('A tab')
    expect(root.querySelector('.facts')?.textContent).toBe(
      '25 comments · 9 people · in a frame of disqus.com',
    )
    expect(control(root, 'Clip thread')).toBeDefined()
  })

  it('that is allowed but not there yet says what to do', async () => {
    const root = await header(onPage({ report: null, framed: { ...framed, isOn: true } }))
    expect(root.textContent).toContain('reload the page')
    expect(control(root, 'Read comments on disqus.com')).toBeUndefined()
  })

  it('is not offered in a private window', async () => {
    const root = await header(onPage({ report: null, framed, privateClips: 'keep' }))
    expect(root.textContent).toContain('in a frame of disqus.com')
    expect(control(root, 'Read comments on disqus.com')).toBeUndefined()
  })
})

describe('the popup’s list', () => {
  it('has one item a clip, under headings of days', async () => {
    const root = await rendered(page())
    const list = root.querySelector('[role=list][aria-label=Clips]')
    expect(list?.querySelectorAll('li')).toHaveLength(3)
    expect([...root.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
      'Today',
      'Yesterday',
    ])
    expect(root.querySelector('.clip-answers')?.textContent).toBe(
      'answers Orla: They measured visits in July.',
    )
    expect(root.querySelectorAll('li')[2]?.textContent).toMatch(/Whole thread.*63 comments · 21 people/)
    expect(root.querySelector('.count')?.textContent).toBe('1,204 clips')
  })

  it('marks the words searched for', async () => {
    const root = await rendered(page({ query: 'BORROW' }))
    expect(root.querySelector('.clip-text mark')?.textContent).toBe('borrow')
    expect(root.querySelector('.count')?.textContent).toBe('3 of 1,204 clips')
  })

  it('is walked through by keyboard, from the search box and back', async () => {
    await rendered(page())
    expect(document.activeElement).toBe(search())
    await press(search(), 'ArrowDown')
    expect(focused()).toBe('c1')
    await press(document.activeElement, 'ArrowDown')
    expect(focused()).toBe('c2')
    await press(document.activeElement, 'End')
    expect(focused()).toBe('t1')
    await press(document.activeElement, 'Home')
    await press(document.activeElement, 'ArrowUp')
    expect(document.activeElement).toBe(search())
  })

  it('lets one clip be reached by Tab', async () => {
    const root = await rendered(page())
    await press(search(), 'ArrowDown')
    await press(document.activeElement, 'ArrowDown')
    expect(
      [...root.querySelectorAll('article[tabindex="0"]')].map((clip) => clip.getAttribute('data-clip')),
    ).toEqual(['c2'])
  })

  it('opens, copies and deletes by keys', async () => {
    await rendered(page())
    await press(search(), 'ArrowDown')
    await press(document.activeElement, 'Enter')
    await press(document.activeElement, 'c')
    await press(document.activeElement, 'Delete')
    expect(given.clipActions.open).toHaveBeenCalledWith(someRows[0])
    expect(given.clipActions.copy).toHaveBeenCalledWith(someRows[0])
    expect(given.clipActions.remove).toHaveBeenCalledWith(someRows[0])
  })

  it('gives the focus to the clip that takes the place of a deleted one', async () => {
    const root = await rendered(page())
    await press(search(), 'ArrowDown')
    await press(document.activeElement, 'Delete')
    await again(root, page({ found: { ...found, clips: someRows.slice(1) } }))
    expect(focused()).toBe('c2')
  })

  it('links to the web only', async () => {
    const hostile = [{ ...someRows[0]!, permalink: 'javascript:alert(1)' }]
    const root = await rendered(page({ found: { ...found, clips: hostile } }))
    expect(root.querySelector('.clip a')).toBeNull()
  })

  it('grows when it is asked to', async () => {
    const root = await rendered(page({ found: { ...found, hasMore: true } }))
    await click(control(root, 'Show more'))
    expect(given.onMore).toHaveBeenCalledOnce()
  })
})

describe('the popup says', () => {
  const text = async (props: Partial<PopupPageProps>) =>
    (await rendered(page(props))).querySelector('main')?.textContent

  it('what to do first', async () => {
    expect(await text({ found: { state: 'ready', clips: [], total: 0, hasMore: false } })).toContain(
      'press “Clip”',
    )
  })

  it('that nothing was found, and shows all again', async () => {
    expect(await text({ query: 'quagga', found: { ...found, clips: [] } })).toContain(
      'Nothing found for “quagga”',
    )
    await click(control(document, 'Show all clips'))
    expect(given.onQuery).toHaveBeenCalledWith('')
  })

  it('what to do when another page blocks the library', async () => {
    const error = Object.assign(new Error('blocked'), { name: 'LibraryBlockedError' })
    expect(await text({ found: { state: 'failed', error } })).toContain('Close the other Understory pages')
    await click(control(document, 'Try again'))
    expect(given.onRetry).toHaveBeenCalledOnce()
  })

  it('what happened, with a way back by button and by key', async () => {
    const undo = vi.fn()
    const root = await rendered(page({ said: { text: 'Heron deleted.', undo } }))
    expect(root.querySelector('[role=status]')?.textContent).toBe('Heron deleted.Undo')
    await click(control(root.querySelector('[role=status]')!, 'Undo'))
    await press(document.body, 'z', { ctrlKey: true })
    expect(undo).toHaveBeenCalledTimes(2)
  })
})

describe('Escape', () => {
  it('empties the search box, and closes the popup when it is empty', async () => {
    const root = await rendered(page({ query: 'borrow' }))
    await press(search(), 'Escape')
    expect(given.onQuery).toHaveBeenCalledWith('')
    given.onQuery.mockClear()
    await again(root, page())
    await press(search(), 'Escape')
    expect(given.onQuery).not.toHaveBeenCalled()
  })
})

describe('axe', () => {
  it.each<[string, Partial<PopupPageProps>]>([
    ['with clips', { said: { text: 'Heron deleted.', undo: () => {} } }],
    ['in a private window', { page: onPage({ privateClips: 'ask' }), isAsking: true }],
    ['while it opens', { found: { state: 'loading' }, page: { kind: 'asking' } }],
    [
      'when the library failed',
      { found: { state: 'failed', error: new Error('no') }, page: { kind: 'nothing' } },
    ],
  ])('finds nothing wrong %s', async (_, props) => {
    expect(await violations(await rendered(page(props)))).toEqual([])
  })
})
