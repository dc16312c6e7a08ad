import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowserSettings } from './browser-settings.ts'
import {
  asConversation,
  ghostAdvert,
  ghostComments,
  otherPost,
  serveGhostPosts,
  ghostPost as url,
  withMoreComments,
  withMoreReplies,
} from './ghost-page.ts'
import { launch } from './harness/chromium.ts'
import { readContract, stateOf, waitForState } from './harness/contract.ts'
import { type Chromium, exported } from './steps.ts'

let browser: Chromium
let settings: Awaited<ReturnType<typeof openBrowserSettings>>
let page: Page
let popup: Page

const frameOf = async (tab: Page): Promise<Frame> => {
  const holder = await tab.waitForSelector('iframe[title="comments-frame"]', { state: 'attached' })
  return (await holder.contentFrame())!
}
const goToComments = (tab: Page) =>
  tab.evaluate(() => document.querySelector('#ghost-comments-root')!.scrollIntoView())
const openRead = async (): Promise<Page> => {
  const opened = await browser.open(url)
  await goToComments(opened)
  await waitForState(await frameOf(opened), ['ready'])
  return opened
}
const reopenPopup = async () => {
  await popup?.close()
  popup = await browser.openPopup(page)
}
const shapeOf = async (frame: Frame) =>
  (await readContract(frame)).map(({ depth, name, parent }) => [depth, name, parent])
/** Waits until so many comments are recognised. */
const counted = (frame: Frame, count: number) =>
  frame.waitForFunction(
    (wanted) => document.querySelectorAll('[data-understory-comment]').length === wanted,
    count,
  )
const bodyOf = (frame: Frame) => frame.evaluate(() => document.body.innerHTML)

beforeAll(async () => {
  browser = await launch({ grantEverything: true, backForwardCache: true })
  serveGhostPosts(browser)
  settings = await openBrowserSettings(browser)
  await settings.allowOnlySpecificSites()
  await settings.allow('lamp.example')
  page = await browser.open(url)
})
afterAll(() => browser?.close())

describe('the comments of a Ghost blog', () => {
  it('are waited for where the frame is still empty, and the popup says so', async () => {
    await waitForState(page, ['none'])
    expect(await stateOf(await frameOf(page))).toBeNull()
    await reopenPopup()
    await popup.getByText('where no thread was found yet').waitFor()
    await page.bringToFront()
  })

  it('are read in their frame when the reader comes near, and in no other frame anything is', async () => {
    await goToComments(page)
    const frame = await frameOf(page)
    await waitForState(frame, ['ready'])
    expect(await shapeOf(frame)).toEqual(ghostComments)
    expect(await stateOf(page)).toBe('none')
    for (const other of page.frames().filter((one) => one !== frame && one !== page.mainFrame()))
      expect(await stateOf(other)).toBeNull()
    expect(page.frames().map((one) => one.url())).toContain(ghostAdvert)
    await reopenPopup()
    await popup.getByText('5 comments · 4 people').waitFor()
  })

  it('grow with what the blog shows more of', async () => {
    const frame = await frameOf(page)
    await page.bringToFront()
    await frame.getByTestId('reply-pagination-button').click()
    await counted(frame, 6)
    expect(await shapeOf(frame)).toEqual(withMoreReplies)
    await frame.getByTestId('pagination-component').click()
    await counted(frame, 7)
    expect(await shapeOf(frame)).toEqual(withMoreComments)
  })

  it('are clipped as those of the post around the frame', async () => {
    const frame = await frameOf(page)
    const own = frame.locator('[data-understory-comment="c1"]')
    await own.getByRole('button', { name: 'Clip', exact: true }).click()
    await frame.locator('[data-understory-comment="c1"][data-understory-clipped]').waitFor()
    await reopenPopup()
    await popup.getByRole('button', { name: 'Clip thread' }).click()
    await popup.getByText('Thread clipped.').waitFor()
    const { clips } = await exported(browser)
    const of = (kind: string) => clips.find((clip) => clip.kind === kind)
    const source = { siteName: 'The Lamp', pageUrl: url, pageTitle: 'Which wick?' }
    expect(of('comment')).toMatchObject({
      source: { ...source, nativeId: 'c1', permalink: `${url}#ghost-comments-c1` },
      author: { name: 'Hanne' },
    })
    expect(of('thread')).toMatchObject({ source: { ...source, permalink: url } })
    expect(of('thread')!.comments).toHaveLength(7)
  })

  it('are shown in another order, which holds for the blog and is given back', async () => {
    const frame = await frameOf(page)
    await page.bringToFront()
    const arrange = (name: string) =>
      frame.getByRole('toolbar', { name: 'Understory' }).getByRole('radio', { name, exact: true }).check()
    await arrange('Conversation')
    await frame.locator('[data-understory-comment="a5"][data-understory-parent="a4"]').waitFor()
    expect(await shapeOf(frame)).toEqual(asConversation)
    await arrange('Oldest first')
    await frame.waitForFunction(
      () =>
        document.querySelector('[data-understory-comment]')!.getAttribute('data-understory-comment') === 'c1',
    )
    const second = await openRead()
    const again = await frameOf(second)
    expect((await readContract(again)).map(({ id }) => id)).toEqual(['b1', 'a1', 'a2', 'a3', 'a4'])
    await second.close()
    await arrange('Original')
    expect(await shapeOf(frame)).toEqual(withMoreComments)
  })

  it.each(['Original', 'Newest first'])(
    'are followed when the blog sorts them anew, shown as: %s',
    async (shown) => {
      const tab = await openRead()
      const frame = await frameOf(tab)
      const choice = (name: string) =>
        frame.getByRole('toolbar', { name: 'Understory' }).getByRole('radio', { name, exact: true })
      await choice(shown).check()
      await frame.getByTestId('comments-sorting-form').click()
      await counted(frame, 6)
      await choice('Original').check()
      expect((await readContract(frame)).map(({ id }) => id)).toEqual(['c1', 'b1', 'a1', 'a2', 'a3', 'a4'])
      await tab.close()
    },
  )

  it('show what they answer where that is out of view, where the reader looks', async () => {
    const tab = await openRead()
    await tab.setViewportSize({ width: 800, height: 320 })
    const frame = await frameOf(tab)
    await frame.getByTestId('reply-pagination-button').click()
    await counted(frame, 6)
    await frame
      .getByRole('toolbar', { name: 'Understory' })
      .getByRole('radio', { name: 'Oldest first' })
      .check()
    // It answers the oldest but one.
    const own = frame.locator('[data-understory-comment="a5"]')
    await own.evaluate((element) => element.scrollIntoView({ block: 'end', behavior: 'instant' }))
    await own.locator('.us-to').hover()
    const card = frame.locator('.us-card')
    await card.getByText('Mine burns.').waitFor()
    const box = (await card.boundingBox())!
    expect(box.y).toBeGreaterThanOrEqual(0)
    expect(box.y + box.height).toBeLessThanOrEqual(320)
    await tab.close()
  })

  it('lead to the words of the post around the frame that they quote', async () => {
    const tab = await openRead()
    const frame = await frameOf(tab)
    await frame.getByTestId('pagination-component').click()
    const own = frame.locator('[data-understory-comment="c1"]')
    await own.locator('a[data-understory-reference]').hover()
    await frame.locator('.us-card').getByRole('button', { name: 'Go to these words in the post' }).click()
    expect(await tab.evaluate(() => String(getSelection()))).toBe('Most wicks are made of cotton')
    expect(
      await tab.evaluate(() => {
        const { top, bottom } = document.querySelector('article p')!.getBoundingClientRect()
        return top < innerHeight && bottom > 0
      }),
    ).toBe(true)
    await tab.close()
  })

  it('stay where they are read when they are shown in another order', async () => {
    const tab = await openRead()
    const frame = await frameOf(tab)
    await tab.setViewportSize({ width: 800, height: 320 })
    const place = () =>
      frame.evaluate(() => {
        const own = document.querySelector('[data-understory-comment="a3"]')!
        return own.getBoundingClientRect().top + frameElement!.getBoundingClientRect().top
      })
    await frame
      .locator('[data-understory-comment="a3"]')
      .evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }))
    const before = await place()
    await frame
      .getByRole('toolbar', { name: 'Understory' })
      .getByRole('radio', { name: 'Newest first' })
      .evaluate((radio: HTMLInputElement) => radio.click())
    await frame.waitForFunction(
      () =>
        document.querySelector('[data-understory-comment]')!.getAttribute('data-understory-comment') !== 'a1',
    )
    await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(2)
    await tab.close()
  })

  it('are turned off and on from the popup', async () => {
    const frame = await frameOf(page)
    await reopenPopup()
    await popup.getByRole('button', { name: 'Off', exact: true }).click()
    await waitForState(frame, ['off'])
    expect(await bodyOf(frame)).not.toContain('understory')
    await popup.getByRole('button', { name: 'On again' }).click()
    await waitForState(frame, ['ready'])
  })

  it('are there as they were left after going away and back', async () => {
    const tab = await openRead()
    await tab.evaluate(() => Object.assign(window, { isSame: true }))
    await tab.goto(otherPost)
    await waitForState(tab, ['none'])
    await tab.goBack({ waitUntil: 'commit' })
    await tab.waitForFunction((address) => location.href === address && 'isSame' in window, url)
    const states = await tab.evaluate(() =>
      [
        document,
        document.querySelector<HTMLIFrameElement>('#ghost-comments-root > iframe')!.contentDocument!,
      ].map((one) => one.documentElement.getAttribute('data-understory')),
    )
    expect(states).toEqual(['none', 'ready'])
    await tab.close()
  })

  it('are left alone while their site is off, and read again when it is on', async () => {
    await reopenPopup()
    const site = popup.getByRole('switch', { name: 'On for this site' })
    await site.click()
    await waitForState(await frameOf(page), ['off'])
    expect(await stateOf(page)).toBeNull()
    await page.bringToFront()
    await page.reload({ waitUntil: 'load' })
    await goToComments(page)
    const frame = await frameOf(page)
    await frame.getByText('Trim it daily.').waitFor()
    expect(await stateOf(page)).toBeNull()
    expect(await stateOf(frame)).toBeNull()
    await popup.bringToFront()
    await site.click()
    await waitForState(frame, ['ready'])
  })

  it('are read once where their site is not allowed', async () => {
    await settings.takeBack('lamp.example')
    const frame = await frameOf(page)
    await waitForState(frame, ['off'])
    await page.bringToFront()
    await page.reload({ waitUntil: 'load' })
    await goToComments(page)
    const anew = await frameOf(page)
    await anew.getByText('Trim it daily.').waitFor()
    await browser.pressAction(page)
    await reopenPopup()
    await popup.getByRole('button', { name: 'Enhance this page once' }).click()
    await waitForState(anew, ['ready'])
  })
})
