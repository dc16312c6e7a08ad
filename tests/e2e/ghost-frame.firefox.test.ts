import { afterAll, beforeAll, expect, it } from 'vitest'
import { ghostComments, ghostPost, serveGhostPosts } from './ghost-page.ts'
import { readContract, stateOf, waitForState } from './harness/contract.ts'
import { launch } from './harness/firefox.ts'

let browser: Awaited<ReturnType<typeof launch>>
beforeAll(async () => {
  browser = await launch({ grantEverything: true })
  serveGhostPosts(browser)
}, 90_000)
afterAll(() => browser?.close())

it('in Firefox, the comments of a Ghost blog are read in the frame that its script fills', async () => {
  const page = await browser.open(ghostPost)
  await page.evaluate(() => document.querySelector('#ghost-comments-root')!.scrollIntoView())
  const holder = (await page.waitForSelector('iframe[title="comments-frame"]'))!
  const frame = (await holder.contentFrame())!
  await waitForState(frame, ['ready'])
  expect((await readContract(frame)).map(({ depth, name, parent }) => [depth, name, parent])).toEqual(
    ghostComments,
  )
  expect(await stateOf(page)).toBe('none')
  const popup = await browser.openPopup(page)
  await popup.waitForFunction(() => document.body.textContent?.includes('5 comments'))
  await popup.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')]
    buttons.find(({ textContent }) => textContent === 'Off')!.click()
  })
  await waitForState(frame, ['off'])
  await popup.close()
})
