import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bloggerPage } from '../demo/blogger-page.ts'
import { demoPosts } from '../demo/demo-blog.ts'
import { launch } from './harness/chromium.ts'
import { readContract, stateOf, waitForState } from './harness/contract.ts'
import { demo, flatText, outlineText } from './pages.ts'
import {
  arrange,
  asServed,
  type Chromium,
  htmlOf,
  htmlWithoutState,
  openRemembering,
  toolbarOf,
} from './steps.ts'

let browser: Chromium
beforeAll(async () => {
  browser = await launch({ grantEverything: true })
  for (const post of demoPosts) browser.serve(post.url, bloggerPage(post, demoPosts))
})
afterAll(() => browser?.close())

/**
 * Everything that a reader can do to a thread, so that there is something to give back. Done from inside, because
 * on a page that has an element called "querySelectorAll" no driver finds anything.
 */
const useEverything = (page: Page) =>
  page.evaluate(async () => {
    const all = (selector: string) =>
      [...Document.prototype.querySelectorAll.call(document, selector)] as HTMLElement[]
    const press = (name: string, nth = 0) =>
      all('button')
        .filter((button) => button.getAttribute('aria-label') === name)
        [nth]!.click()
    const choose = (value: string) =>
      all('[role="radiogroup"] input')
        .find((radio) => (radio as HTMLInputElement).value === value)!
        .click()
    const until = async (what: string, condition: () => boolean) => {
      const end = performance.now() + 10_000
      while (!condition()) {
        if (performance.now() > end) throw new Error(`Waited in vain until ${what}`)
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
    }
    press('Clip')
    await until('a comment is clipped', () => all('[data-understory-clipped]').length > 0)
    press('Collapse all')
    choose('newest')
    press('Clip thread')
    await until('the thread is clipped', () => all('button[aria-pressed="true"]').length > 0)
    press('Next new')
    choose('conversation')
    choose('oldest')
    return all('[data-understory-ui]').length
  })

const turnOff = async (page: Page) => {
  await page.evaluate(() => {
    const buttons = Document.prototype.querySelectorAll.call(document, '[role="toolbar"] button')
    for (const button of buttons as NodeListOf<HTMLElement>)
      if (button.getAttribute('aria-label') === 'Off') button.click()
  })
  await waitForState(page, ['off'])
}

describe('the demo post', () => {
  it('is given back byte for byte, and can be turned on again from the popup', async () => {
    const page = await openRemembering(browser, demo.url)
    await waitForState(page, ['ready'])
    await useEverything(page)
    await turnOff(page)
    expect(await htmlOf(page)).toBe(await asServed(page))

    const popup = await browser.openPopup(page)
    await popup.getByText('Off on this page').waitFor()
    await popup.getByRole('button', { name: 'On again' }).click()
    await waitForState(page, ['ready'])
    expect(await readContract(page)).toHaveLength(68)
    await popup.getByRole('button', { name: 'Off', exact: true }).click()
    await waitForState(page, ['off'])
    expect(await htmlOf(page)).toBe(await asServed(page))
    await popup.close()
  })

  it('keeps the place in the page when it is given back', async () => {
    const page = await openRemembering(browser, demo.url)
    await waitForState(page, ['ready'])
    await arrange(page, 'Original')
    const { id } = (await readContract(page))[40]!
    const top = () =>
      page.evaluate((elementId) => document.getElementById(elementId)!.getBoundingClientRect().top, id)
    await toolbarOf(page).getByRole('button', { name: 'Expand all' }).click()
    await page.evaluate((elementId) => document.getElementById(elementId)!.scrollIntoView(), id)
    const before = await top()
    await turnOff(page)
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(2)
    await page.close()
  })
})

describe('a thread as text', () => {
  it.each([
    ['as an outline', 'outline', outlineText, [0, 1, 1, 0]],
    ['flattened', 'flat', flatText, [0, 1, 0]],
  ])('%s is read, enhanced, and given back byte for byte', async (_, slug, text, depths) => {
    const url = `https://${slug}.archive.example/lamp.txt`
    browser.serve(url, text, 'text/plain; charset=utf-8')
    const page = await openRemembering(browser, url)
    await waitForState(page, ['ready'])
    const comments = await readContract(page)
    expect(comments.map(({ depth }) => depth)).toEqual(depths)
    expect(comments[1]!.text).toContain('All night?')
    await useEverything(page)
    await turnOff(page)
    expect(await htmlOf(page)).toBe(await asServed(page))
    expect(await page.evaluate(() => document.querySelector('pre')?.textContent)).toBe(text)
    await page.close()
  })
})

const folder = fileURLToPath(new URL('../fixtures/', import.meta.url))
const fixtures = readdirSync(folder)
  .filter((file) => /\.(?:html|txt)$/.test(file))
  .map((file) => {
    const source = readFileSync(`${folder}${file}`, 'utf8')
    const isText = file.endsWith('.txt')
    const named = isText
      ? (JSON.parse(readFileSync(`${folder}${file.replace(/\.txt$/, '.json')}`, 'utf8')) as { url: string })
          .url
      : /^<!--\s*(\S+)\s*-->/.exec(source)?.[1]
    return { file, source, isText, url: named ?? '' }
  })

describe('the fixture', () => {
  it.each(fixtures)('$file is given back byte for byte', async ({ source, isText, url }) => {
    const body = isText ? source : source.replace(/^<!--\s*\S+\s*-->\s*/, '')
    browser.serve(url, body, isText ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8')
    const page = await openRemembering(browser, url)
    await waitForState(page)
    const state = await stateOf(page)
    // A page that is not enhanced is not touched either, but for the word that says so.
    if (state !== 'ready') expect(await htmlWithoutState(page)).toBe(await asServed(page))
    else {
      await useEverything(page)
      await turnOff(page)
      expect(await htmlOf(page)).toBe(await asServed(page))
    }
    await page.close()
  })

  it('pages are mostly recognised', () => {
    expect(fixtures.length).toBeGreaterThan(15)
  })
})
