import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mayHoldThread } from '@/utils/sites/common/hints'
import { adaptersFor } from '@/utils/sites/common/registry'
import { atOnce } from '@/utils/thread/in-slices'
import { allAdapters } from './all-adapters'
import { fixtures } from './fixtures'
import { plainReading } from './plain-reading'
import { readShown, showFixture } from './shown'

// To add a fixture, drop a page (or a text, and a JSON with its URL) into tests/fixtures, run this test with
// UPDATE_FIXTURES=1, and check by hand what it wrote beside it.
const isUpdating = process.env.UPDATE_FIXTURES === '1'

describe.each(fixtures())('$name', (fixture) => {
  it('is read as expected', () => {
    showFixture(fixture)
    const seen = { url: fixture.url, ...plainReading(readShown()) }
    if (isUpdating) writeFileSync(fixture.expectedFile, `${JSON.stringify(seen, null, 2)}\n`)
    expect(existsSync(fixture.expectedFile), 'what is expected stands in a JSON of the same name').toBe(true)
    expect(JSON.parse(JSON.stringify(seen))).toEqual(JSON.parse(readFileSync(fixture.expectedFile, 'utf8')))
  })

  it('is the same after it was read', () => {
    showFixture(fixture)
    const before = document.documentElement.outerHTML
    readShown()
    expect(document.documentElement.outerHTML).toBe(before)
  })

  it('is claimed by exactly one adapter, or by none where it has no thread', () => {
    showFixture(fixture)
    const claims = [...adaptersFor(document, allAdapters)].filter(
      (adapter) => atOnce(adapter.read(document)).length > 0,
    )
    // Those that know less are not asked where one that knows better has claimed the page.
    const best = claims.filter(({ knowsBy }) => knowsBy === claims[0]?.knowsBy)
    const hasThread = !/^none--|--empty-/.test(fixture.name)
    expect(best.map(({ id }) => id)).toHaveLength(hasThread ? 1 : 0)
    if (hasThread) expect(mayHoldThread(document)).toBe(true)
  })
})
