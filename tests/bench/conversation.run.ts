import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from '../e2e/harness/chromium.ts'
import type { InferenceTimes } from './conversation-entry.ts'
import { bundledScript } from './reading.ts'
import { type Row, table } from './table.ts'

/*
 * Reading the words of long threads, in a real browser. Times on a machine that does other things as well say little:
 * the ratio of two sizes, measured in one run, says whether the work grows with the thread.
 */

type World = { inference: { timeInference(count: number): InferenceTimes; timeFirst(count: number): number } }

/** In ms, by the number of comments. */
const budgets = new Map([
  [300, 10],
  [10_000, 300],
])

const rows: Row[] = []
let browser: Awaited<ReturnType<typeof launch>>
let script = ''
const url = 'https://words.example/'

beforeAll(async () => {
  browser = await launch()
  browser.serve(url, '<!DOCTYPE html><title>Words</title>')
  script = await bundledScript('./conversation-entry.ts', 'inference')
})
afterAll(async () => {
  await browser.close()
  console.log(table(rows))
})

const open = async () => {
  const page = await browser.open(url)
  await page.addScriptTag({ content: script })
  return page
}
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

describe('reading the words of a thread', () => {
  it.each([100, 300])('of %i comments, in a page that never did', async (count) => {
    const times: number[] = []
    for (let run = 0; run < 5; run++) {
      const page = await open()
      times.push(await page.evaluate((n) => (globalThis as unknown as World).inference.timeFirst(n), count))
      await page.close()
    }
    rows.push({ what: 'infer, first time', size: String(count), figure: median(times), unit: 'ms' })
  })

  it('grows with the comments alone', async () => {
    const page = await open()
    const at = new Map<number, InferenceTimes>()
    for (const count of [300, 1000, 10_000, 50_000]) {
      const runs: InferenceTimes[] = []
      for (let run = 0; run < (count > 10_000 ? 3 : 5); run++)
        runs.push(
          await page.evaluate((n) => (globalThis as unknown as World).inference.timeInference(n), count),
        )
      const best = runs.toSorted((a, b) => a.all - b.all)[0]!
      at.set(count, best)
      const size = String(count)
      rows.push(
        { what: 'infer, best', size, figure: best.all, unit: 'ms', budget: budgets.get(count) },
        { what: 'infer, longest step', size, figure: best.longestStep, unit: 'ms', budget: 6 },
        { what: 'infer, one comment added', size, figure: best.oneMore, unit: 'ms', budget: 2 },
      )
      expect(best.references).toBeGreaterThan(count / 10)
    }
    await page.close()
    const ratio = at.get(50_000)!.all / at.get(10_000)!.all
    rows.push({ what: 'infer, 50,000 to 10,000', size: '', figure: ratio, unit: '×', budget: 6 })
  })
})
