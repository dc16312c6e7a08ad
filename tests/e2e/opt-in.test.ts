import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bloggerPage } from '../demo/blogger-page.ts'
import { demoPosts } from '../demo/demo-blog.ts'
import type { ExtensionScope } from './extension-api.ts'
import { launch } from './harness/chromium.ts'
import { readContract, stateOf, waitForState } from './harness/contract.ts'
import { quietFile } from './harness/in-extension.ts'
import { demo } from './pages.ts'
import { askedFor, refusePermissions } from './permission-requests.ts'
import { asServed, type Chromium, htmlOf, openReady, openRemembering } from './steps.ts'

const url = 'https://bare.example/the-last-boat.html'

let browser: Chromium
let page: Page
let popup: Page
beforeAll(async () => {
  browser = await launch()
  for (const post of demoPosts) browser.serve(post.url, bloggerPage(post, demoPosts))
  browser.serve(url, bloggerPage(demo, demoPosts))
  page = await openRemembering(browser, url)
  await browser.pressAction(page)
  popup = await browser.openPopup(page)
})
afterAll(() => browser?.close())

const grantedIn = async () => {
  const own = await browser.openExtensionPage(quietFile)
  const { origins } = await own.evaluate(() => (globalThis as ExtensionScope).chrome.permissions.getAll())
  await own.close()
  return origins
}

describe('a page of a host that was not allowed, when the extension’s button was pressed', () => {
  it('is not touched by it', async () => {
    await popup.getByText('Understory is off for bare.example.').waitFor()
    expect(await htmlOf(page)).toBe(await asServed(page))
  })

  it('asks the browser for this site, or for every site, and stays off without its leave', async () => {
    await refusePermissions(popup)
    const site = popup.getByRole('switch', { name: 'On for this site' })
    await site.click()
    await popup
      .getByText('Without the browser’s permission, Understory stays off for bare.example.')
      .waitFor()
    const everySite = popup.getByRole('switch', { name: 'On for every site' })
    await everySite.click()
    await popup.getByText('The browser did not allow this, so nothing was changed.').waitFor()
    expect(await askedFor(popup)).toEqual(['*://bare.example/*', '*://*/*'])
    expect([await site.isChecked(), await everySite.isChecked()]).toEqual([false, false])
    expect(await htmlOf(page)).toBe(await asServed(page))
  })

  it('is enhanced once when it is asked for, and no more is allowed than before', async () => {
    await popup.getByRole('button', { name: 'Enhance this page once' }).click()
    await waitForState(page, ['ready'])
    expect(await readContract(page)).toHaveLength(68)
    await popup.getByText(/\d+ comments · /).waitFor()
    expect(await grantedIn()).toEqual(['*://*.blogspot.com/*'])
  })

  it('gets nothing at all when it is loaded again', async () => {
    await page.reload({ waitUntil: 'load' })
    // A page that is read meanwhile shows that there was time enough.
    const other = await openReady(browser, demo.url)
    expect(await stateOf(page)).toBeNull()
    expect(await htmlOf(page)).toBe(await asServed(page))
    await other.close()
  })
})
