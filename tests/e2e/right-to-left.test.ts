import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from './harness/chromium.ts'
import { readContract } from './harness/contract.ts'
import { rightToLeft, rightToLeftPage } from './right-to-left.ts'
import { arrange, type Chromium, commentOn, openReady } from './steps.ts'

let browser: Chromium
let page: Page
beforeAll(async () => {
  browser = await launch()
  browser.serve(rightToLeft.url, rightToLeftPage())
  page = await openReady(browser, rightToLeft.url)
  await arrange(page, 'Conversation')
  await page.locator('[data-understory-flat]').waitFor()
})
afterAll(() => browser?.close())

const boxOf = async (selector: string) => (await page.locator(selector).first().boundingBox())!

describe('a page from right to left', () => {
  it('is indented from the right, level by level', async () => {
    const comments = await readContract(page)
    const chain = [0, 1, 2, 3].map((depth) => comments.find((one) => one.depth === depth)!.id)
    const edges: number[] = []
    for (const id of chain) {
      const { x, width } = await boxOf(`[data-understory-comment="${id}"] .avatar-image-container`)
      edges.push(x + width)
    }
    const steps = edges.slice(1).map((edge, k) => Math.round(edges[k]! - edge))
    expect(steps).toEqual([22, 22, 22])
  })

  it('has the lines of its branches at the right, and a click there folds the branch whose line it is', async () => {
    const comments = await readContract(page)
    const deep = comments.find(({ depth }) => depth === 3)!
    const above = comments.find(({ id }) => id === deep.parent)!
    await commentOn(page, deep.id).scrollIntoViewIfNeeded()
    const { x, y, width, height } = await boxOf(`[data-understory-comment="${deep.id}"]`)
    await page.mouse.click(x + width - 2 * 22 - 8, y + height / 2)
    await page.locator(`[data-understory-comment="${above.id}"][data-understory-collapsed]`).waitFor()
    expect(await commentOn(page, deep.id).isVisible()).toBe(false)
    await commentOn(page, above.id).getByRole('button', { name: 'Expand' }).first().click()
    await commentOn(page, deep.id).waitFor()
  })

  it('has the bar of a link at the right of its words', async () => {
    const bar = await page
      .locator('.us-to.us-by-explicit')
      .first()
      .evaluate((words) => {
        const { borderLeftWidth, borderRightWidth } = getComputedStyle(words)
        return [borderLeftWidth, borderRightWidth]
      })
    expect(bar).toEqual(['0px', '3px'])
  })

  it('shows previews beside what they belong to, within the window, and what they say from right to left', async () => {
    const link = page.locator('a[data-understory-reference]').filter({ hasText: '12:15' }).first()
    await page.setViewportSize({ width: 1280, height: 300 })
    await link.evaluate((it) => it.closest('li')!.scrollIntoView({ block: 'start', behavior: 'instant' }))
    await link.hover()
    await page.locator('.us-card').waitFor()
    const [card, anchor] = [await boxOf('.us-card'), (await link.boundingBox())!]
    expect(card.x).toBeGreaterThanOrEqual(0)
    expect(card.x + card.width).toBeLessThanOrEqual(1280)
    expect(Math.abs(card.x + card.width - (anchor.x + anchor.width))).toBeLessThan(2)
    const direction = await page.locator('.us-card p').evaluate((words) => getComputedStyle(words).direction)
    expect(direction).toBe('rtl')
    await page.mouse.move(2, 2)
    await page.locator('.us-card').waitFor({ state: 'detached' })
  })

  it.each([1280, 320])('is no wider than a window of %i px', async (width) => {
    await page.setViewportSize({ width, height: 900 })
    for (const name of ['Original', 'Newest first', 'Conversation']) {
      await arrange(page, name)
      const wider = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(await wider(), name).toBeLessThanOrEqual(0)
    }
  })
})
