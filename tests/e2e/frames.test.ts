import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowserSettings } from './browser-settings.ts'
import { framedComments, framesAt, serveFramedPost, framedPost as url } from './framed-pages.ts'
import { launch } from './harness/chromium.ts'
import { readContract, stateOf, waitForState } from './harness/contract.ts'
import { askedFor, refusePermissions } from './permission-requests.ts'
import { asServed, type Chromium, exported, htmlOf, openRemembering } from './steps.ts'

let browser: Chromium
let settings: Awaited<ReturnType<typeof openBrowserSettings>>
let page: Page
let popup: Page

const frameOf = async (tab: Page): Promise<Frame> => {
  const find = () => tab.frames().find((frame) => frame.url().startsWith(framesAt.thread))
  const frame =
    find() ?? (await tab.waitForEvent('framenavigated', { predicate: () => find() !== undefined }))
  await frame.waitForLoadState('load')
  return find()!
}
/** The popup does not look again by itself. */
const reopenPopup = async () => {
  await popup.close()
  popup = await browser.openPopup(page)
}

beforeAll(async () => {
  browser = await launch({ grantEverything: true })
  serveFramedPost(browser)
  settings = await openBrowserSettings(browser)
  await settings.allowOnlySpecificSites()
  await settings.allow('kettle.example')
  page = await openRemembering(browser, url)
  await waitForState(page, ['none'])
  popup = await browser.openPopup(page)
})
afterAll(() => browser?.close())

describe('a thread in a frame of Disqus', () => {
  it('is named by the popup, which asks the browser for that site and no other', async () => {
    await popup.getByText('The comments of this page are in a frame of disqus.com.').waitFor()
    await refusePermissions(popup)
    await popup.getByRole('button', { name: 'Read comments on disqus.com' }).click()
    await popup.getByText('the frame of disqus.com is not read').waitFor()
    expect(await askedFor(popup)).toEqual(['*://disqus.com/*'])
    expect(await stateOf(await frameOf(page))).toBeNull()
  })

  it('is read inside of its frame as soon as it is allowed, and the popup tells of it', async () => {
    await settings.allow('disqus.com')
    const frame = await frameOf(page)
    await waitForState(frame, ['ready'])
    expect((await readContract(frame)).map(({ depth, name }) => [depth, name])).toEqual(framedComments)
    expect(await page.evaluate(() => document.documentElement.getAttribute('data-understory'))).toBe('none')
    await reopenPopup()
    await popup.getByText('3 comments · 3 people · in a frame of disqus.com').waitFor()
    expect(await popup.getByRole('heading', { level: 1 }).textContent()).toBe('Tea at four')
  })

  it('is clipped as the thread of the post that it stands under', async () => {
    await popup.getByRole('button', { name: 'Clip thread' }).click()
    await popup.getByText('Thread clipped.').waitFor()
    const [clip] = (await exported(browser)).clips
    expect(clip).toMatchObject({ kind: 'thread', source: { pageUrl: url, pageTitle: 'Tea' } })
    expect(clip!.comments).toHaveLength(3)
  })

  it('is turned off and on from the popup', async () => {
    const frame = await frameOf(page)
    await popup.getByRole('button', { name: 'Off', exact: true }).click()
    await waitForState(frame, ['off'])
    expect(await frame.evaluate(() => document.querySelectorAll('[data-understory-ui]').length)).toBe(0)
    await popup.getByRole('button', { name: 'On again' }).click()
    await waitForState(frame, ['ready'])
  })

  it('is read from the start when the page is loaded again, and in no other frame anything is', async () => {
    await page.reload({ waitUntil: 'load' })
    await waitForState(await frameOf(page), ['ready'])
    const advert = page.frames().find((frame) => frame.url() === framesAt.advert)!
    expect(await stateOf(advert)).toBeNull()
  })

  it('is left alone on a site that was switched off', async () => {
    await reopenPopup()
    const site = popup.getByRole('switch', { name: 'On for this site' })
    await site.click()
    await waitForState(await frameOf(page), ['off'])
    expect(await htmlOf(page)).toBe(await asServed(page))
    await page.reload({ waitUntil: 'load' })
    const other = await browser.open('https://kettle.example/none/').catch(() => null)
    await other?.close()
    expect(await stateOf(await frameOf(page))).toBeNull()
    await popup.bringToFront()
    await site.click()
    await waitForState(page, ['none'])
    await page.reload({ waitUntil: 'load' })
    await waitForState(await frameOf(page), ['ready'])
  })

  it('is read where its own site alone is allowed', async () => {
    await settings.takeBack('kettle.example')
    await page.reload({ waitUntil: 'load' })
    await waitForState(await frameOf(page), ['ready'])
    expect(await htmlOf(page)).toBe(await asServed(page))
    await browser.pressAction(page)
    await reopenPopup()
    await popup.getByText('in a frame of disqus.com').waitFor()
  })

  it('is given back at once when it is taken back', async () => {
    await settings.takeBack('disqus.com')
    await waitForState(await frameOf(page), ['off'])
  })
})
