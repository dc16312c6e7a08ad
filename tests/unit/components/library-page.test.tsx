import { beforeEach, describe, expect, it, vi } from 'vitest'
import { LibraryPage, type LibraryPageProps } from '@/components/library-page'
import { threadDepths } from '@/components/thread-depths'
import type { ClippedThreadComment } from '@/utils/messages/clip'
import { again, click, control, press, rendered, violations } from './rendered'
import { now, someRows, wholeClip } from './some-rows'

const doubles = () => ({
  clipActions: { open: vi.fn(), copy: vi.fn(), remove: vi.fn() },
  ...{ onView: vi.fn(), onQuery: vi.fn(), onShow: vi.fn(), onMore: vi.fn(), onRetry: vi.fn() },
  ...{ onImport: vi.fn(), onExport: vi.fn() },
})
let given: ReturnType<typeof doubles>
beforeEach(() => {
  given = doubles()
})

const page = (props: Partial<LibraryPageProps> = {}) => (
  <LibraryPage
    view="clips"
    trashed={2}
    query=""
    found={{ state: 'ready', clips: someRows, total: 3, hasMore: false }}
    shown={null}
    isBusy={false}
    said={null}
    now={now}
    optionsUrl="/options.html"
    {...given}
    {...props}
  />
)

const reply = (nativeId: string, parentId: string | null, missing = false): ClippedThreadComment => ({
  ...{ nativeId, parentId, link: parentId === null ? null : 'site' },
  author: { name: `Author of ${nativeId}`, isPostAuthor: false, isAnonymous: false },
  ...{ publishedAt: null, publishedText: '19:12', permalink: '', html: `<p>${nativeId}</p>`, text: nativeId },
  ...(missing ? { missing } : {}),
})

describe('the library', () => {
  it('reports what happened, and lists clips as the popup does', async () => {
    const said = { text: '12 imported, 3 updated, 1 duplicate, 2 refused' }
    const root = await rendered(page({ said }))
    expect(root.querySelector('[role=status]')?.textContent).toBe(said.text)
    expect(root.querySelectorAll('[role=list][aria-label=Clips] > li')).toHaveLength(3)
    expect(root.querySelector('input[type=search]')?.getAttribute('aria-label')).toBe('Search clips')
  })

  it('opens a file chooser, takes the file and lets it be chosen again', async () => {
    const root = await rendered(page())
    const chooser = root.querySelector<HTMLInputElement>('input[type=file]')!
    const opened = vi.spyOn(chooser, 'click').mockImplementation(() => {})
    await click(control(root, 'Import'))
    expect(opened).toHaveBeenCalledOnce()
    const file = new File(['{}'], 'library.json')
    Object.defineProperty(chooser, 'files', { value: [file], configurable: true })
    chooser.dispatchEvent(new Event('change', { bubbles: true }))
    expect(given.onImport).toHaveBeenCalledWith(file)
    expect(chooser.value).toBe('')
  })

  it('does one import or export at a time', async () => {
    const root = await rendered(page())
    const opened = vi.spyOn(root.querySelector<HTMLInputElement>('input[type=file]')!, 'click')
    control(root, 'Export')?.focus()
    await again(root, page({ isBusy: true }))
    expect(document.activeElement).toBe(control(root, 'Export'))
    for (const words of ['Import', 'Export']) {
      // A button that is `disabled` loses the focus.
      expect(control(root, words)?.hasAttribute('disabled')).toBe(false)
      expect(control(root, words)?.getAttribute('aria-disabled')).toBe('true')
      await click(control(root, words))
    }
    expect(opened).not.toHaveBeenCalled()
    expect(given.onExport).not.toHaveBeenCalled()
  })

  it('has a trash, from where clips come back', async () => {
    const root = await rendered(page({ view: 'trash' }))
    expect(control(root, 'Trash 2')?.getAttribute('aria-pressed')).toBe('true')
    const first = root.querySelector<HTMLElement>('.clip')!
    await click(control(first, 'Restore'))
    expect(given.clipActions.remove).toHaveBeenCalledWith(someRows[0])
    await press(first, 'c')
    expect(given.clipActions.copy).not.toHaveBeenCalled()
    await click(control(root, 'Clips'))
    expect(given.onView).toHaveBeenCalledWith('clips')
  })

  it('shows a clip when its row is clicked, but not when one of its buttons is', async () => {
    const root = await rendered(page())
    const rows = root.querySelectorAll<HTMLElement>('.clip')
    await click(control(rows[1]!, 'Copy'))
    expect(given.clipActions.copy).toHaveBeenCalledOnce()
    expect(given.onShow).not.toHaveBeenCalledWith(someRows[1])
    await click(rows[2])
    expect(given.onShow).toHaveBeenCalledWith(someRows[2])
  })
})

describe('the reading pane', () => {
  it('shows what a clip answers, then the clip', async () => {
    const root = await rendered(page({ shown: wholeClip({ context: [reply('c0', null)] }) }))
    const pane = root.querySelector('aside')!
    expect([...pane.querySelectorAll('.body')].map(({ textContent }) => textContent)).toEqual([
      'c0',
      'They simply did not borrow.',
    ])
    expect(control(pane, 'Open at the source')?.getAttribute('href')).toMatch(/^https:.*#c1$/)
  })

  it('shows a thread by depth, with the places of missing comments', async () => {
    const comments = [reply('a', null), reply('b', 'a'), reply('gone', null, true), reply('c', 'gone')]
    const root = await rendered(page({ shown: wholeClip({ kind: 'thread', comments }) }))
    const items = [...root.querySelectorAll('.thread li')]
    expect(items.map((item) => item.getAttribute('data-depth'))).toEqual(['0', '1', '0', '1'])
    expect(items[2]?.textContent).toBe('A comment that the page did not show')
    expect(root.querySelector('.thread h3')?.textContent).toBe('3 comments')
  })

  it('never shows more of a long thread than asked for', async () => {
    const comments = Array.from({ length: 450 }, (_, index) => reply(`c${index}`, null))
    const root = await rendered(page({ shown: wholeClip({ kind: 'thread', comments }) }))
    expect(root.querySelectorAll('.thread li')).toHaveLength(200)
    await click(control(root, 'Show more comments'))
    expect(root.querySelectorAll('.thread li')).toHaveLength(400)
  })

  it('stands a reply to nothing at the top', () => {
    expect(threadDepths([reply('x', 'nowhere'), reply('y', 'x')])).toEqual([0, 1])
  })
})

describe('axe', () => {
  it.each<[string, Partial<LibraryPageProps>]>([
    ['in the library', { shown: wholeClip({ context: [reply('c0', null)] }) }],
    ['in the trash', { view: 'trash', found: { state: 'ready', clips: [], total: 3, hasMore: false } }],
  ])('finds nothing wrong %s', async (_, props) => {
    expect(await violations(await rendered(page(props)))).toEqual([])
  })
})
