import { describe, expect, it, vi } from 'vitest'
import {
  chunksOf,
  importedWords,
  importFile,
  importWords,
  libraryFileName,
  parseFile,
} from '@/components/library-file'
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

  it.each(['0', '"1"', 'null'])('of version %s is not said to be newer', (version) => {
    const text = `{"format":"understory-library","version":${version},"clips":[]}`
    expect(() => parseFile(text)).toThrow(/which version/)
  })

  it('is taken without what nobody needs', () => {
    const text = '{"format":"understory-library","version":1,"exportedAt":null,"boats":3,"clips":[]}'
    expect(parseFile(text)).toEqual({ ...file([]), exportedAt: '' })
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

  it('refuses a clip that no message can carry, and goes on', async () => {
    const letters = '\u6f22'.repeat(25 * 2 ** 20)
    const send = vi.fn(async ({ clips }: LibraryFile) => report({ imported: clips.length }))
    const { report: sum, stopped } = await importFile(
      file([...many(2), wholeClip({ id: 'heavy', text: letters }), ...many(3)]),
      send,
      () => {},
    )
    expect(stopped).toBeNull()
    expect(send.mock.calls.map(([{ clips }]) => clips.length)).toEqual([2, 3])
    expect(sum).toEqual(report({ imported: 5, refused: 1, reasons: ['clip 3: too large to be taken in'] }))
  })

  it('tries clips one by one where an answer was lost, and refuses the one that costs it', async () => {
    const send = vi.fn(async ({ clips }: LibraryFile) => {
      if (clips.some(({ id }) => id === 'clip-3')) throw new Error('The message port closed.')
      return report({ imported: clips.length })
    })
    const progress = vi.fn()
    const { report: sum, stopped } = await importFile(file(many(6)), send, progress)
    expect(stopped).toBeNull()
    expect(sum).toEqual(
      report({ imported: 5, refused: 1, reasons: ['clip 4: the extension did not answer to it'] }),
    )
    expect(progress).toHaveBeenLastCalledWith(6, 6)
  })

  it('stops when several clips in a row are not answered, and counts none of them', async () => {
    const send = vi
      .fn()
      .mockResolvedValueOnce(report({ imported: 2000 }))
      .mockRejectedValue(new Error('gone'))
    const { report: sum, stopped } = await importFile(file(many(3000)), send, () => {})
    expect(stopped).toMatch(/did not answer/)
    expect(sum).toEqual(report({ imported: 2000 }))
    expect(send).toHaveBeenCalledTimes(5)
  })

  it('says in sentences why it stopped, without the words of a validator', async () => {
    const send = async () => ({ error: 'invalid' as const, message: 'exportedAt: Invalid type: Expected' })
    const words = importedWords(await importFile(file(many(1)), send, () => {}))
    expect(words).toMatch(/^Stopped: The extension did not recognise .*\. Until then: 0 imported/)
    const full = { report: report({ refused: 1, reasons: ['clip 1: id: none'] }), stopped: 'No room' }
    expect(importedWords(full)).toBe(
      'Stopped: No room. Until then: 0 imported, 0 updated, 0 duplicate, 1 refused (the first: clip 1: id: none)',
    )
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
