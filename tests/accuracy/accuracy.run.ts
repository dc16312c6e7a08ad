import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixtures } from '../unit/sites/fixtures'
import { launchReading, type ReadingBrowser } from './browser'
import type { SeenComment, SeenPage } from './reader-in-page'
import { hasTruth, type TrueComment, type TrueDocument, truePages, trueSeeds } from './truth'

/** The kinds of pages that the adapters read; all others must stay untouched. */
const known =
  /^(?:text-|blogger-|custom-nested|disqus|dreamwidth-|drupal|hn|spip|stackexchange|typepad|wordpress)/

/** Letters and digits only: the truth was taken from another parser's text. */
const letters = (text: string | null): string =>
  (text ?? '')
    .normalize('NFKC')
    .replace(/[\p{P}\p{S}\s_]+/gu, '')
    .toLowerCase()

const aspects = {
  depth: (seen: SeenComment, truth: TrueComment) => seen.depth === truth.depth,
  author: (seen: SeenComment, truth: TrueComment) => letters(seen.author) === letters(truth.author),
  // The truth may take in the words around a time, and knows the instant on some platforms only.
  time: ({ shownTime, instant, local }: SeenComment, truth: TrueComment) =>
    truth.time === null ||
    (shownTime !== '' &&
      (letters(truth.time).includes(letters(shownTime)) ||
        letters(shownTime).includes(letters(truth.time))) &&
      (truth.instant === null || instant === truth.instant) &&
      (local !== null || !/\d[:.]\d\d/.test(shownTime))),
  body: (seen: SeenComment, truth: TrueComment) =>
    letters(seen.text).startsWith(letters(truth.startsWith)) &&
    (truth.endsWith === null || letters(seen.text).endsWith(letters(truth.endsWith))),
}
type Aspect = keyof typeof aspects
const names = Object.keys(aspects) as Aspect[]

/** Where the truth is wrong, and why: these aspects are not held against the reading. */
const disputed: Record<string, Partial<Record<Aspect, string>>> = {
  'wordpress-22-golfpost.html': {
    body: 'three short bodies take in the reply button that follows, "Antworten"',
  },
  'custom-nested-1-carnegie.html': {
    body: 'two short bodies take in the site\'s invitation below them, "Follow the conversation"',
  },
  'wordpress-24-indonesian.html': { time: "the author's name stands in place of the time" },
}

type Row = {
  kind: string
  file: string
  found: number
  expected: number
  right: Record<Aspect, number>
  exact: number
  /** Aspects of which the truth says nothing. */
  untold: Set<Aspect>
  note: string
}

const compare = ({ kind, file, comments }: TrueDocument, seen: SeenPage): Row => {
  const right: Record<Aspect, number> = { depth: 0, author: 0, time: 0, body: 0 }
  let exact = 0
  const untold = new Set(
    names.filter(
      (name) => (name === 'time' || name === 'author') && comments.every((comment) => comment[name] === null),
    ),
  )
  for (const [index, truth] of comments.entries()) {
    const comment = seen.comments[index]
    if (!comment) continue
    const passed = names.filter((name) => aspects[name](comment, truth) || disputed[file]?.[name])
    for (const name of passed) right[name] += 1
    if (passed.length === names.length) exact += 1
  }
  return {
    kind,
    file,
    found: seen.comments.length,
    expected: comments.length,
    right,
    exact,
    untold,
    note: seen.doubts.join(' '),
  }
}

const isRight = ({ found, expected, exact, note }: Row): boolean =>
  found === expected && exact === expected && note === ''

const printed = (rows: string[][]): string => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const table = (rows: Row[]): string =>
  printed([
    ['document', 'found', ...names, 'exact', ''],
    ...rows.map((row) => [
      row.file,
      `${row.found}/${row.expected}`,
      ...names.map((name) => (row.untold.has(name) ? '–' : String(row.right[name]))),
      String(row.exact),
      isRight(row) ? 'right' : `WRONG ${row.note}`,
    ]),
  ])

const byPlatform = (rows: Row[]): string => {
  const platforms = new Set(rows.map(({ kind }) => kind))
  return [...platforms]
    .map((kind) => {
      const own = rows.filter((row) => row.kind === kind)
      const sum = (count: (row: Row) => number): number => own.reduce((total, row) => total + count(row), 0)
      return `${kind}: ${sum((row) => row.exact)} of ${sum((row) => row.expected)} comments exact, ${own.filter(isRight).length} of ${own.length} documents right`
    })
    .join('\n')
}

describe('reading in a real browser', () => {
  let browser: ReadingBrowser
  beforeAll(async () => {
    browser = await launchReading()
  })
  afterAll(() => browser?.close())

  it.skipIf(!hasTruth())('finds what the truth says, and nothing where there is nothing', async () => {
    const rows: Row[] = []
    const loud: string[] = []
    const unknown: TrueDocument[] = []
    const negatives: string[] = []
    const changed: string[] = []
    for (const document of [...trueSeeds(), ...truePages()]) {
      const seen = await browser.see(document.url, document.source, document.contentType)
      if (seen.changed) changed.push(document.file)
      if (known.test(document.kind)) rows.push(compare(document, seen))
      else {
        if (seen.platforms.length > 0 || seen.doubts.length > 0)
          loud.push(`${document.file} (${seen.platforms.join(', ')})`)
        if (document.kind === 'negative') negatives.push(document.file)
        else unknown.push(document)
      }
    }
    const quiet = (files: string[]) =>
      files.filter((file) => !loud.some((name) => name.startsWith(file))).length
    console.log(
      [
        table(rows),
        `Not known yet, and left alone (${quiet(unknown.map(({ file }) => file))} of ${unknown.length}): ${unknown.map(({ file }) => file.replace('.html', '')).join(', ')}`,
        `Without a thread, and left alone: ${quiet(negatives)} of ${negatives.length}`,
        byPlatform(rows),
        ...Object.entries(disputed).flatMap(([file, why]) =>
          Object.entries(why).map(
            ([aspect, reason]) => `The truth of ${file} is wrong in ${aspect}: ${reason}.`,
          ),
        ),
      ].join('\n\n'),
    )
    expect(changed, 'documents that reading changed').toEqual([])
    expect(loud, 'documents that were claimed and must not be').toEqual([])
    expect(
      rows.filter((row) => !isRight(row)).map(({ file }) => file),
      'documents that were read wrongly',
    ).toEqual([])
  })

  // Their expectations were written from another DOM, which cannot be clobbered as a browser's can.
  it.each(fixtures())(
    'finds in $name what the unit tests find',
    async ({ url, source, isText, expectedFile }) => {
      const contentType = `${isText ? 'text/plain' : 'text/html'}; charset=utf-8`
      const expected = JSON.parse(readFileSync(expectedFile, 'utf8')) as object
      expect({ url, ...(await browser.readFixture(url, source, contentType)) }).toEqual(expected)
    },
  )
})

if (!hasTruth())
  console.log('The seeds and saved pages are not beside the project (../shared): nothing to compare with.')
