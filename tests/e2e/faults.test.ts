import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bigPage } from '../bench/big-page.ts'
import type { ExtensionScope, ExtensionsPage } from './extension-api.ts'
import { launch } from './harness/chromium.ts'
import { readContract, waitForState } from './harness/contract.ts'
import { quietFile } from './harness/in-extension.ts'
import { pageOf } from './pages.ts'
import { buttonOn, type Chromium, clip, clipsIn, exported, openReady, toolbarOf } from './steps.ts'

const host = 'https://lamplighters.blogspot.com'
let browser: Chromium
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

/** A served post of its own for each test, so that none sees what another clipped. */
const post = async (slug: string, comments: string[]) => {
  const url = `${host}/2026/04/${slug}.html`
  const serve = (bodies: string[]) => browser.serve(url, pageOf(url, `Post ${slug}`, bodies))
  serve(comments)
  const page = await openReady(browser, url)
  const ids = (await readContract(page)).map(({ id }) => id)
  const kept = async () => (await exported(browser)).clips.filter(({ source }) => source.pageUrl === url)
  return { url, page, ids, serve, kept }
}

/** Also while it is empty, and so not shown. */
const status = (page: Page) => toolbarOf(page).getByRole('status', { includeHidden: true })

describe('a clip', () => {
  it('is kept once when the worker was killed between two clicks', async () => {
    const { page, ids, kept } = await post('killed', ['First words.', 'Second words.'])
    await clip(page, ids[0]!)
    await browser.stopWorker()
    await clip(page, ids[1]!)
    expect((await kept()).map(({ text }) => text)).toEqual(['First words.', 'Second words.'])
  })

  it('is kept once when the worker is killed while it is clipped', async () => {
    const comments = Array.from({ length: 6 }, (_, k) => `Words of comment ${k}.`)
    const { page, ids, kept } = await post('killed-at-work', comments)
    for (const id of ids) await Promise.all([clip(page, id), browser.stopWorker()])
    expect((await kept()).map(({ text }) => text)).toEqual(comments)
  })

  it('shows as clipped when the page is opened again', async () => {
    const { page, ids } = await post('reloaded', ['Keep me.', 'Not me.'])
    await clip(page, ids[0]!)
    await page.reload({ waitUntil: 'domcontentloaded' })
    await waitForState(page, ['ready'])
    expect((await readContract(page)).map(({ isClipped }) => isClipped)).toEqual([true, false])
    expect(await buttonOn(page, ids[0]!, 'Clipped').count()).toBe(1)
    expect(await buttonOn(page, ids[1]!, 'Clip').count()).toBe(1)
  })

  it('is one clip however often and from however many tabs the comment is clipped', async () => {
    const { url, page, ids, kept } = await post('twice', ['Only once.'])
    const other = await openReady(browser, url)
    await Promise.all([clip(page, ids[0]!), clip(other, ids[0]!)])
    const again = buttonOn(page, ids[0]!, 'Clipped')
    await again.click()
    await page.locator('button[aria-busy="true"]').waitFor({ state: 'detached' })
    expect(await kept()).toHaveLength(1)
    expect((await kept())[0]!.revisions).toEqual([])
    await other.close()
  })

  it('gets a revision when the comment has changed and is clipped again', async () => {
    const { page, ids, serve, kept } = await post('changed', ['I never said that.'])
    await clip(page, ids[0]!)
    serve(['I did say that.'])
    await page.reload({ waitUntil: 'domcontentloaded' })
    await waitForState(page, ['ready'])
    await buttonOn(page, ids[0]!, 'Clipped').click()
    await expect.poll(async () => (await kept())[0]?.text).toBe('I did say that.')
    const clips = await kept()
    expect(clips).toHaveLength(1)
    expect(clips[0]!.revisions.map(({ text }) => text)).toEqual(['I never said that.'])
  })

  it('of a whole thread keeps three thousand comments', async () => {
    const url = `${host}/2026/04/three-thousand.html`
    browser.serve(url, bigPage(3000, url))
    const page = await openReady(browser, url)
    const button = toolbarOf(page).getByRole('button', { name: 'Clip thread' })
    await button.click()
    await toolbarOf(page).locator('button[aria-pressed="true"]').waitFor()
    const popup = await browser.openPopup(page)
    await clipsIn(popup).filter({ hasText: '3,000 comments' }).waitFor()
    const kept = (await exported(browser)).clips.find(({ source }) => source.pageUrl === url)
    expect(kept?.comments).toHaveLength(3000)
    await popup.close()
    await page.close()
  })
})

type Holding = typeof globalThis & { held?: IDBDatabase }

/** Runs in a page of the extension: holds the library open at a version, as another release's page would. */
const holdLibrary = (version: number) =>
  new Promise<number>((resolve, reject) => {
    const request = indexedDB.open('understory', version)
    request.onupgradeneeded = () => {
      if (!request.result.objectStoreNames.contains('rows')) request.result.createObjectStore('old')
    }
    request.onsuccess = () => {
      ;(globalThis as Holding).held = request.result
      resolve(request.result.version)
    }
    request.onerror = () => reject(request.error)
  })

const deleteLibrary = () =>
  new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase('understory')
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
  })

describe('another release of the library', () => {
  it('that is newer and open in another page loses nothing', async () => {
    const { page, ids, kept } = await post('newer', ['Before the update.', 'After the update.'])
    await clip(page, ids[0]!)
    const newer = await browser.openExtensionPage(quietFile)
    expect(await newer.evaluate(holdLibrary, 5000)).toBe(5000)
    await page.bringToFront()
    await buttonOn(page, ids[1]!, 'Clip').click()
    await page.locator('button[aria-busy="true"]').waitFor({ state: 'detached' })
    const isKept = (await readContract(page))[1]!.isClipped
    if (!isKept)
      expect(await status(page).textContent()).toMatch(/library is being updated|reload the extension/i)
    await newer.close()
    const texts = (await kept()).map(({ text }) => text)
    expect(texts).toEqual(isKept ? ['Before the update.', 'After the update.'] : ['Before the update.'])
  })

  it('that is older and open in another page is said in a sentence, and clipping works once it is closed', async () => {
    const { page, ids, kept } = await post('older', ['Patience.'])
    const older = await browser.openExtensionPage(quietFile)
    await older.evaluate(deleteLibrary)
    expect(await older.evaluate(holdLibrary, 5)).toBe(5)
    await page.bringToFront()
    await buttonOn(page, ids[0]!, 'Clip').click()
    await status(page).getByText('Close the other Understory pages and try again.').waitFor()
    expect((await readContract(page))[0]!.isClipped).toBe(false)
    await older.close()
    await page.bringToFront()
    await clip(page, ids[0]!)
    expect((await kept()).map(({ text }) => text)).toEqual(['Patience.'])
  })
})

describe('the popup', () => {
  it('says that another page is in the way of the library, and opens it once that page is closed', async () => {
    const older = await browser.openExtensionPage(quietFile)
    await older.evaluate(deleteLibrary)
    expect(await older.evaluate(holdLibrary, 5)).toBe(5)
    const popup = await browser.openPopup()
    await popup.getByText('The library did not open').waitFor()
    await older.close()
    await popup.getByRole('button', { name: 'Try again' }).click()
    await popup.getByText('Nothing kept yet').waitFor()
    await popup.close()
  })

  it('says so too when the background waits for the library already', async () => {
    const { page, ids } = await post('both-wait', ['Patience, both of you.'])
    const older = await browser.openExtensionPage(quietFile)
    await older.evaluate(deleteLibrary)
    expect(await older.evaluate(holdLibrary, 5)).toBe(5)
    await page.bringToFront()
    await buttonOn(page, ids[0]!, 'Clip').click()
    await status(page).getByText('Close the other Understory pages and try again.').waitFor()
    const popup = await browser.openPopup()
    await popup.getByText('The library did not open').waitFor()
    await older.close()
    await popup.close()
  })
})

/** Chromium only starts an extension from a folder again for those who develop one. */
const allowReloading = async () => {
  const settings = await browser.open('chrome://extensions/')
  await settings.evaluate(() =>
    (globalThis as unknown as ExtensionsPage).chrome.developerPrivate.updateProfileConfiguration({
      inDeveloperMode: true,
    }),
  )
  await settings.close()
}

// The last one, because it ends every page of the extension.
describe('an extension that was reloaded', () => {
  it('says on a page from before that it wants to be loaded again, and clips there afterwards', async () => {
    const { page, ids, kept } = await post('updated', ['Before and after.'])
    await allowReloading()
    const own = await browser.openExtensionPage(quietFile)
    const restarted = browser.context.waitForEvent('serviceworker')
    await own.evaluate(() => (globalThis as ExtensionScope).chrome.runtime.reload()).catch(() => {})
    await restarted
    await page.bringToFront()
    await buttonOn(page, ids[0]!, 'Clip').click()
    await status(page).getByText('Reload this page to clip').waitFor()
    expect((await readContract(page))[0]!.isClipped).toBe(false)
    await page.reload({ waitUntil: 'domcontentloaded' })
    await waitForState(page, ['ready'])
    await clip(page, ids[0]!)
    expect((await kept()).map(({ text }) => text)).toEqual(['Before and after.'])
  })
})
