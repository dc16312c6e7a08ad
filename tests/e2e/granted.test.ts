import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bloggerPage } from '../demo/blogger-page.ts'
import { demoPosts } from '../demo/demo-blog.ts'
import { openBrowserSettings } from './browser-settings.ts'
import type { ExtensionScope } from './extension-api.ts'
import { launch } from './harness/chromium.ts'
import { waitForState } from './harness/contract.ts'
import { quietFile } from './harness/in-extension.ts'
import { demo } from './pages.ts'
import { asServed, type Chromium, htmlOf, openReady, openRemembering } from './steps.ts'

const urls = { a: 'https://a.example/the-last-boat.html', b: 'https://b.example/the-last-boat.html' }

let browser: Chromium
let settings: Awaited<ReturnType<typeof openBrowserSettings>>
let options: Page
let a: Page
let b: Page
beforeAll(async () => {
  browser = await launch({ grantEverything: true })
  for (const url of [demo.url, ...Object.values(urls)]) browser.serve(url, bloggerPage(demo, demoPosts))
  options = await browser.openExtensionPage('options.html')
  settings = await openBrowserSettings(browser)
  a = await openRemembering(browser, urls.a)
  b = await openRemembering(browser, urls.b)
})
afterAll(() => browser?.close())

/** Which scripts run by themselves, and where. */
const registered = async () => {
  const own = await browser.openExtensionPage(quietFile)
  const scripts = await own.evaluate(() =>
    (globalThis as ExtensionScope).chrome.scripting.getRegisteredContentScripts(),
  )
  await own.close()
  return Object.fromEntries(scripts.map(({ id, matches }) => [id, matches]))
}

const isGivenBack = async (page: Page) => {
  await waitForState(page, ['off'])
  return (await htmlOf(page)) === (await asServed(page))
}
const rowOf = (host: string) => options.getByRole('listitem').filter({ hasText: host })

describe('every site, allowed by the browser', () => {
  it('is on at once', async () => {
    await waitForState(a, ['ready'])
    await waitForState(b, ['ready'])
    await options.getByRole('button', { name: 'Only the sites above' }).waitFor()
    await options.getByText('No other site was added').waitFor()
  })

  it('but for a site that is switched off: there nothing is registered, and the list says so', async () => {
    const popup = await browser.openPopup(b)
    await popup.getByRole('switch', { name: 'On for this site' }).click()
    expect(await isGivenBack(b)).toBe(true)
    await popup.close()
    await rowOf('b.example').getByText('Switched off by you').waitFor()
    await b.reload({ waitUntil: 'load' })
    const other = await openReady(browser, urls.a)
    expect(await htmlOf(b)).toBe(await asServed(b))
    await other.close()
    await options.bringToFront()
    await rowOf('b.example').getByRole('switch').click()
    await waitForState(b, ['ready'])
    await rowOf('b.example').waitFor({ state: 'detached' })
  })

  it('is off at once where the browser’s own settings take it back, the platform’s own hosts too', async () => {
    await settings.allowOnlySpecificSites()
    expect(await isGivenBack(a)).toBe(true)
    expect(await isGivenBack(b)).toBe(true)
    await expect.poll(registered).toEqual({})
    await options.getByText('that was taken back in its settings').waitFor()
    await options.getByRole('button', { name: 'On for every site' }).waitFor()
  })
})

describe('one site, allowed in the browser’s own settings', () => {
  it('is on at once, and no other', async () => {
    await settings.allow('a.example')
    await waitForState(a, ['ready'])
    await rowOf('a.example').getByRole('switch', { checked: true }).waitFor()
    expect(await htmlOf(b)).toBe(await asServed(b))
    expect(await registered()).toEqual({
      'long-threads': ['https://a.example/*'],
      probe: ['https://a.example/*'],
    })
  })

  it('that had been switched off is on again', async () => {
    await options.bringToFront()
    await rowOf('a.example').getByRole('switch').click()
    expect(await isGivenBack(a)).toBe(true)
    await settings.takeBack('a.example')
    await rowOf('a.example').getByText('The browser does not let Understory read it.').waitFor()
    await settings.allow('a.example')
    await waitForState(a, ['ready'])
  })

  it('is off at once when it is taken back, and gone from the list', async () => {
    await settings.takeBack('a.example')
    expect(await isGivenBack(a)).toBe(true)
    await rowOf('a.example').waitFor({ state: 'detached' })
    await expect.poll(registered).toEqual({})
  })
})
