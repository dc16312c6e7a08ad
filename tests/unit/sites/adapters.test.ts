import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mayHoldThread } from '@/utils/sites/common/hints'
import { mayRead } from '@/utils/sites/common/may-read'
import { atOnce } from '@/utils/thread/in-slices'
import { allAdapters } from './all-adapters'
import { fixtures } from './fixtures'
import { generated } from './generated'
import { plainReading } from './plain-reading'
import { readShown, show, showFixture } from './shown'

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
})

describe.each(generated())('$name', ({ source, url, made }) => {
  it('is read as it was made', () => {
    show(source, url)
    const { threads, doubts } = readShown()
    expect(doubts).toEqual([])
    expect(threads).toHaveLength(1)
    const ids = new Map(threads[0]!.comments.map(({ comment }, index) => [comment.id, made[index]?.id]))
    expect(
      threads[0]!.comments.map(({ comment: { id, parentId, author, text } }) => ({
        id: ids.get(id),
        parentId: parentId === null ? null : ids.get(parentId),
        author: author.name,
        text,
      })),
    ).toEqual(made)
  })
})

const pages = [...fixtures(), ...generated().map((page) => ({ ...page, isText: false, expectedFile: '' }))]

describe.each(pages)('$name', (page) => {
  it('is the same after every adapter has read it, also those that are not asked', () => {
    showFixture(page)
    const before = document.documentElement.outerHTML
    readShown()
    for (const { adapter } of allAdapters) atOnce(adapter.read(document))
    expect(document.documentElement.outerHTML).toBe(before)
  })

  it('is claimed by exactly one adapter, or by none where it has no thread', () => {
    showFixture(page)
    const claims = allAdapters.flatMap(({ adapter, hint }) =>
      mayRead(hint, document) && atOnce(adapter.read(document)).length > 0 ? [adapter] : [],
    )
    // Those that know less are not asked where one that knows better has claimed the page.
    const best = claims.filter(({ knowsBy }) => knowsBy === claims[0]?.knowsBy)
    const hasThread = !/^none--|--empty-/.test(page.name)
    expect(best.map(({ id }) => id)).toHaveLength(hasThread ? 1 : 0)
    if (!hasThread) return
    expect(mayHoldThread(document)).toBe(true)
    // A fixture is called after whoever is to read it, and nobody else may.
    const [platform = ''] = page.name.split('--')
    expect(best[0]?.id).toBe(platform)
  })
})
