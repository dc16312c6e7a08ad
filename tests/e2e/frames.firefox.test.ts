import { afterAll, beforeAll, expect, it } from 'vitest'
import { framedComments, framedPost, framesAt, serveFramedPost } from './framed-pages.ts'
import { readContract, stateOf, waitForState } from './harness/contract.ts'
import { launch } from './harness/firefox.ts'

let browser: Awaited<ReturnType<typeof launch>>
beforeAll(async () => {
  browser = await launch({ grantEverything: true })
  serveFramedPost(browser)
}, 90_000)
afterAll(() => browser?.close())

it('in Firefox, a thread in a frame of Disqus is read there, and the popup of the page tells of it', async () => {
  const page = await browser.open(framedPost)
  const frame = await page.waitForFrame((one) => one.url().startsWith(framesAt.thread))
  await waitForState(frame, ['ready'])
  expect((await readContract(frame)).map(({ depth, name }) => [depth, name])).toEqual(framedComments)
  const advert = page.frames().find((one) => one.url() === framesAt.advert)!
  expect(await stateOf(advert)).toBeNull()
  const popup = await browser.openPopup(page)
  await popup.waitForFunction(() => document.body.textContent?.includes('in a frame of disqus.com'))
  await popup.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')]
    buttons.find(({ textContent }) => textContent === 'Off')!.click()
  })
  await waitForState(frame, ['off'])
  await popup.close()
})
