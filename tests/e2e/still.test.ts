import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bigPage } from '../bench/big-page.ts'
import { bloggerPage } from '../demo/blogger-page.ts'
import { demoPosts } from '../demo/demo-blog.ts'
import { launch } from './harness/chromium.ts'
import { readContract, waitForState } from './harness/contract.ts'
import { demo } from './pages.ts'
import { arrange, type Chromium, openReady } from './steps.ts'

/** The same page on a site that the extension is not on. */
const bareUrl = demo.url.replace(new URL(demo.url).host, 'bare.example')

let browser: Chromium
beforeAll(async () => {
  browser = await launch()
  // A sidebar that is parsed later moves what is beside it.
  const sidebarless = '<style>.column-right-outer { display: none }</style></head>'
  const body = bloggerPage(demo, demoPosts).replace('</head>', sidebarless)
  for (const url of [demo.url, bareUrl]) browser.serve(url, body)
})
afterAll(() => browser?.close())

type Seen = typeof globalThis & {
  shift: number
  /** For each frame that was painted: where the comments in view stood, by id, in px from the top of the window. */
  painted: Record<string, number>[]
}

/** Runs before the page's own scripts. */
const watch = (scrollTo: number | null) => {
  const seen = globalThis as Seen
  seen.shift = 0
  seen.painted = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value
  }).observe({ type: 'layout-shift', buffered: true })
  const top = scrollTo
  if (top !== null) addEventListener('DOMContentLoaded', () => scroll({ top, behavior: 'instant' }))
  // An intersection observer reports after all that runs before a frame, and before it is painted.
  const frame = () => {
    const isThere = top === null || scrollY > 0
    const observer = new IntersectionObserver((entries) => {
      observer.disconnect()
      const inView = entries.flatMap(({ target, boundingClientRect }): [string, number][] => {
        const { top, height } = boundingClientRect
        // What the browser leaves out is nowhere.
        return height > 0 && top >= 0 && top < innerHeight ? [[target.id, top]] : []
      })
      if (isThere) seen.painted.push(Object.fromEntries(inView))
    })
    for (const comment of document.querySelectorAll('li.comment')) observer.observe(comment)
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

const open = async (url: string, scrollTo: number | null = null): Promise<Page> => {
  const page = await browser.context.newPage()
  await page.addInitScript(watch, scrollTo)
  await page.goto(url, { waitUntil: 'domcontentloaded' })
  if (!url.startsWith(bareUrl)) await waitForState(page, ['ready'])
  return page
}

const nextFrames = (page: Page, count = 8) =>
  page.evaluate(
    (many) =>
      new Promise<void>((resolve) => {
        const next = (left: number) => (left > 0 ? requestAnimationFrame(() => next(left - 1)) : resolve())
        next(many)
      }),
    count,
  )

/** What moved by itself while the page was loaded and read from there to its end, as browsers score it. */
const shiftOf = async (url: string): Promise<number> => {
  const page = await open(url)
  await nextFrames(page)
  for (let k = 0; k < 12; k++) {
    await page.mouse.wheel(0, 700)
    await nextFrames(page, 3)
  }
  const shift = await page.evaluate(() => (globalThis as Seen).shift)
  await page.close()
  return shift
}

/** The comments of the frames in which the thread was in view: those of the first, and where one of them stood later. */
const framesOf = (page: Page) =>
  page.evaluate(() => (globalThis as Seen).painted.filter((frame) => Object.keys(frame).length > 0))

describe.each(['Original', 'Conversation', 'Newest first'])('%s, remembered for the site', (name) => {
  /** A comment far down, which the conversation puts elsewhere. */
  let id = ''
  beforeAll(async () => {
    const page = await openReady(browser, demo.url)
    await arrange(page, 'Conversation')
    await page.locator(`[data-understory-depth="3"]`).first().waitFor()
    id = (await readContract(page)).filter(({ depth, link }) => depth > 1 && link === 'explicit')[2]!.id
    await arrange(page, name)
    await page.close()
  })

  // The blog's own arrangement stays as it is, and so do headers and fold rows in it, which take some room of their own:
  // less than what is called no shift worth speaking of, see https://web.dev/articles/cls
  const mostShift = name === 'Original' ? 0.1 : 0.02
  it('shifts nothing when the page is opened anew, and nothing while it is read', async () => {
    expect(await shiftOf(demo.url)).toBeLessThan((await shiftOf(bareUrl)) + mostShift)
  })

  it('shifts nothing when a comment is opened by its address', async () => {
    expect(await shiftOf(`${demo.url}#${id}`)).toBeLessThan((await shiftOf(`${bareUrl}#${id}`)) + mostShift)
  })

  it('leaves the comment of the address where it was first seen', async () => {
    const page = await open(`${demo.url}#${id}`)
    await nextFrames(page)
    const tops = (await framesOf(page)).flatMap((frame) => frame[id] ?? Number.NaN)
    const from = tops.findIndex((top) => !Number.isNaN(top))
    expect(from).toBeGreaterThanOrEqual(0)
    expect(Math.max(...tops.slice(from))).toBeLessThan(Math.min(...tops.slice(from)) + 2)
    await page.close()
  })

  it('leaves the comment that is read where it was, when we come later than the first sight of it', async () => {
    const page = await open(demo.url, 2400)
    await nextFrames(page)
    const frames = await framesOf(page)
    // The first one that the toolbar, once it is there, does not cover.
    const [first] = Object.entries(frames[0]!)
      .filter(([, top]) => top >= 64)
      .sort(([, a], [, b]) => a - b)
    const tops = frames.map((frame) => frame[first![0]] ?? Number.NaN)
    expect(Math.max(...tops)).toBeLessThan(Math.min(...tops) + 2)
    await page.close()
  })
})

describe('a long thread, remembered as a conversation', () => {
  const url = 'https://long-still.blogspot.com/2026/01/long.html'
  const bare = url.replace(new URL(url).host, 'bare.example')
  const count = 600
  /** A comment in the midst of it. */
  let id = ''
  /** As the conversation was when it was chosen. */
  let chosen: string[] = []
  beforeAll(async () => {
    for (const address of [url, bare]) browser.serve(address, bigPage(count, address))
    const page = await openReady(browser, url)
    await arrange(page, 'Conversation')
    await page.locator('[data-understory-flat]').waitFor()
    chosen = (await readContract(page)).map(({ id }) => id)
    id = chosen[count / 2]!
    await page.close()
  })

  it('is what it was when it was chosen', async () => {
    const page = await open(url)
    expect((await readContract(page)).map(({ id }) => id)).toEqual(chosen)
    expect(await page.locator('[data-understory-group]').count()).toBeGreaterThanOrEqual(count / 50)
    await page.close()
  })

  it('shifts nothing that is in view, and leaves the comment of the address where it was first seen', async () => {
    const page = await open(`${url}#${id}`)
    await nextFrames(page, 20)
    const tops = (await framesOf(page)).flatMap((frame) => frame[id] ?? Number.NaN)
    const from = tops.findIndex((top) => !Number.isNaN(top))
    expect(from).toBeGreaterThanOrEqual(0)
    expect(Math.max(...tops.slice(from))).toBeLessThan(Math.min(...tops.slice(from)) + 2)
    expect(await page.evaluate(() => (globalThis as Seen).shift)).toBeLessThan(0.1)
    await page.close()
  })

  it('does not call back a reader who has gone on while it was opened, nor move what they see now', async () => {
    type GoneOn = { goneTo?: number }
    const page = await browser.context.newPage()
    await page.addInitScript(() => {
      // As a wheel does, as soon as the first comments are dressed: between two of our slices.
      const goOn = () => {
        document.body.dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaY: 3000 }))
        scrollBy({ top: 3000, behavior: 'instant' })
        const meant = document.getElementById(location.hash.slice(1))!
        Object.assign(globalThis, { goneTo: meant.getBoundingClientRect().top })
      }
      new MutationObserver((_, observer) => {
        if (!document.querySelector('[data-understory-comment]')) return
        observer.disconnect()
        goOn()
      }).observe(document, { subtree: true, attributeFilter: ['data-understory-comment'] })
    })
    await page.goto(`${url}#${id}`)
    await waitForState(page, ['ready'])
    await nextFrames(page, 20)
    const goneTo = await page.evaluate(() => (globalThis as GoneOn).goneTo!)
    expect(goneTo).toBeLessThan(-2000)
    const top = await page.locator(`[id="${id}"]`).evaluate((it) => it.getBoundingClientRect().top)
    expect(Math.abs(top - goneTo)).toBeLessThan(120)
    await page.close()
  })
})

describe("in the blog's own arrangement", () => {
  /** By id, in px: the comment alone, which holds no replies and no row to fold them. */
  const heightsOf = async (url: string): Promise<Record<string, number>> => {
    const page = await open(url)
    const heights = await page
      .locator('.comment-replies .comment-block')
      .evaluateAll((blocks) =>
        Object.fromEntries(blocks.map((block) => [block.parentElement!.id, block.clientHeight])),
      )
    await page.close()
    return heights
  }

  it('a comment is as high as it was', async () => {
    const page = await openReady(browser, demo.url)
    await arrange(page, 'Original')
    await page.close()
    const bare = await heightsOf(bareUrl)
    expect(Object.keys(bare).length).toBeGreaterThan(30)
    expect(await heightsOf(demo.url)).toEqual(bare)
  })
})
