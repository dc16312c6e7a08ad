import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bloggerPage } from '../demo/blogger-page.ts'
import { demoPosts } from '../demo/demo-blog.ts'
import { launch } from './harness/chromium.ts'
import { readContract } from './harness/contract.ts'
import { demo } from './pages.ts'
import { arrange, type Chromium, commentOn, openReady } from './steps.ts'

let browser: Chromium
let page: Page
beforeAll(async () => {
  browser = await launch({ touch: true })
  // As the platform's pages for telephones say.
  const viewport = '<meta name="viewport" content="width=device-width"></head>'
  browser.serve(demo.url, bloggerPage(demo, demoPosts).replace('</head>', viewport))
  page = await openReady(browser, demo.url)
})
afterAll(() => browser?.close())
beforeEach(async () => {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
})

const words = (text: string): Locator => page.locator('.comment-content').filter({ hasText: text }).first()
const idOf = (body: Locator): Promise<string> =>
  body.evaluate(
    (element) => element.closest('[data-understory-comment]')!.getAttribute('data-understory-comment')!,
  )
const reference = (text: string): Locator =>
  page.locator('[data-understory-comment] a[data-understory-reference]').filter({ hasText: text }).first()
const card = (): Locator => page.locator('.us-card')
const lit = (): Promise<string[]> =>
  page
    .locator('[data-understory-comment][data-understory-lit]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-understory-comment')!))
const readAt = (comment: Locator, block: ScrollLogicalPosition = 'center') =>
  comment.evaluate((element, place) => element.scrollIntoView({ block: place, behavior: 'instant' }), block)
const scrolled = () => page.evaluate(() => Math.round(scrollY))

describe('by touch', () => {
  it('a tap on a comment lights up all that answer it, a tap elsewhere lets them go dark', async () => {
    const body = words('"Rested" is what you do with pastry')
    const id = await idOf(body)
    await readAt(body)
    await body.tap()
    await page.locator('[data-understory-comment][data-understory-lit]').first().waitFor()
    const answers = (await readContract(page)).filter(({ parent }) => parent === id)
    expect(await lit()).toEqual(expect.arrayContaining(answers.map((answer) => answer.id)))
    expect((await lit()).length).toBe(3)
    await page.locator('.comments h4').first().tap()
    await expect.poll(lit).toEqual([])
  })

  it('a tap on "answered by 3" lists them and lights them up, and a tap on one shows it whole', async () => {
    const id = await idOf(words('"Rested" is what you do with pastry'))
    const control = commentOn(page, id).locator('.us-answers').first()
    await readAt(control)
    await control.tap()
    await card().locator('.us-card-row').nth(2).waitFor()
    expect((await lit()).length).toBe(3)
    const isCut = () =>
      card()
        .first()
        .evaluate((it) => it.scrollHeight > it.clientHeight + 1)
    expect(await isCut()).toBe(false)
    await card().locator('.us-card-row').nth(2).tap()
    await card().nth(1).getByText('I have never been so moved by a baked thing').waitFor()
    expect((await lit()).length).toBe(3)
    const before = await scrolled()
    await card()
      .nth(1)
      .getByRole('button', { name: /^Go to the comment/ })
      .tap()
    await page.locator('[data-understory-target]').filter({ hasText: 'I am anon 07:58' }).waitFor()
    expect(await card().count()).toBe(0)
    expect(await scrolled()).not.toBe(before)
    await page.goBack()
    await expect.poll(scrolled).toBe(before)
  })

  it('a tap on a reference shows what is out of view, "Go there" goes, and back returns', async () => {
    const link = reference('0058')
    await readAt(link)
    const before = await scrolled()
    await link.tap()
    await card().getByText('From Saturday').waitFor()
    expect(await scrolled()).toBe(before)
    await card()
      .getByRole('button', { name: /^Go to the comment/ })
      .first()
      .tap()
    await page.locator('[data-understory-target]').waitFor()
    expect(await card().count()).toBe(0)
    await page.goBack()
    await expect.poll(scrolled).toBe(before)
  })

  it('a tap in a preview opens one upon it, and a tap beside them closes both', async () => {
    const link = reference('00:07')
    await readAt(link, 'start')
    await page.mouse.wheel(0, -80)
    await expect.poll(() => link.evaluate((it) => it.getBoundingClientRect().top)).toBeGreaterThan(75)
    await link.tap()
    await card().locator('a[data-understory-reference]').filter({ hasText: '23:52' }).first().tap()
    await card().nth(1).getByText('Because nine is a small number').waitFor()
    await page.touchscreen.tap(3, 3)
    await expect.poll(() => card().count()).toBe(0)
  })

  it('a tap on what a comment answers shows that, or goes where it is in view', async () => {
    await arrange(page, 'Newest first')
    const control = page.locator('.us-to.us-by-site').first()
    await control.waitFor()
    // What came before stands below.
    await readAt(control, 'end')
    await control.tap()
    await card().locator('.us-card-comment').waitFor()
    await page.keyboard.press('Escape')
    await arrange(page, 'Conversation')
    const near = page.locator('.us-to.us-by-explicit').first()
    await near.waitFor()
    const own = await near.evaluate((it) => it.closest('[data-understory-comment]')!.id)
    const { parent } = (await readContract(page)).find(({ id }) => id === own)!
    await commentOn(page, parent!).evaluate((it) =>
      it.scrollIntoView({ block: 'start', behavior: 'instant' }),
    )
    await near.tap()
    await page.locator(`[data-understory-comment="${parent}"][data-understory-target]`).waitFor()
    expect(await card().count()).toBe(0)
    await arrange(page, 'Original')
  })

  it('nothing waits for a pointer: every control is seen, and is large enough for a finger', async () => {
    const small = await page
      .locator('[data-understory-ui] :is(button, select, label)')
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.checkVisibility())
          .filter((control) => {
            // What is out of sight may be left out, and has no size then.
            control.scrollIntoView({ block: 'nearest', behavior: 'instant' })
            const { width, height } = control.getBoundingClientRect()
            return getComputedStyle(control).opacity === '0' || width < 24 || height < 24
          })
          .map(({ outerHTML }) => outerHTML),
      )
    expect(small).toEqual([])
  })

  it('nothing is wider than the window', async () => {
    for (const name of ['Original', 'Conversation', 'Newest first']) {
      await arrange(page, name)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBe(0)
    }
    await arrange(page, 'Original')
  })
})
