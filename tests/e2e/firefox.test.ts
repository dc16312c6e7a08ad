import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bloggerPage } from '../demo/blogger-page.ts'
import { demoPosts } from '../demo/demo-blog.ts'
import { type ContractComment, readContract, waitForState } from './harness/contract.ts'
import { launch } from './harness/firefox.ts'
import { commentsOf, demo, outlineText } from './pages.ts'

/** A host that the extension does not read: pages there are as they were served. */
const bare = (url: string) => url.replace(/\/\/[^/]+/, '//bare.example')
const textUrl = 'https://archive.blogspot.com/lamp.txt'

let browser: Awaited<ReturnType<typeof launch>>
let page: Page
let comments: ContractComment[]
beforeAll(async () => {
  browser = await launch()
  for (const url of [demo.url, bare(demo.url)]) browser.serve(url, bloggerPage(demo, demoPosts))
  for (const url of [textUrl, bare(textUrl)]) browser.serve(url, outlineText, 'text/plain; charset=utf-8')
  page = await browser.open(demo.url)
  await waitForState(page, ['ready'])
  comments = await readContract(page)
}, 90_000)
afterAll(() => browser?.close())

const htmlOf = (tab: Page) => tab.evaluate(() => document.documentElement.outerHTML)
const commentOn = (id: string) => `[data-understory-comment="${id}"]`
const press = (tab: Page, selector: string) =>
  tab.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)!.click(), selector)
const until = (tab: Page, selector: string) => tab.waitForSelector(selector, { timeout: 10_000 })

describe('in Firefox, the demo post', () => {
  it('shows every comment with its place in the thread', () => {
    expect(comments).toHaveLength(68)
    expect(comments.map(({ depth }) => depth)).toEqual(commentsOf(demo).map(({ depth }) => depth))
  })

  it('folds a branch and opens it again', async () => {
    const index = comments.findIndex(({ depth }) => depth === 1)
    const { id, parent } = comments[index]!
    const button = `${commentOn(parent!)} button[aria-expanded]`
    const isSeen = () =>
      page.evaluate((selector) => document.querySelector(selector)!.checkVisibility(), commentOn(id))
    await (await until(page, button))!.click()
    await until(page, `${commentOn(parent!)}[data-understory-collapsed]`)
    expect(await isSeen()).toBe(false)
    await press(page, `${commentOn(parent!)} button[aria-expanded="false"]`)
    await until(page, `${commentOn(parent!)}:not([data-understory-collapsed])`)
    expect(await isSeen()).toBe(true)
  })

  it('is shown by time, and the platform’s own Reply still works there', async () => {
    await press(page, '[role="radiogroup"] input[value="newest"]')
    await until(page, '[data-understory-flat]')
    const times = (await readContract(page)).map(({ time }) => time!)
    expect(times).toEqual(times.toSorted().toReversed())
    const { id } = comments.find(({ depth }) => depth === 0)!
    await press(page, `${commentOn(id)} a.comment-reply`)
    await until(page, `[id="${id}-ce"] iframe`)
    await page.reload({ waitUntil: 'domcontentloaded' })
    await waitForState(page, ['ready'])
    await press(page, '[role="radiogroup"] input[value="original"]')
    await page.waitForFunction(() => !document.querySelector('[data-understory-flat]'))
  })

  it('has its clip in the popup, where it is searched for, deleted and taken back', async () => {
    const { id } = comments[1]!
    await press(page, `${commentOn(id)} button[aria-label="Clip"]`)
    await until(page, `${commentOn(id)}[data-understory-clipped]`)
    const popup = await browser.openPopup(page)
    const item = 'ul[aria-label="Clips"] > li'
    await until(popup, item)
    const words = await popup.evaluate((selector) => document.querySelector(selector)!.textContent, item)
    expect(words).toContain('Isla Trewin')
    expect(words).toContain(demo.title)
    expect(await popup.evaluate(() => document.body.textContent)).toContain('66 comments')
    const search = 'input[type="search"]'
    await popup.type(search, 'pastry isla')
    await until(popup, `${item} mark`)
    await popup.type(search, ' xylophone')
    await popup.waitForFunction((selector) => !document.querySelector(selector), {}, item)
    await popup.focus(search)
    await popup.keyboard.press('Escape')
    await until(popup, item)
    const pressNamed = (name: string) =>
      popup.evaluate((wanted) => {
        const buttons = [...document.querySelectorAll('button')]
        buttons.find(({ textContent }) => textContent?.trim() === wanted)!.click()
      }, name)
    await pressNamed('Delete')
    await until(page, `${commentOn(id)}:not([data-understory-clipped])`)
    await popup.waitForFunction(() =>
      [...document.querySelectorAll('button')].some(({ textContent }) => textContent?.trim() === 'Undo'),
    )
    await pressNamed('Undo')
    await until(page, `${commentOn(id)}[data-understory-clipped]`)
    await until(popup, item)
    await popup.close()
  })

  it('is given back byte for byte', async () => {
    const served = await browser.open(bare(demo.url))
    await page.bringToFront()
    await press(page, '[role="toolbar"] button[aria-label="Collapse all"]')
    await press(page, '[role="radiogroup"] input[value="oldest"]')
    await until(page, '[data-understory-flat]')
    await press(page, '[role="toolbar"] button[aria-label="Off"]')
    await waitForState(page, ['off'])
    expect(await htmlOf(page)).toBe(await htmlOf(served))
    await served.close()
  })
})

describe('in Firefox, a thread as text', () => {
  it('is read, clipped from, and given back byte for byte', async () => {
    const tab = await browser.open(textUrl)
    await waitForState(tab, ['ready'])
    const found = await readContract(tab)
    expect(found.map(({ depth }) => depth)).toEqual([0, 1, 1, 0])
    await press(tab, `${commentOn(found[1]!.id)} button[aria-label="Clip"]`)
    await until(tab, `${commentOn(found[1]!.id)}[data-understory-clipped]`)
    await press(tab, '[role="toolbar"] button[aria-label="Off"]')
    await waitForState(tab, ['off'])
    const served = await browser.open(bare(textUrl))
    expect(await htmlOf(tab)).toBe(await htmlOf(served))
  })
})
