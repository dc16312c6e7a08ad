import { beforeEach, describe, expect, it, vi } from 'vitest'
import { OptionsPage, type OptionsPageProps } from '@/components/options-page'
import { siteRows } from '@/components/site-rows'
import { click, control, rendered, violations } from './rendered'

const { rows: sites } = siteRows(
  ['*://*.blogspot.com/*', '*://heron.example/*', '*://disqus.com/*'],
  ['heron.example', 'gone.example'],
)
const doubles = () => ({
  ...{ onEnhancement: vi.fn(), onSite: vi.fn(), onRemoveSite: vi.fn(), onEverySite: vi.fn() },
  onClipsInPrivate: vi.fn(),
})
let given: ReturnType<typeof doubles>
beforeEach(() => {
  given = doubles()
})

const page = (props: Partial<OptionsPageProps> = {}) => (
  <OptionsPage
    enhancements={[
      { id: 'folding', title: 'Folding', description: 'Folds a branch.', isOn: true },
      { id: 'regulars', title: 'Regulars', description: 'Knows people again.', isOn: false },
    ]}
    sites={sites}
    everySite={false}
    clipsInPrivate="ask"
    said={null}
    libraryUrl="/library.html"
    {...given}
    {...props}
  />
)

const switches = (root: HTMLElement) => [...root.querySelectorAll<HTMLInputElement>('[role=switch]')]

describe('the options', () => {
  it('switch each enhancement, and each site that stands for itself', async () => {
    const root = await rendered(page())
    expect(switches(root).map(({ checked }) => checked)).toEqual([...[true, false], ...[false, true, false]])
    expect(switches(root).map(({ labels }) => labels?.[0]?.textContent)).toEqual([
      'Folding',
      'Regulars',
      'heron.example',
      'disqus.com',
      'gone.example',
    ])
    await click(switches(root)[0])
    await click(switches(root)[2])
    expect(given.onEnhancement).toHaveBeenCalledWith('folding', false)
    expect(given.onSite).toHaveBeenCalledWith(sites[1], true)
  })

  it('remove a site, but not the ones that come along', async () => {
    const root = await rendered(page())
    const removing = [...root.querySelectorAll<HTMLElement>('[aria-label^=Remove]')]
    expect(removing.map((button) => button.getAttribute('aria-label'))).toEqual([
      'Remove heron.example',
      'Remove disqus.com',
      'Remove gone.example',
    ])
    await click(removing[0])
    expect(given.onRemoveSite).toHaveBeenCalledWith(sites[1])
  })

  it('remove no site while all are allowed, and say so', async () => {
    const { rows } = siteRows(['*://*/*', '*://heron.example/*'], ['heron.example'])
    const root = await rendered(page({ sites: rows, everySite: true }))
    expect(root.querySelectorAll('[aria-label^=Remove]')).toHaveLength(0)
    expect(root.textContent).toContain('none is removed from the list')
  })

  it('say of each site why it is off, and what frames are', async () => {
    const root = await rendered(page())
    const factsOf = (host: string) =>
      switches(root)
        .find(({ labels }) => labels?.[0]?.textContent === host)
        ?.closest('.site')
        ?.querySelector('.facts')?.textContent
    expect(factsOf('heron.example')).toBe('Switched off by you.')
    expect(factsOf('gone.example')).toContain('does not let Understory read it')
    expect(factsOf('disqus.com')).toContain('in a frame of Disqus')
  })

  it('say that there are no other sites', async () => {
    const { rows } = siteRows(['*://*.blogspot.com/*'], [])
    expect((await rendered(page({ sites: rows }))).textContent).toContain('No other site was added')
    expect((await rendered(page())).textContent).not.toContain('No other site was added')
  })

  it('show that the platform’s own hosts were taken back, and ask for them straight from the click', async () => {
    const { rows } = siteRows([], [])
    const root = await rendered(page({ sites: rows }))
    expect(root.textContent).toContain('taken back in its settings')
    root.querySelector<HTMLElement>('[aria-label="Allow *.blogspot.com"]')?.click()
    expect(given.onSite).toHaveBeenCalledWith(rows[0], true)
  })

  it('decide on clips from private windows', async () => {
    const root = await rendered(page())
    const radios = [...root.querySelectorAll<HTMLInputElement>('[type=radio]')]
    expect(radios.map(({ value, checked }) => `${value} ${checked}`)).toEqual([
      ...['ask true', 'keep false', 'never false'],
    ])
    await click(radios[2])
    expect(given.onClipsInPrivate).toHaveBeenCalledExactlyOnceWith('never')
  })

  it('ask for every site straight from the click, and give it back', async () => {
    control(await rendered(page()), 'On for every site')?.click()
    expect(given.onEverySite).toHaveBeenLastCalledWith(true)
    control(await rendered(page({ everySite: true })), 'Only the sites above')?.click()
    expect(given.onEverySite).toHaveBeenLastCalledWith(false)
  })
})

describe('axe', () => {
  it('finds nothing wrong', async () => {
    expect(await violations(await rendered(page({ said: { text: 'heron.example removed.' } })))).toEqual([])
  })
})
