import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bloggerPage } from '../demo/blogger-page.ts'
import { demoPosts } from '../demo/demo-blog.ts'
import { launch } from './harness/chromium.ts'
import { demo } from './pages.ts'
import { arrange, type Chromium, openReady } from './steps.ts'

let browser: Chromium
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

const open = async (css: string): Promise<Page> => {
  browser.serve(demo.url, bloggerPage(demo, demoPosts).replace('</head>', `<style>${css}</style></head>`))
  return openReady(browser, demo.url)
}

/** WCAG contrast of what an element's text is painted with against a ground, each as the screen shows it. */
const contrastOf = (page: Page, selector: string, ground: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, background) => {
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
      const luminance = (...layers: string[]) => {
        for (const layer of layers) {
          canvas.fillStyle = layer
          canvas.fillRect(0, 0, 1, 1)
        }
        const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
          const part = value / 255
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
      }
      const [a, b] = [luminance(background, getComputedStyle(element).color), luminance(background)]
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    }, ground)

const beside = ['.us-to', '.us-person', '.us-answers', '.us-fold']
const above = ['.us-slot-summary', '.us-choice label:not(:has(:checked))', '.us-slot-off .us-button']
const inCard = ['.us-card p', '.us-card-note', '.us-card header span', '.us-card-go', '.us-refuse']

const groundOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor)

describe('what is ours is read on', () => {
  it.each([
    [
      'a dark theme that dims its headers',
      '#111',
      'body, .content-outer { background: #111; color: #999 } .comment-header { color: #777 }',
    ],
    ['a light theme that dims its headers', '#fff', '.comment-header, .comment-block { color: #999 }'],
    [
      'light comments on a dark page',
      '#f4f4f4',
      'body, .content-outer { background: #181818; color: #ddd } li.comment { background: #f4f4f4; color: #222 }',
    ],
    ['dark comments on a light page', '#202020', 'li.comment { background: #202020; color: #ccc }'],
    [
      'a dark picture',
      '#0c0c14',
      'body { background: linear-gradient(#0c0c14, #0c0c14); color: #eee } .content-outer { background: none }',
    ],
  ])('%s', async (_, ground, css) => {
    const page = await open(css)
    await arrange(page, 'Conversation')
    await page.locator('.us-to').first().waitFor()
    const read = async (selectors: string[], on: string) => {
      for (const selector of selectors)
        expect(await contrastOf(page, selector, on), selector).toBeGreaterThanOrEqual(4.5)
    }
    await read(beside, ground)
    await read(above, await groundOf(page, '.us-top'))
    await page.locator('.us-why').first().click()
    await page.locator('.us-card').waitFor()
    await read(inCard, await groundOf(page, '.us-card'))
    await page.keyboard.press('Escape')
    await arrange(page, 'Original')
    await page.close()
  })
})

describe('in a narrow window with a pointer', () => {
  it('no line of a header is empty', async () => {
    const page = await open('')
    await page.setViewportSize({ width: 320, height: 800 })
    await arrange(page, 'Conversation')
    await page.locator('.us-to').first().waitFor()
    const hidden = await page
      .locator('.us-line .us-button')
      .evaluateAll((all) => all.filter((one) => getComputedStyle(one).opacity === '0').length)
    expect(hidden).toBe(0)
    await arrange(page, 'Original')
    await page.close()
  })
})
