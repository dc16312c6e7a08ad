import { beforeEach, describe, expect, it, vi } from 'vitest'
import { OptionsPage, type OptionsPageProps } from '@/components/options-page'
import { click, control, rendered, violations } from './rendered'

const sites = [
  { host: '*.blogspot.com', origins: [], isFixed: true, isMany: true, isOn: true },
  { host: 'heron.example', origins: ['*://heron.example/*'], isFixed: false, isMany: false, isOn: false },
]
const doubles = () => ({
  ...{ onEnhancement: vi.fn(), onSite: vi.fn(), onRemoveSite: vi.fn(), onEverySite: vi.fn() },
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
    expect(switches(root).map(({ checked }) => checked)).toEqual([true, false, false])
    expect(switches(root).map(({ labels }) => labels?.[0]?.textContent)).toEqual([
      'Folding',
      'Regulars',
      'heron.example',
    ])
    await click(switches(root)[0])
    await click(switches(root)[2])
    expect(given.onEnhancement).toHaveBeenCalledWith('folding', false)
    expect(given.onSite).toHaveBeenCalledWith('heron.example', true)
  })

  it('remove a site, but not the ones that come along', async () => {
    const root = await rendered(page())
    const removing = [...root.querySelectorAll<HTMLElement>('[aria-label^=Remove]')]
    expect(removing.map((button) => button.getAttribute('aria-label'))).toEqual(['Remove heron.example'])
    await click(removing[0])
    expect(given.onRemoveSite).toHaveBeenCalledWith(sites[1])
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
