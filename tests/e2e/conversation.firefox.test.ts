import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bloggerPage } from '../demo/blogger-page.ts'
import { demoPosts } from '../demo/demo-blog.ts'
import { readContract, waitForState } from './harness/contract.ts'
import { launch } from './harness/firefox.ts'
import { demo } from './pages.ts'

let browser: Awaited<ReturnType<typeof launch>>
let page: Page
beforeAll(async () => {
  browser = await launch()
  browser.serve(demo.url, bloggerPage(demo, demoPosts))
  page = await browser.open(demo.url)
  await waitForState(page, ['ready'])
}, 90_000)
afterAll(() => browser?.close())

const until = (selector: string) => page.waitForSelector(selector, { timeout: 10_000 })
const cardText = () =>
  page.$$eval('.us-card', (cards) => cards.map(({ textContent }) => textContent).join('\n'))

/** Marks the reference with these words, and what it stands in, for the tests' own selectors. */
const mark = (words: string, id: string) =>
  page.evaluate(
    ({ words, id }) => {
      const links = [...document.querySelectorAll<HTMLElement>('a[data-understory-reference]')]
      const link = links.find(({ textContent }) => textContent?.includes(words))!
      link.title = id
      link.closest('[data-understory-comment]')!.scrollIntoView({ block: 'start', behavior: 'instant' })
    },
    { words, id },
  )

describe('in Firefox, the conversation', () => {
  it('previews what words point at, and what the preview points at', async () => {
    await mark('00:07', 'outer')
    await page.hover('[title="outer"]')
    await until('.us-card a[data-understory-reference]')
    await page.hover('.us-card a[data-understory-reference]')
    await until('.us-card + .us-card')
    expect(await cardText()).toContain('Because nine is a small number')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(await cardText()).toBe('')
  })

  it('goes where words point, and back returns', async () => {
    await mark('21:31', 'leads')
    const scrolled = () => page.evaluate(() => Math.round(scrollY))
    const before = await scrolled()
    await page.click('[title="leads"]')
    await until('[data-understory-target]')
    expect(await scrolled()).not.toBe(before)
    await page.evaluate(() => history.back())
    await page.waitForFunction((wanted) => Math.abs(scrollY - wanted) < 2, {}, before)
  })

  it('is nested as it was, says why, and lets the reader say no', async () => {
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('[role="radiogroup"] input[value="conversation"]')!.click(),
    )
    await until('[data-understory-flat]')
    const deep = (await readContract(page)).find(({ link, depth }) => link === 'explicit' && depth > 1)!
    const own = `[data-understory-comment="${deep.id}"]`
    await page.evaluate(
      (selector) => document.querySelector<HTMLElement>(`${selector} .us-why`)!.click(),
      own,
    )
    await until('.us-card .us-refuse')
    await page.click('.us-card .us-refuse')
    await page.waitForFunction(
      ({ selector, parent }) =>
        document.querySelector(selector)!.getAttribute('data-understory-parent') !== parent,
      {},
      { selector: own, parent: deep.parent },
    )
    await page.evaluate(() => document.querySelector<HTMLElement>('.us-choose')!.click())
    await until(`${own}[data-understory-parent="${deep.parent}"]`)
  })

  it('shows an exchange alone, and who answered', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('.us-exchange')!.click())
    await until('.us-card .us-path')
    expect(await page.$$eval('.us-card-comment', ({ length }) => length)).toBeGreaterThanOrEqual(3)
    await page.keyboard.press('Escape')
    await page.evaluate(() => document.querySelector<HTMLElement>('.us-answers')!.click())
    await until('.us-card .us-card-row')
    await page.keyboard.press('Escape')
    expect(await cardText()).toBe('')
  })

  it('is given back to the byte', async () => {
    const bodies = () => page.$$eval('.comment-content', (all) => all.map(({ innerHTML }) => innerHTML))
    await page.evaluate(() => document.querySelector<HTMLElement>('[aria-label="Off"]')!.click())
    await page.waitForFunction(() => !document.documentElement.hasAttribute('data-understory'))
    expect((await bodies()).join('')).not.toContain('understory')
  })
})

describe('in Firefox, the conversation of another visit', () => {
  const scrolled = () => page.evaluate(() => Math.round(scrollY))
  const tap = async (selector: string) => {
    const [x, y] = await page.$eval(selector, (element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return [left + width / 2, top + height / 2] as const
    })
    await page.touchscreen.tap(x, y)
  }
  beforeAll(async () => {
    page = await browser.open(demo.url)
    await waitForState(page, ['ready'])
  })

  it('shows by a tap what words point at, and goes nowhere', async () => {
    await mark('00:07', 'tapped')
    const before = await scrolled()
    await tap('[title="tapped"]')
    await until('.us-card')
    expect(Math.abs((await scrolled()) - before)).toBeLessThan(3)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.querySelector('.us-card') === null)
  })

  it('lights up by a tap on a comment who answered it', async () => {
    await page.evaluate(() => {
      const answered = document.querySelector('.us-answers')!.closest('[data-understory-comment]')!
      const body = answered.querySelector('.comment-content')!
      body.id = 'tapped-body'
      body.scrollIntoView({ block: 'center', behavior: 'instant' })
    })
    await tap('#tapped-body')
    await until('[data-understory-comment][data-understory-lit]')
  })

  it('shows by a key what words point at, and hides it by Escape', async () => {
    await mark('00:07', 'keyed')
    await page.focus('[title="keyed"]')
    await page.keyboard.press('Tab')
    await page.keyboard.down('Shift')
    await page.keyboard.press('Tab')
    await page.keyboard.up('Shift')
    await until('.us-card')
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.querySelector('.us-card') === null)
  })
})
