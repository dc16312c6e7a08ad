import { describe, expect, it, vi } from 'vitest'
import { chunksOf, importFile, importWords, libraryFileName, parseFile } from '@/components/library-file'
import type { Clip, LibraryFile } from '@/utils/messages/clip'
import type { ImportReport } from '@/utils/messages/protocol'
import { wholeClip } from './some-rows'

const file = (clips: Clip[]): LibraryFile => ({
  format: 'understory-library',
  version: 1,
  exportedAt: '2026-05-06T18:00:00.000Z',
  clips,
})
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => wholeClip({ id: `clip-${index}` }))
const report = (given: Partial<ImportReport>): ImportReport => ({
  ...{ imported: 0, updated: 0, duplicate: 0, refused: 0, reasons: [] },
  ...given,
})

describe('a chosen file', () => {
  it.each([
    ['{"format":"understory-library","version":1,"cli', /not JSON/],
    ['[]', /not a library/],
    ['null', /not a library/],
    ['{"format":"understory-library","clips":{}}', /not a library/],
    ['{"format":"understory-library","version":2,"clips":[]}', /newer/],
  ])('that is no library says so and changes nothing: %s', (text, words) => {
    expect(() => parseFile(text)).toThrow(words)
    expect(() => parseFile(text)).toThrow(/Nothing was changed/)
  })

  it('that is a library is taken as it is', () => {
    expect(parseFile(JSON.stringify(file(many(2)))).clips).toHaveLength(2)
  })
})

describe('an import', () => {
  it('travels in pieces that fit into a message, in order and complete', () => {
    const heavy = [...many(3), wholeClip({ id: 'heavy', text: 'x'.repeat(9 * 2 ** 20) }), ...many(2)]
    const pieces = [...chunksOf(file(heavy))]
    expect(pieces.map(({ clips }) => clips.length)).toEqual([3, 1, 2])
    expect(pieces.flatMap(({ clips }) => clips)).toEqual(heavy)
    expect([...chunksOf(file(many(4100)))].map(({ clips }) => clips.length)).toEqual([2000, 2000, 100])
  })

  it('adds the answers up, and names refused clips by their place in the file', async () => {
    const send = vi.fn(async ({ clips }: LibraryFile) =>
      report({ imported: clips.length - 1, refused: 1, reasons: ['clip 1: id: not a UUID'] }),
    )
    const progress = vi.fn()
    const { report: sum, stopped } = await importFile(file(many(2001)), send, progress)
    expect(stopped).toBeNull()
    expect(importWords(sum)).toBe('1999 imported, 0 updated, 0 duplicate, 2 refused')
    expect(sum.reasons).toEqual(['clip 1: id: not a UUID', 'clip 2001: id: not a UUID'])
    expect(progress).toHaveBeenLastCalledWith(2001, 2001)
  })

  it('stops at a refusal and says what was taken in until then', async () => {
    const send = vi
      .fn()
      .mockResolvedValueOnce(report({ imported: 2000 }))
      .mockResolvedValueOnce({ error: 'full', message: 'The disk is full.' })
    const { report: sum, stopped } = await importFile(file(many(2500)), send, () => {})
    expect(stopped).toBe('The disk is full.')
    expect(sum.imported).toBe(2000)
  })

  it('stops when nobody answers', async () => {
    expect(
      (
        await importFile(
          file(many(1)),
          async () => undefined,
          () => {},
        )
      ).stopped,
    ).toMatch(/did not answer/)
  })
})

it('the exported file is named by the calendar of the reader', () => {
  expect(libraryFileName(new Date(2026, 0, 5, 23, 59))).toBe('understory-library-2026-01-05.json')
})
