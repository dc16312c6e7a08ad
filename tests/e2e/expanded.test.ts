import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from './harness/chromium.ts'
import { waitForState } from './harness/contract.ts'
import { type Chromium, openReady, toolbarOf } from './steps.ts'

const url = 'https://eels.dreamwidth.org/12.html'
let browser: Chromium
beforeAll(async () => {
  browser = await launch({ grantEverything: true })
})
afterAll(() => browser?.close())

const inside = (n: number, name: string, words: string | null) =>
  `<div class="comment-wrapper visible ${words === null ? 'partial' : 'full'}"><div class="comment"><div class="header"><span class="poster comment-poster"><span class="ljuser"><a href="https://${name}.dreamwidth.org/profile"></a><a href="https://${name}.dreamwidth.org/"><b>${name}</b></a></span></span> <span class="datetime"><span title="">2025-05-03 10:${10 + n} am (UTC)</span></span></div>${words === null ? `<a class="expand" href="?thread=${n}">Expand</a>` : `<div class="contents"><div class="comment-content">${words}</div></div>`}</div></div>`

const row = (n: number, name: string, words: string | null) =>
  `<div class="comment-thread comment-depth-${n}"><div id="cmt${n}" class="dwexpcomment" style="margin-left: ${n * 25}px">${inside(n, name, words)}</div></div>`

/** A thread of which only the first comment is shown in full, and the others by a line each. */
const serve = () => {
  const rows = [1, 2, 3, 4, 5].map((n) => row(n, `eel${n}`, n === 1 ? 'They go to sea in autumn.' : null))
  browser.serve(
    url,
    `<!doctype html><html lang="en"><head><title>eels</title></head><body><div id="comments"><div class="inner">${rows.join('')}</div></div></body></html>`,
  )
}

/** What the page's own script does after a click on "Expand". */
const expand = (page: Page, n: number) =>
  page.evaluate(([n, markup]) => (document.getElementById(`cmt${n}`)!.innerHTML = markup!), [
    String(n),
    inside(n, `eel${n}`, `Word ${n} of what they say.`),
  ] as const)

describe('a comment that is expanded where it stands', () => {
  it('is enhanced alone, as often as the reader likes, and given back as it is then', async () => {
    serve()
    const page = await openReady(browser, url)
    const other = await page.locator('#cmt1 .us-clip').elementHandle()
    for (const n of [2, 3, 4, 5]) {
      await expand(page, n)
      await page.locator(`#cmt${n} .comment-content`).waitFor()
      await page.locator(`#cmt${n} .header .us-clip`).waitFor()
    }
    expect(await other!.evaluate((button) => button.isConnected)).toBe(true)
    expect(await page.locator('.us-clip').count()).toBe(5)
    expect(await page.evaluate(() => document.documentElement.dataset.understory)).toBe('ready')
    await toolbarOf(page).getByRole('button', { name: 'Off' }).click()
    await waitForState(page, ['off'])
    expect(await page.locator('[data-understory-comment], [data-understory-ui]').count()).toBe(0)
    expect(await page.locator('#cmt5 .comment-content').innerHTML()).toBe('Word 5 of what they say.')
    await page.close()
  })
})
