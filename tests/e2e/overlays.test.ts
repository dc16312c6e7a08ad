import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch } from './harness/chromium.ts'
import { readContract, waitForState } from './harness/contract.ts'
import { type Chromium, toolbarOf } from './steps.ts'

const blog = 'https://kelp-line.blogspot.com'

/** What a dynamic view of Blogger's does: it shows a post in an overlay, and fetches its comments when they are asked for. */
const view = () => {
  const comment = (id: string, body: string) =>
    `<li class="comment" id="bc_0_${id}B"><div class="comment-block" id="${id}"><div class="comment-header"><cite class="user">Anonymous</cite></div><p class="comment-content">${body}</p></div><div class="comment-replies"></div></li>`
  const close = () => {
    const panel = document.querySelector('.viewitem-panel:not(.closing)')
    panel?.classList.add('closing')
    setTimeout(() => panel?.remove(), 500)
  }
  const show = (slug: string, ids: string[]) => {
    const address = `/2026/05/${slug}.html`
    const panel = document.createElement('div')
    panel.className = 'viewitem-panel'
    panel.innerHTML = `<div class="article hentry"><h1 class="title entry-title"><a rel="bookmark" href="${address}">The ${slug}</a></h1><div class="comments"><h3 class="toggle-switch">View comments</h3><div class="blogger-comments toggle-container" data-itemid="${slug}" style="display: none"><div class="comments-content"></div></div></div></div>`
    document.body.prepend(panel)
    setTimeout(() => history.pushState(null, '', address), 300)
    panel.querySelector('.toggle-switch')!.addEventListener('click', () =>
      setTimeout(() => {
        const items = ids.map((id) => comment(id, `Words of ${id}.`)).join('')
        panel.querySelector('.comments-content')!.innerHTML =
          `<div class="comment-thread"><ol>${items}</ol></div>`
        panel.querySelector('.toggle-container')!.removeAttribute('style')
      }, 600),
    )
  }
  const posts: Record<string, string[]> = { wrack: ['c1', 'c2', 'c3'], dulse: ['c8', 'c9'] }
  addEventListener('click', ({ target }) => {
    const clicked = target as Element
    const item = clicked.closest<HTMLElement>('.item')
    if (item || !clicked.closest('.viewitem-panel')) close()
    if (item) show(item.id, posts[item.id]!)
  })
}

let browser: Chromium
beforeAll(async () => {
  browser = await launch()
  browser.serve(
    `${blog}/`,
    `<!DOCTYPE html><html lang="en"><head><title>Kelp line</title></head><body><div id="header"><h1>Kelp line</h1></div><p class="item" id="wrack">Wrack</p><p class="item" id="dulse">Dulse</p><script>(${view})()</script></body></html>`,
  )
})
afterAll(() => browser?.close())

const openComments = (page: Page) => page.locator('.viewitem-panel:not(.closing) .toggle-switch').click()
const idsOn = async (page: Page) => (await readContract(page)).map(({ id }) => id)

it('the comments of one overlay after the other are read when they are opened', async () => {
  const page = await browser.open(`${blog}/`)
  await waitForState(page, ['none'])
  await page.locator('#wrack').click()
  await page.waitForURL(/wrack/)
  await openComments(page)
  await waitForState(page, ['ready'])
  expect(await idsOn(page)).toEqual(['c1', 'c2', 'c3'])

  await page.locator('#dulse').click()
  await page.waitForURL(/dulse/)
  await openComments(page)
  await page.locator('[data-understory-comment="c9"]').waitFor()
  expect(await idsOn(page)).toEqual(['c8', 'c9'])

  // The page asks where a click was, and a button that is gone by then was nowhere.
  await toolbarOf(page).getByRole('button', { name: 'Off' }).click()
  await waitForState(page, ['off'])
  expect(await page.locator('.viewitem-panel:not(.closing)').count()).toBe(1)
  await page.close()
})
