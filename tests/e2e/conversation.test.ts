import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bloggerPage } from '../demo/blogger-page.ts'
import { demoPosts } from '../demo/demo-blog.ts'
import { launch } from './harness/chromium.ts'
import { readContract, waitForState } from './harness/contract.ts'
import { demo } from './pages.ts'
import {
  arrange,
  asServed,
  type Chromium,
  clip,
  commentOn,
  exported,
  htmlWithoutState,
  openReady,
  openRemembering,
  toolbarOf,
} from './steps.ts'

let browser: Chromium
beforeAll(async () => {
  browser = await launch()
  for (const post of demoPosts) browser.serve(post.url, bloggerPage(post, demoPosts))
})
afterAll(() => browser?.close())

const reference = (page: Page, words: string) =>
  page.locator('[data-understory-comment] a[data-understory-reference]').filter({ hasText: words }).first()

/** The comment that a text stands in, by its id; each body is one element, so replies do not count. */
const idOf = (page: Page, words: string): Promise<string> =>
  page
    .locator('.comment-content')
    .filter({ hasText: words })
    .first()
    .evaluate((body) => body.closest('[data-understory-comment]')!.getAttribute('data-understory-comment')!)

const card = (page: Page) => page.locator('.us-card')

/** Scrolls until the comment is where a reader would read it, and nothing above it is seen. */
const readAt = (page: Page, id: string) =>
  commentOn(page, id).evaluate((comment) => comment.scrollIntoView({ block: 'start', behavior: 'instant' }))

describe('words that point at a comment', () => {
  it('are links around the same text', async () => {
    const page = await openRemembering(browser, demo.url)
    await waitForState(page, ['ready'])
    const link = reference(page, '21:31')
    const target = (await link.getAttribute('href'))!.slice(1)
    expect(await commentOn(page, target).locator('.datetime').first().textContent()).toContain('21:31')
    const words = () => page.locator('.comment-content').allTextContents()
    const before = await words()
    await toolbarOf(page).getByRole('button', { name: 'Off' }).click()
    await waitForState(page, ['off'])
    expect(await words()).toEqual(before)
    expect((await htmlWithoutState(page)) === (await asServed(page))).toBe(true)
    await page.close()
  })

  it('show what they mean on pointing, and light it up where it is in view', async () => {
    const page = await openReady(browser, demo.url)
    const link = reference(page, '0058')
    await readAt(page, await idOf(page, '0058 makes the case'))
    await link.hover()
    await card(page).getByText('From Saturday').waitFor()
    await page.mouse.move(2, 2)
    await card(page).waitFor({ state: 'detached' })

    const target = (await link.getAttribute('href'))!.slice(1)
    await page.setViewportSize({ width: 1280, height: 20_000 })
    await readAt(page, target)
    await link.hover()
    await page.locator(`[data-understory-comment="${target}"][data-understory-lit]`).waitFor()
    expect(await card(page).count()).toBe(0)
    await page.close()
  })

  it('show what they mean on a page without a doctype, too, beside themselves', async () => {
    const url = demo.url.replace('.html', '-quirks.html')
    browser.serve(url, bloggerPage(demoPosts[0]!, demoPosts).replace(/^<!DOCTYPE html>/i, ''))
    const page = await openReady(browser, url)
    expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat')
    // There is no room below it.
    await reference(page, '0058').evaluate((link) =>
      link.scrollIntoView({ block: 'end', behavior: 'instant' }),
    )
    await reference(page, '0058').hover()
    await card(page).waitFor()
    const isInView = await card(page).evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight
    })
    expect(isInView).toBe(true)
    await page.close()
  })

  it('lead there, and back returns', async () => {
    const page = await openReady(browser, demo.url)
    const link = reference(page, '21:31')
    await link.scrollIntoViewIfNeeded()
    const scrolled = () => page.evaluate(() => scrollY)
    const before = await scrolled()
    await link.click()
    await page.locator('[data-understory-target]').waitFor()
    expect(await scrolled()).not.toBe(before)
    await page.goBack()
    await expect.poll(scrolled).toBe(before)
    await page.close()
  })

  it('are no other than the words that say what a comment answers: by pointer and by keyboard', async () => {
    const page = await openReady(browser, demo.url)
    await arrange(page, 'Newest first')
    await page.setViewportSize({ width: 1280, height: 400 })
    const control = page.locator('.us-to').first()
    await control.scrollIntoViewIfNeeded()
    await control.hover()
    await card(page).locator('.us-card-comment').waitFor()
    const words = (await control.getAttribute('data-label'))!
    expect(words).toContain((await card(page).locator('header b').textContent())!)
    await page.mouse.move(2, 2)
    await card(page).waitFor({ state: 'detached' })
    await page.keyboard.press('Tab')
    await control.focus()
    await card(page).locator('.us-card-comment').waitFor()
    const scrolled = () => page.evaluate(() => scrollY)
    const before = await scrolled()
    await page.keyboard.press('Enter')
    await page.locator('[data-understory-target]').waitFor()
    expect(await card(page).count()).toBe(0)
    await page.goBack()
    await expect.poll(scrolled).toBe(before)
    await arrange(page, 'Original')
    await page.close()
  })

  it('work in a preview, too: one opens upon the other, and Escape closes them one by one', async () => {
    const page = await openReady(browser, demo.url)
    await readAt(page, await idOf(page, '00:07 three'))
    await reference(page, '00:07').focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    const inner = card(page).locator('a[data-understory-reference]').filter({ hasText: '23:52' })
    await inner.waitFor()
    await inner.hover()
    await card(page).nth(1).getByText('Because nine is a small number').waitFor()
    await page.keyboard.press('Escape')
    expect(await card(page).count()).toBe(1)
    await page.keyboard.press('Escape')
    expect(await card(page).count()).toBe(0)
    await page.close()
  })

  it('open by touch what they mean, and "Go there" goes', async () => {
    const page = await openReady(browser, demo.url)
    await readAt(page, await idOf(page, '0058 makes the case'))
    const link = reference(page, '0058')
    await link.evaluate((element) =>
      element.dispatchEvent(
        new PointerEvent('click', { bubbles: true, cancelable: true, pointerType: 'touch' }),
      ),
    )
    await card(page)
      .getByRole('button', { name: /^Go to the comment/ })
      .first()
      .click()
    await page.locator('[data-understory-target]').waitFor()
    expect(await card(page).count()).toBe(0)
    await page.close()
  })
})

describe('the conversation', () => {
  const depths = async (page: Page) => new Map((await readContract(page)).map((one) => [one.id, one]))

  it('puts a comment under what it answers, and back', async () => {
    const page = await openReady(browser, demo.url)
    const answer = await idOf(page, 'No 21:31, you have')
    const before = (await depths(page)).get(answer)!
    await arrange(page, 'Conversation')
    await page.locator('[data-understory-flat]').waitFor()
    const after = (await depths(page)).get(answer)!
    expect(after.depth).toBeGreaterThan(before.depth)
    expect(after.link).toBe('explicit')
    const order = (await readContract(page)).map(({ id }) => id)
    expect(order.indexOf(after.parent!)).toBeLessThan(order.indexOf(answer))
    await arrange(page, 'Original')
    expect((await depths(page)).get(answer)).toEqual(before)
    await page.close()
  })

  it('is remembered for the site, and there before the thread is seen', async () => {
    const page = await openReady(browser, demo.url)
    await arrange(page, 'Conversation')
    await page.locator('[data-understory-flat]').waitFor()
    await page.reload({ waitUntil: 'domcontentloaded' })
    await waitForState(page, ['ready'])
    expect(await page.locator('[data-understory-flat]').count()).toBe(1)
    await arrange(page, 'Original')
    await page.close()
  })

  it('says why, takes "not an answer" for an answer, and remembers it', async () => {
    const page = await openReady(browser, demo.url)
    await arrange(page, 'Conversation')
    const answer = await idOf(page, 'No 21:31, you have')
    const own = commentOn(page, answer)
    await own.getByRole('button', { name: 'why?' }).first().click()
    await card(page).getByText(/21:31/).first().waitFor()
    const parent = (await depths(page)).get(answer)!.parent
    await card(page).getByRole('button', { name: 'Not an answer to this' }).first().click()
    await expect.poll(async () => (await depths(page)).get(answer)!.parent).not.toBe(parent)
    await toolbarOf(page).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await depths(page)).get(answer)!.parent).toBe(parent)

    await commentOn(page, answer).getByRole('button', { name: 'why?' }).first().click()
    await card(page).getByRole('button', { name: 'Not an answer to this' }).first().click()
    await expect.poll(async () => (await depths(page)).get(answer)!.parent).not.toBe(parent)
    await page.reload({ waitUntil: 'domcontentloaded' })
    await waitForState(page, ['ready'])
    expect((await depths(page)).get(answer)!.parent).not.toBe(parent)
    await arrange(page, 'Original')
    await page.close()
  })

  it('shows an exchange alone, from its root to here', async () => {
    const page = await openReady(browser, demo.url)
    const last = await idOf(page, '00:07 three')
    await commentOn(page, last).hover()
    await commentOn(page, last).getByRole('button', { name: 'Exchange' }).first().click()
    const steps = card(page).locator('.us-card-comment')
    expect(await steps.count()).toBeGreaterThanOrEqual(3)
    expect(await steps.last().textContent()).toContain('00:07 three')
    await page.keyboard.press('Escape')
    expect(await card(page).count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-label'))).toBe('Exchange')
    await page.close()
  })

  it('says who answered a comment, and leads there', async () => {
    const page = await openReady(browser, demo.url)
    const asked = await idOf(page, '"Rested" is what you do with pastry')
    const answers = commentOn(page, asked).locator('.us-answers').first()
    expect(await answers.getAttribute('data-label')).toBe('answered by 3')
    await answers.click()
    const rows = card(page).locator('.us-card-row')
    expect(await rows.count()).toBe(3)
    await rows.last().press('Enter')
    await page.locator('[data-understory-target]').filter({ hasText: 'I am anon 07:58' }).waitFor()
    await page.close()
  })

  it('reads an article in three comments as one, and clips it as one', async () => {
    const page = await openReady(browser, demo.url)
    const [first, third] = [await idOf(page, 'From Saturday'), await idOf(page, 'Third and last')]
    expect(await commentOn(page, third).getAttribute('data-understory-part-of')).toBe(first)
    await toolbarOf(page).locator('[data-label="66 comments"]').waitFor()
    await clip(page, third)
    expect(await commentOn(page, first).getAttribute('data-understory-clipped')).not.toBeNull()
    const kept = (await exported(browser)).clips.find(({ text }) => text.includes('From Saturday'))
    expect(kept?.text).toContain('Third and last')
    await page.close()
  })
})
