import { describe, expect, it } from 'vitest'
import { importsOf, sources } from './sources'

/** Who may import whom: the pipeline points one way. */
const arrows: Record<string, string[]> = {
  'utils/thread': [],
  'utils/dom': [],
  'utils/conversation': ['utils/thread'],
  'utils/sites': ['utils/thread', 'utils/dom'],
  'utils/enhancements': ['utils/thread', 'utils/dom'],
  'utils/messages': ['utils/thread'],
  'utils/settings': ['utils/thread', 'utils/browser'],
  'utils/clips': ['utils/messages', 'utils/thread', 'utils/dom'],
  components: [
    'utils/clips',
    'utils/messages',
    'utils/settings',
    'utils/thread',
    'utils/dom',
    'utils/browser',
  ],
  'entrypoints/probe': ['utils/sites', 'utils/dom', 'utils/messages', 'utils/settings'],
  'entrypoints/reader': [
    'utils/sites',
    'utils/enhancements',
    'utils/messages',
    'utils/settings',
    'utils/thread',
    'utils/dom',
    'utils/browser',
    'assets',
    'entrypoints/conversation',
    'entrypoints/sanitiser',
  ],
  'entrypoints/conversation': ['utils/conversation', 'utils/thread'],
  'entrypoints/platforms': ['utils/sites'],
  'entrypoints/unknown': ['utils/sites'],
  'entrypoints/sanitiser': ['utils/dom', 'utils/sites', 'utils/thread', 'utils/messages'],
}

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)
const isOurs = (path: string) => /^(utils|components|entrypoints|assets)\b/.test(path)

describe('imports', () => {
  it.each(Object.entries(arrows))('from %s go only to what it may know', (folder, allowed) => {
    const wrong = Object.keys(sources)
      .filter((path) => isWithin(path, folder))
      .flatMap((path) =>
        importsOf(path)
          .filter((target) => isOurs(target) && ![folder, ...allowed].some((may) => isWithin(target, may)))
          .map((target) => `${path} → ${target}`),
      )
    expect(wrong).toEqual([])
  })

  it('of an adapter or an enhancement are its own business: none imports another', () => {
    const wrong = ['utils/sites', 'utils/enhancements'].flatMap((folder) =>
      Object.keys(sources)
        .filter((path) => isWithin(path, folder))
        .flatMap((path) => importsOf(path).map((target) => `${path} → ${target}`))
        .filter((arrow) => new RegExp(`→ ${folder}/[a-z-]+$`).test(arrow)),
    )
    expect(wrong).toEqual([])
  })

  it('of Dexie stay within the clips, and of the browser within one door', () => {
    const users = (pattern: RegExp) =>
      Object.keys(sources).filter((path) => importsOf(path).some((target) => pattern.test(target)))
    expect(
      users(/^dexie$/).filter((path) => !isWithin(path, 'utils/clips') && !isWithin(path, 'components')),
    ).toEqual([])
    expect(users(/^(wxt\/browser|webextension-polyfill)$/)).toEqual(['utils/browser.ts'])
  })
})
