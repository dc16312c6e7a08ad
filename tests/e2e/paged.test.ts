import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from './harness/chromium.ts'
import { readContract, waitForState } from './harness/contract.ts'
import { pagedPages, pageUrl } from './paged-pages.ts'
import {
  asServed,
  type Chromium,
  clip,
  exported,
  htmlWithoutState,
  openRemembering,
  toolbarOf,
} from './steps.ts'

let browser: Chromium
beforeAll(async () => {
  browser = await launch({ grantEverything: true })
  for (const { url, body } of pagedPages()) browser.serve(url, body)
})
afterAll(() => browser?.close())

describe('a thread over several pages', () => {
  it('says which part of it a page shows, and links to the others', async () => {
    const page = await openRemembering(browser, pageUrl(2))
    await waitForState(page, ['ready'])
    const pages = toolbarOf(page).getByRole('group', { name: 'Pages of this thread' })
    expect(await pages.getByRole('link').count()).toBe(2)
    expect(await pages.getByRole('link', { name: 'Page 3' }).getAttribute('href')).toContain(pageUrl(3))
    expect(await pages.locator('[aria-current="page"]').getAttribute('data-label')).toBe('2')
    await page.close()
  })

  it('is loaded in place when asked for: clean, in its order, enhanced, and gone with Off', async () => {
    const page = await openRemembering(browser, pageUrl(2))
    await waitForState(page, ['ready'])
    const asked = browser.requests.length
    await toolbarOf(page).getByRole('button', { name: 'Load them here' }).click()
    await toolbarOf(page).getByText('9 comments are here now.').waitFor()
    expect(browser.requests.slice(asked).filter((url) => url.includes('comment-page'))).toHaveLength(2)

    const comments = await readContract(page)
    expect(comments.map(({ id }) => id)).toEqual(Array.from({ length: 9 }, (_, k) => `comment-${k + 1}`))
    expect(comments.map(({ depth }) => depth)).toEqual([0, 1, 0, 0, 0, 1, 0, 0, 0])
    expect(await page.locator('[data-understory-loaded]').count()).toBe(6)
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
    const third = page.locator('[data-understory-comment="comment-3"]')
    expect(await third.locator('b').last().textContent()).toBe('third')
    expect(await third.locator('img, script, [href^="javascript"], [onerror]').count()).toBe(0)

    await clip(page, 'comment-3')
    const kept = (await exported(browser)).clips.find(({ source }) => source.nativeId === 'comment-3')
    expect(kept?.text).toContain('stone is loose')
    await toolbarOf(page).getByRole('button', { name: 'Off' }).click()
    await waitForState(page, ['off'])
    expect((await htmlWithoutState(page)) === (await asServed(page))).toBe(true)
    await page.close()
  })
})
