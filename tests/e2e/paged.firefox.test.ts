import { afterAll, beforeAll, expect, it } from 'vitest'
import { readContract, waitForState } from './harness/contract.ts'
import { launch } from './harness/firefox.ts'
import { pagedPages, pageUrl } from './paged-pages.ts'

let browser: Awaited<ReturnType<typeof launch>>
beforeAll(async () => {
  browser = await launch({ grantEverything: true })
  for (const { url, body } of pagedPages()) browser.serve(url, body)
}, 90_000)
afterAll(() => browser?.close())

it('In Firefox, the other pages of a thread are loaded in place, clean and in their order', async () => {
  const page = await browser.open(pageUrl(2))
  await waitForState(page, ['ready'])
  const press = (name: string) =>
    page.evaluate(
      (wanted) => document.querySelector<HTMLElement>(`[role="toolbar"] [aria-label="${wanted}"]`)!.click(),
      name,
    )
  await press('Load them here')
  await page.waitForFunction(() => document.querySelectorAll('[data-understory-comment]').length === 9)
  const comments = await readContract(page)
  expect(comments.map(({ id }) => id)).toEqual(Array.from({ length: 9 }, (_, k) => `comment-${k + 1}`))
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(await page.$$eval('#comment-3 :is(img, script)', ({ length }) => length)).toBe(0)
  await press('Off')
  await page.waitForFunction(() => document.querySelectorAll('#comments li').length === 3)
})
