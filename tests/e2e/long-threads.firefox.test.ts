import { afterAll, beforeAll, expect, it } from 'vitest'
import { bigPage } from '../bench/big-page.ts'
import { readContract, waitForState } from './harness/contract.ts'
import { launch } from './harness/firefox.ts'

const count = 320
const url = 'https://long-thread.blogspot.com/2026/01/long.html'
let browser: Awaited<ReturnType<typeof launch>>
beforeAll(async () => {
  browser = await launch()
  browser.serve(url, bigPage(count, url).replace('</style>', '.comment { margin: 20px 0 12px }</style>'))
}, 90_000)
afterAll(() => browser?.close())

it('in Firefox, a long thread is one list in groups that cannot be told from one without, and is given back', async () => {
  const page = await browser.open(url)
  await waitForState(page, ['ready'])
  const original = await readContract(page)
  const choose = async (name: string, shown: string) => {
    await page.evaluate(
      (value) => document.querySelector<HTMLElement>(`[role="radiogroup"] input[value="${value}"]`)!.click(),
      name,
    )
    await page.waitForFunction(
      (selector) => document.querySelector('.comment-thread')!.matches(selector),
      { timeout: 10_000 },
      shown,
    )
  }
  await choose('newest', ':has([data-understory-group])')
  expect((await readContract(page)).map(({ id }) => id)).toEqual(original.map(({ id }) => id).toReversed())
  await page.evaluate(() =>
    document.querySelectorAll('[data-understory-comment]')[49]!.scrollIntoView({ block: 'center' }),
  )
  const distances = () =>
    page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      const around = [...document.querySelectorAll('[data-understory-comment]')].slice(46, 54)
      const boxes = around.map((comment) => comment.getBoundingClientRect())
      return [...new Set(boxes.slice(1).map(({ top }, k) => Math.round(top - boxes[k]!.bottom)))]
    })
  await expect.poll(distances).toEqual([20])
  await page.reload()
  await waitForState(page, ['ready'])
  expect((await readContract(page)).map(({ id }) => id)).toEqual(original.map(({ id }) => id).toReversed())
  expect(await page.evaluate(() => document.querySelectorAll('[data-understory-group]').length)).toBe(7)
  await choose('original', ':not(:has([data-understory-group]))')
  expect(await readContract(page)).toEqual(original)
  await page.close()
}, 60_000)
