import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bloggerPage } from '../demo/blogger-page.ts'
import { demoPosts } from '../demo/demo-blog.ts'
import type { ExtensionScope } from './extension-api.ts'
import { launch } from './harness/chromium.ts'
import { readContract, waitForState } from './harness/contract.ts'
import { quietFile } from './harness/in-extension.ts'
import { demo } from './pages.ts'
import { allowPrivate, openPrivately, openPrivatePopup } from './private-window.ts'
import { arrange, buttonOn, type Chromium, clip, clipsIn, exported, toolbarOf } from './steps.ts'

let browser: Chromium
let page: Page
beforeAll(async () => {
  browser = await launch()
  for (const post of demoPosts) browser.serve(post.url, bloggerPage(post, demoPosts))
  await allowPrivate(browser)
  page = await openPrivately(browser, demo.url)
  await waitForState(page, ['ready'])
})
afterAll(() => browser?.close())

/** All that the extension remembers, but for the library. */
const remembered = async () => {
  const own = await browser.openExtensionPage(quietFile)
  try {
    return await own.evaluate(() => (globalThis as ExtensionScope).chrome.storage.local.get(null))
  } finally {
    await own.close()
  }
}
const question = 'This is a private window. Clips stay in your library after it is closed.'
const never = 'Nothing was clipped: clips from private windows are not kept.'
const statusOf = (tab: Page) => toolbarOf(tab).getByRole('status')
const answer = (tab: Page, words: string) => statusOf(tab).getByRole('button', { name: words }).click()
const ids = async () => (await readContract(page)).map(({ id }) => id)

const choose = async (words: string) => {
  const options = await browser.openExtensionPage('options.html')
  await options.getByRole('radio', { name: words }).check()
  await options.close()
}

describe('a private window', () => {
  it('is read like any other, and nothing of it is remembered', async () => {
    expect(await readContract(page)).toHaveLength(68)
    await arrange(page, 'Newest first')
    await arrange(page, 'Original')
    await toolbarOf(page).getByRole('button', { name: 'Collapse all' }).click()
    await toolbarOf(page).getByRole('button', { name: 'Expand all' }).click()
    expect(await remembered()).toEqual({})
  })

  it('asks before the first clip, and keeps none where the answer is no', async () => {
    const [first] = await ids()
    await buttonOn(page, first!, 'Clip').click()
    await statusOf(page).getByText(question).waitFor()
    expect((await exported(browser)).clips).toEqual([])
    await page.bringToFront()
    await answer(page, 'Don’t')
    await statusOf(page).getByText(never).waitFor()
    await toolbarOf(page).getByRole('button', { name: 'Clip thread' }).click()
    await statusOf(page).getByText(never).waitFor()
    expect(await statusOf(page).getByRole('button').count()).toBe(0)
    expect((await exported(browser)).clips).toEqual([])
  })

  it('asks again once the options say so, and keeps the clip that it was asked for', async () => {
    await choose('Ask before')
    await page.bringToFront()
    const [first, second] = await ids()
    await buttonOn(page, first!, 'Clip').click()
    await answer(page, 'Keep clips')
    await page.locator(`[data-understory-comment="${first}"][data-understory-clipped]`).waitFor()
    await clip(page, second!)
    const { clips } = await exported(browser)
    expect(clips.map(({ source }) => source.nativeId).sort()).toEqual([first, second].sort())
    expect(Object.keys(await remembered())).toEqual(['settings'])
  })
})

describe('the popup of a private window', () => {
  it('asks the same, offers no switch for sites, and gives the page back', async () => {
    await choose('Ask before')
    const popup = await openPrivatePopup(browser)
    await popup.getByText(/\d+ comments · /).waitFor()
    expect(await popup.getByRole('switch').count()).toBe(0)
    await popup.getByText('nothing of it is remembered').waitFor()
    const thread = popup.getByRole('button', { name: 'Clip thread' })
    await thread.click()
    await popup.getByText(question).waitFor()
    await popup.getByRole('button', { name: 'Don’t' }).click()
    await popup.getByText(never).waitFor()
    await choose('Ask before')
    await popup.reload()
    await thread.click()
    await popup.getByRole('button', { name: 'Keep clips' }).click()
    await popup.getByText('Thread clipped.').waitFor()
    await clipsIn(popup).filter({ hasText: 'Whole thread' }).waitFor()
    await popup.getByRole('button', { name: 'Off', exact: true }).click()
    await waitForState(page, ['off'])
    expect(Object.keys(await remembered())).toEqual(['settings'])
    expect(await remembered()).not.toHaveProperty('settings.sitesOff.0')
    await popup.close()
  })
})
