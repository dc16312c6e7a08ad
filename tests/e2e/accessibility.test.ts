import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bloggerPage } from '../demo/blogger-page.ts'
import { demoPosts } from '../demo/demo-blog.ts'
import { launch } from './harness/chromium.ts'
import { readContract } from './harness/contract.ts'
import { quietFile } from './harness/in-extension.ts'
import { demo } from './pages.ts'
import { rightToLeft, rightToLeftPage } from './right-to-left.ts'
import { arrange, type Chromium, clip, clipsIn, openReady, toolbarOf } from './steps.ts'

const bare = (query: string) => `https://bare.example/the-last-boat.html${query}`

const bareRightToLeft = 'https://bare.example/hamigdalor.html'

let browser: Chromium
beforeAll(async () => {
  browser = await launch()
  for (const url of [rightToLeft.url, bareRightToLeft]) browser.serve(url, rightToLeftPage())
  for (const theme of ['light', 'dark'] as const) {
    const query = theme === 'dark' ? '?theme=dark' : ''
    browser.serve(`${demo.url}${query}`, bloggerPage(demo, demoPosts, theme))
    browser.serve(bare(query), bloggerPage(demo, demoPosts, theme))
  }
})
afterAll(() => browser?.close())

type AxeScope = typeof globalThis & { axe: typeof axe }

/** By the driver's own door: the policy of the extension's pages lets no script in. */
const injectAxe = async (page: Page) => {
  const session = await browser.context.newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: `${axe.source};0` })
  await session.detach()
}

/** One thing that axe finds: the rule and the element, and the rule with each element around that one. */
type Violation = { is: string; within: string[] }

/** What axe finds wrong; elements are named as they are in the page without us. */
const violations = async (page: Page): Promise<Violation[]> => {
  await injectAxe(page)
  return page.evaluate(async () => {
    const { violations: found } = await (globalThis as AxeScope).axe.run(document, {
      resultTypes: ['violations'],
    })
    const named = (element: Element) => {
      const copy = element.cloneNode(false) as Element
      for (const { name } of [...copy.attributes])
        if (name.startsWith('data-understory') || (name === 'tabindex' && element.matches('li.comment')))
          copy.removeAttribute(name)
      return `#${element.closest('[id]')?.id ?? ''} ${copy.outerHTML.slice(0, 300)}`
    }
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => {
        const within: string[] = []
        const element = document.querySelector(String(target[0]))
        for (let up = element; up; up = up.parentElement) within.push(`${id} at ${named(up)}`)
        return { is: within[0] ?? `${id} at ${target}`, within }
      }),
    )
  })
}

describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
  const openPage = async (file: string) => {
    const page = await browser.openExtensionPage(file)
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(
      file === 'popup.html' ? { width: 420, height: 600 } : { width: 1280, height: 900 },
    )
    return page
  }
  const check = async (page: Page) => expect((await violations(page)).map(({ is }) => is)).toEqual([])

  it('the popup has no violation: before the first clip, with clips, with nothing found, and with an undo', async () => {
    const blog = await openReady(browser, demo.url)
    const kept = (await readContract(blog)).filter(({ isClipped }) => isClipped).length
    const popup = await browser.openPopup(blog)
    await expect.poll(() => clipsIn(popup).count()).toBe(kept)
    await popup.emulateMedia({ colorScheme })
    await popup.setViewportSize({ width: 420, height: 600 })
    await popup.getByText('66 comments').waitFor()
    for (let left = await clipsIn(popup).count(); left > 0; left--) {
      await clipsIn(popup).first().getByRole('button', { name: 'Delete' }).click()
      await expect.poll(() => clipsIn(popup).count()).toBe(left - 1)
    }
    await popup.getByText('Nothing kept yet').waitFor()
    await check(popup)

    await blog.bringToFront()
    const comments = await readContract(blog)
    for (const { id } of [comments[1]!, comments[12]!, comments[30]!]) await clip(blog, id)
    await popup.bringToFront()
    await clipsIn(popup).nth(2).waitFor()
    await check(popup)
    await popup.getByRole('searchbox').fill('boat')
    await clipsIn(popup).locator('mark').first().waitFor()
    await check(popup)
    await popup.getByRole('searchbox').fill('xylophone')
    await popup.getByText('Nothing found for').waitFor()
    await check(popup)
    await popup.getByRole('searchbox').fill('')
    await clipsIn(popup).first().getByRole('button', { name: 'Delete' }).click()
    await popup.getByRole('button', { name: 'Undo' }).waitFor()
    await check(popup)
    await popup.getByRole('button', { name: 'Undo' }).click()
    await clipsIn(popup).nth(2).waitFor()
    await popup.close()
    await blog.close()
  })

  it('the popup of a page without a reader has no violation', async () => {
    const page = await browser.open(bare(''))
    const popup = await browser.openPopup(page)
    await popup.emulateMedia({ colorScheme })
    await popup.setViewportSize({ width: 420, height: 600 })
    await clipsIn(popup).first().waitFor()
    await check(popup)
    await popup.close()
    await page.close()
  })

  it('the library has no violation: with a clip open, and in the trash', async () => {
    const library = await openPage('library.html')
    await clipsIn(library).first().waitFor()
    await check(library)
    await clipsIn(library)
      .first()
      .locator('[data-clip]')
      .click({ position: { x: 5, y: 5 } })
    await library.getByRole('article', { name: /^Clip from/ }).waitFor()
    await check(library)
    await library.getByRole('button', { name: /^Trash/ }).click()
    await library.getByRole('button', { name: /^Trash/, pressed: true }).waitFor()
    await check(library)
    await library.close()
  })

  it('the options have no violation', async () => {
    const options = await openPage('options.html')
    await options.getByRole('heading').first().waitFor()
    await check(options)
    await options.close()
  })
})

/** What is wrong on a page that is not wrong on the same page without the extension. */
const createAdded = async (url: string, media: Media) => {
  const before = await browser.open(url)
  await before.emulateMedia(media)
  const known = new Set((await violations(before)).map(({ is }) => is))
  await before.close()
  // A rule that is broken by a box as a whole counts as broken by each part of it.
  return async (page: Page) =>
    (await violations(page))
      .filter(({ within }) => !within.some((each) => known.has(each)))
      // It is told the colours of text before the browser forces its own.
      .filter(({ is }) => !media?.forcedColors || !is.startsWith('color-contrast'))
      .map(({ is }) => is)
}

type Media = Parameters<Page['emulateMedia']>[0]

describe.each<[string, string, string, Media]>([
  ['the demo post in its light theme', demo.url, bare(''), {}],
  ['the demo post in its dark theme', `${demo.url}?theme=dark`, bare('?theme=dark'), {}],
  ['the demo post in forced colours', demo.url, bare(''), { forcedColors: 'active', colorScheme: 'dark' }],
  ['a post from right to left', rightToLeft.url, bareRightToLeft, {}],
])('%s', (_, url, bareUrl, media) => {
  it('has no violation that it does not have without the extension', async () => {
    const added = await createAdded(bareUrl, media)
    const page = await openReady(browser, url)
    await page.emulateMedia(media)
    const press = (name: string) => toolbarOf(page).getByRole('button', { name }).click()
    await arrange(page, 'Original')
    await press('Expand all')
    expect(await added(page), 'Original').toEqual([])
    await press('Collapse all')
    expect(await added(page), 'folded').toEqual([])
    await press('Expand all')
    await arrange(page, 'Newest first')
    expect(await added(page), 'Newest first').toEqual([])
    await arrange(page, 'Conversation')
    await page.locator('.us-why').first().waitFor()
    expect(await added(page), 'Conversation').toEqual([])
    // Low enough that what is pointed at is out of view.
    await page.setViewportSize({ width: 1280, height: 300 })
    for (const selector of ['a[data-understory-reference="clock"]', '.us-to.us-by-explicit']) {
      const words = page.locator(selector).last()
      await words.evaluate((it) => {
        it.scrollIntoView({ block: 'start', behavior: 'instant' })
        scrollBy({ top: -90, behavior: 'instant' })
      })
      await words.hover()
      await page.locator('.us-card').waitFor()
      expect(await added(page), `preview of ${selector}`).toEqual([])
      await page.keyboard.press('Escape')
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    const open = async (selector: string, what: string) => {
      await page.locator(selector).first().click()
      await page.locator('.us-card').waitFor()
      expect(await added(page), what).toEqual([])
      await page.keyboard.press('Escape')
    }
    await open('.us-why', 'why')
    await open('.us-answers:not(.us-quiet)', 'answers')
    await page.locator('.us-exchange').first().hover()
    await open('.us-exchange', 'exchange')
    await page.locator('.us-why').first().click()
    await page.locator('.us-refuse').first().click()
    expect(await added(page), 'refused').toEqual([])
    await toolbarOf(page).getByRole('button', { name: 'Undo' }).click()
    await arrange(page, 'Original')
    await page.close()
  })
})

/** Runs in a page of the extension: holds the library open as an older release would. */
const holdOlderLibrary = () =>
  new Promise<void>((resolve, reject) => {
    const removing = indexedDB.deleteDatabase('understory')
    removing.onerror = () => reject(removing.error)
    removing.onsuccess = () => {
      const request = indexedDB.open('understory', 5)
      request.onsuccess = () => resolve()
      request.onerror = () => reject(request.error)
    }
  })

// The last one, because it takes the library away.
describe('a library that does not open', () => {
  it('is said without a violation', async () => {
    const older = await browser.openExtensionPage(quietFile)
    await older.evaluate(holdOlderLibrary)
    const popup = await browser.openPopup()
    await popup.getByText('The library did not open').waitFor()
    expect((await violations(popup)).map(({ is }) => is)).toEqual([])
    await popup.close()
    await older.close()
  })
})
