import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { LibraryPage, type LibraryPageProps } from '@/components/library-page'
import { OptionsPage } from '@/components/options-page'
import { type Found, PopupPage, type PopupPageProps } from '@/components/popup-page'
import { siteRows } from '@/components/site-rows'
import type { ClippedThreadComment } from '@/utils/messages/clip'
import { again, click, control, press, rendered } from './rendered'
import { listed, now, someRows, wholeClip } from './some-rows'

const clipActions = { open: vi.fn(), copy: vi.fn(), remove: vi.fn() }
const ready = (clips = someRows): Found => ({ state: 'ready', clips, total: 3, hasMore: false })
const nothing = () => {}

const popup = (props: Partial<PopupPageProps> = {}) => (
  <PopupPage
    page={{ kind: 'nothing' }}
    pageActions={{
      ...{ clipThread: nothing, pageOff: nothing, pageOn: nothing, switchSite: nothing },
      ...{ switchEverySite: nothing, enhanceOnce: nothing, readFrame: nothing, decidePrivateClips: nothing },
    }}
    found={ready()}
    query=""
    said={null}
    now={now}
    libraryUrl="/library.html"
    optionsUrl="/options.html"
    {...{ clipActions, onQuery: nothing, onMore: nothing, onRetry: nothing }}
    {...props}
  />
)
const library = (props: Partial<LibraryPageProps> = {}) => (
  <LibraryPage
    view="clips"
    trashed={0}
    query=""
    found={ready()}
    shown={null}
    isBusy={false}
    said={null}
    now={now}
    optionsUrl="/options.html"
    {...{ clipActions, onView: nothing, onQuery: nothing, onShow: nothing, onMore: nothing }}
    {...{ onRetry: nothing, onImport: nothing, onExport: nothing }}
    {...props}
  />
)
const search = () => document.querySelector<HTMLInputElement>('input[type=search]')
const focused = () => document.activeElement?.getAttribute('data-clip')
const row = (id: string) => document.querySelector<HTMLElement>(`[data-clip="${id}"]`)
const focusOn = (element: HTMLElement | null | undefined) => act(() => element?.focus())

beforeEach(() => {
  clipActions.remove.mockClear()
})

describe('who deletes a clip and goes on before the answer is there', () => {
  it('is left where the next words are typed', async () => {
    const root = await rendered(popup())
    await press(search(), 'ArrowDown')
    await press(document.activeElement, 'Delete')
    await press(document.activeElement, '/')
    expect(document.activeElement).toBe(search())
    await again(root, popup({ query: 'boat', found: ready(someRows.slice(1)) }))
    expect(document.activeElement).toBe(search())
  })

  it('is left there too when the clip was not deleted and the list changes later', async () => {
    const root = await rendered(popup())
    await press(search(), 'ArrowDown')
    await press(document.activeElement, 'Delete')
    await again(root, popup({ said: { text: 'The disk is full.' } }))
    await press(document.activeElement, '/')
    await again(root, popup({ query: 'boat', found: ready([someRows[2]!]) }))
    expect(document.activeElement).toBe(search())
  })

  it('is left at the clip that was gone on to', async () => {
    const root = await rendered(popup())
    await focusOn(row('c2'))
    await press(row('c2'), 'Delete')
    await press(row('c2'), 'ArrowUp')
    await again(root, popup({ found: ready([someRows[0]!, someRows[2]!]) }))
    expect(focused()).toBe('c1')
  })
})

describe('the focus goes on when what has it goes away', () => {
  it('to the clip below a deleted one, or to the last', async () => {
    const root = await rendered(library())
    await focusOn(control(row('c2')!, 'Delete'))
    await again(root, library({ found: ready([someRows[0]!, someRows[2]!]) }))
    expect(focused()).toBe('t1')
    await again(root, library({ found: ready([someRows[0]!]) }))
    expect(focused()).toBe('c1')
  })

  it('to the list when Undo is pressed', async () => {
    for (const page of [popup, library]) {
      const undo = vi.fn()
      const root = await rendered(page({ said: { text: 'Heron deleted.', undo } }))
      await focusOn(control(root, 'Undo'))
      await click(control(root, 'Undo'))
      await again(root, page({ said: { text: 'Heron is back.' } }))
      expect(focused()).toBe('c1')
    }
  })

  it('to the search box when the last clip is deleted', async () => {
    for (const page of [popup, library]) {
      const root = await rendered(page({ found: ready([someRows[0]!]) }))
      await focusOn(row('c1'))
      await again(root, page({ found: ready([]) }))
      expect(document.activeElement).toBe(search())
    }
  })

  it('to the button of the trash when the last clip is restored', async () => {
    const root = await rendered(library({ view: 'trash', found: ready([someRows[0]!]) }))
    await focusOn(row('c1'))
    await again(root, library({ view: 'trash', found: ready([]) }))
    expect(document.activeElement).toBe(control(root, 'Trash'))
  })

  it('to the next clip when the one that is read is deleted, here or in another window', async () => {
    const root = await rendered(library())
    await focusOn(row('c2'))
    await again(root, library({ shown: wholeClip({ id: 'c2' }) }))
    await focusOn(control(root.querySelector('aside')!, 'Delete'))
    await again(root, library({ shown: null }))
    await again(root, library({ shown: null, found: ready([someRows[0]!, someRows[2]!]) }))
    expect(focused()).toBe('t1')
  })

  it('to the last clip that was listed when there is no more to show', async () => {
    const root = await rendered(library({ found: { ...ready(), hasMore: true } as Found }))
    await focusOn(control(root, 'Show more'))
    await again(root, library({ found: ready([...someRows, listed('c9')]) }))
    expect(focused()).toBe('t1')
  })

  it('to the comments when the last of a long thread are shown', async () => {
    const comments = Array.from(
      { length: 250 },
      (_, index): ClippedThreadComment => ({
        ...{ nativeId: `n${index}`, parentId: null, link: null, publishedAt: null, publishedText: '' },
        author: { name: 'Orla', isPostAuthor: false, isAnonymous: false },
        ...{ permalink: '', html: '<p>Boats</p>', text: 'Boats' },
      }),
    )
    const root = await rendered(library({ shown: wholeClip({ kind: 'thread', comments }) }))
    await focusOn(control(root, 'Show more comments'))
    await click(control(root, 'Show more comments'))
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Comments')
  })

  it('nowhere when other words are searched for: the list begins at its top', async () => {
    const root = await rendered(library())
    await focusOn(row('t1'))
    await focusOn(search())
    await again(root, library({ query: 'bo', found: { ...ready(), query: '' } as Found }))
    await again(
      root,
      library({ query: 'bo', found: { ...ready(someRows.slice(0, 2)), query: 'bo' } as Found }),
    )
    expect(document.activeElement).toBe(search())
    expect(row('c1')?.tabIndex).toBe(0)
  })
})

describe('the search box while a word is composed', () => {
  it('leaves the keys to the input method', async () => {
    const onQuery = vi.fn()
    await rendered(popup({ query: 'ボー', onQuery }))
    await press(search(), 'Escape', { isComposing: true })
    await press(search(), 'ArrowDown', { isComposing: true })
    expect(onQuery).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(search())
  })
})

describe('a site that is removed', () => {
  const granted = ['*://*.blogspot.com/*', '*://heron.example/*', '*://otter.example/*']
  const options = (allowed: string[]) => (
    <OptionsPage
      enhancements={[]}
      sites={siteRows(allowed, []).rows}
      everySite={false}
      clipsInPrivate="ask"
      said={null}
      libraryUrl="/library.html"
      {...{ onEnhancement: nothing, onSite: nothing, onRemoveSite: nothing, onEverySite: nothing }}
      onClipsInPrivate={nothing}
    />
  )
  const removeButton = (host: string) => document.querySelector<HTMLElement>(`[aria-label="Remove ${host}"]`)

  it('gives the focus to the next, then to the heading', async () => {
    const root = await rendered(options(granted))
    await focusOn(removeButton('heron.example'))
    await again(root, options([granted[0]!, granted[2]!]))
    expect(document.activeElement).toBe(removeButton('otter.example'))
    await again(root, options([granted[0]!]))
    expect(document.activeElement?.textContent).toBe('Sites')
  })
})
