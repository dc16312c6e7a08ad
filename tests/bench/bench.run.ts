import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from '../e2e/harness/chromium.ts'
import { waitForState } from '../e2e/harness/contract.ts'
import { bigPage, plainPage } from './big-page.ts'
import { bigHackerNews, bigWordPress } from './other-platforms.ts'
import { readingScript } from './reading.ts'
import type { ReadingTimes } from './reading-entry.ts'
import { budgets, type Row, table } from './table.ts'
import { browserSession, type Cost, costOf, scriptOf, slowestOf, traced } from './tracing.ts'

const sizes = [100, 1_000, 10_000]
const onUrl = (count: number) => `https://long-thread.blogspot.com/2026/01/${count}.html`
/** The same page where the extension is not: the comparison is made within one run of one browser. */
const offUrl = (count: number) => `https://long-thread.example/2026/01/${count}.html`
const quietUrl = 'https://long-thread.blogspot.com/2026/01/quiet.html'
const nextQuietUrl = 'https://long-thread.blogspot.com/2026/02/quiet.html'

/** Threads of other markup than Blogger's, where we are and where we are not. */
const others = [
  { name: 'WordPress', make: bigWordPress, count: 1_000 },
  { name: 'WordPress', make: bigWordPress, count: 10_000 },
  { name: 'Hacker News', make: bigHackerNews, count: 1_000 },
].map((one) => ({
  ...one,
  on: onUrl(one.count).replace('.html', `-${one.name.length}.html`),
  off: offUrl(one.count).replace('.html', `-${one.name.length}.html`),
}))

const rows: Row[] = []
let browser: Awaited<ReturnType<typeof launch>>

beforeAll(async () => {
  browser = await launch()
  for (const count of sizes) {
    browser.serve(onUrl(count), bigPage(count, onUrl(count)))
    browser.serve(offUrl(count), bigPage(count, offUrl(count)))
  }
  for (const { make, count, on, off } of others) {
    browser.serve(on, make(count, on))
    browser.serve(off, make(count, off))
  }
  for (const url of [quietUrl, nextQuietUrl]) browser.serve(url, plainPage(500))
})
afterAll(async () => {
  await browser.close()
  console.log(table(rows))
})

/** Two frames later everything that was asked for has been laid out and painted. */
const painted = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 200))),
      ),
  )

const openTraced = async (
  url: string,
  ready: (page: Page) => Promise<unknown>,
  open = browser.open,
): Promise<{ page: Page; cost: Cost }> => {
  const session = await browserSession(browser.context)
  let page: Page | undefined
  const events = await traced(session, async () => {
    page = await open(url)
    await page.waitForLoadState('load')
    await ready(page)
    await painted(page)
  })
  await session.detach()
  return { page: page!, cost: costOf(events, browser.extensionId, (shown) => shown.startsWith(url)) }
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

describe('bench', () => {
  it('sizes', () => {
    for (const [file, budget] of Object.entries(budgets.sizes)) {
      const path = fileURLToPath(new URL(`../../.output/chrome-mv3/${file}`, import.meta.url))
      rows.push({
        what: `${file}, gzip`,
        size: '',
        figure: gzipSync(readFileSync(path)).length / 1000,
        unit: 'kB',
        budget,
      })
    }
  })

  it('a page without a thread', async () => {
    const isQuiet = (opened: Page) => waitForState(opened, ['none'])
    const first: Cost[] = []
    const next: Cost[] = []
    for (let run = 0; run < 5; run++) {
      const { page, cost } = await openTraced(quietUrl, isQuiet)
      first.push(cost)
      const goOn = async (url: string) => {
        await page.goto(url, { waitUntil: 'domcontentloaded' })
        return page
      }
      next.push((await openTraced(nextQuietUrl, isQuiet, goOn)).cost)
      await page.close()
    }
    const probe = (costs: Cost[]) => median(costs.map((cost) => cost.probe))
    // The first page in a new process has the browser compile the script, and make what stands for the DOM in it.
    rows.push(
      { what: 'probe, script', size: 'new process', figure: probe(first), unit: 'ms', budget: 1 },
      { what: 'probe, script', size: 'within a blog', figure: probe(next), unit: 'ms', budget: 1 },
    )
    expect([...first, ...next].some(({ hasReader }) => hasReader)).toBe(false)
  })

  const platforms: [string, (count: number, url: string) => string, string][] = [
    ['Blogger', bigPage, 'long-thread.example'],
    ['WordPress', bigWordPress, 'long-thread.example'],
    ['Hacker News', bigHackerNews, 'news.ycombinator.com'],
  ]
  const read = platforms.flatMap(([name, make, host]) => sizes.map((count) => ({ name, make, host, count })))

  it.each(read)(
    '$name, a thread of $count comments: read, build, infer',
    async ({ name, make, host, count }) => {
      const url = `https://${host}/item?id=${count}&of=${name.length}`
      browser.serve(url, make(count, url))
      const page = await browser.open(url)
      await page.addScriptTag({ content: await readingScript() })
      const times: ReadingTimes[] = []
      for (let run = 0; run < 5; run++)
        times.push(
          await page.evaluate(() =>
            (globalThis as unknown as { reading: { timeReading(): ReadingTimes } }).reading.timeReading(),
          ),
        )
      await page.close()
      expect(times[0]!.comments).toBe(count)
      const first = times[0]!
      const at = (pick: (time: ReadingTimes) => number) => median(times.map(pick))
      const size = String(count)
      rows.push(
        { what: `${name}: read, first time`, size, figure: first.read, unit: 'ms' },
        {
          what: `${name}: read and build, median of 5`,
          size,
          figure: at(({ read, build }) => read + build),
          unit: 'ms',
          budget: count === 10_000 ? 60 : undefined,
        },
        { what: `${name}: read, longest step`, size, figure: first.longestStep, unit: 'ms', budget: 8 },
        {
          what: `${name}: infer`,
          size,
          figure: at(({ infer }) => infer),
          unit: 'ms',
          budget: count === 10_000 ? 300 : undefined,
        },
      )
    },
  )

  const blogger = sizes.map((count) => ({ name: 'Blogger', count, on: onUrl(count), off: offUrl(count) }))
  it.each([...blogger, ...others])('$name, $count comments: the page with and without us', async (thread) => {
    const { name, count, on, off } = thread
    const without: Cost[] = []
    const withUs: Cost[] = []
    for (let run = 0; run < 3; run++) {
      const bare = await openTraced(off, async () => {})
      without.push(bare.cost)
      await bare.page.close()
      const enhanced = await openTraced(on, (opened) => waitForState(opened, ['ready'], 60_000))
      withUs.push(enhanced.cost)
      await enhanced.page.close()
    }
    const sum = (costs: Cost[]) => median(costs.map(({ layout, script }) => layout + script))
    const script = (costs: Cost[]) => median(costs.map((cost) => cost.script))
    const size = String(count)
    rows.push(
      { what: `${name}: probe, script`, size, figure: median(withUs.map(({ probe }) => probe)), unit: 'ms' },
      {
        what: `${name}: script of ours, all slices`,
        size,
        figure: script(withUs) - script(without),
        unit: 'ms',
      },
      {
        what: `${name}: longest stretch of script`,
        size,
        figure: median(withUs.map(({ longestScript }) => longestScript)),
        unit: 'ms',
        budget: 50,
      },
      {
        what: `${name}: longest task since the reader came`,
        size,
        figure: median(withUs.map(({ longestTask }) => longestTask)),
        unit: 'ms',
        budget: 50,
      },
      { what: `${name}: layout and script without us`, size, figure: sum(without), unit: 'ms' },
      {
        what: `${name}: layout and script with us`,
        size,
        figure: sum(withUs),
        unit: 'ms',
        budget: sum(without),
      },
      { what: `${name}: with / without`, size, figure: sum(withUs) / sum(without), unit: '×', budget: 1 },
    )
  })

  it.each(sizes)('a thread of %i comments: one is added', async (count) => {
    const session = await browserSession(browser.context)
    /** All script around one new comment: the page's own two lines are in it, so both pages are measured. */
    const added = async (url: string, state: string) => {
      const page = await browser.open(url)
      await waitForState(page, [state], 60_000)
      await painted(page)
      const times: number[] = []
      for (let run = 0; run < 12; run++) {
        const events = await traced(session, () =>
          page.evaluate(
            ({ id, settleMs }) => {
              const list = document.querySelector('#top-ra > li > .comment-replies > div > ol > div')!
              const fresh = document.createElement('template')
              fresh.innerHTML = `<li class="comment" id="${id}"><div class="comment-block"><div class="comment-header"><cite class="user">Anonymous</cite><span class="datetime"><a href="${location.pathname}?showComment=1775733000000#${id}">9 April 2026 at 12:10</a></span></div><p class="comment-content">One more.</p></div><div class="comment-replies"></div></li>`
              list.append(fresh.content)
              return new Promise<void>((resolve) => setTimeout(resolve, settleMs))
            },
            { id: `c99${run}`, settleMs: 500 },
          ),
        )
        times.push(scriptOf(events))
      }
      const marked = await page.locator('[id^="c99"][data-understory-comment]').count()
      await page.close()
      // The first three run code that has never run, or hardly: at the first, the browser compiles it.
      return { marked, first: times[0]!, time: median(times.slice(3)) }
    }
    const without = await added(offUrl(count), 'off')
    const withUs = await added(onUrl(count), 'ready')
    await session.detach()
    expect(withUs.marked).toBe(12)
    const size = String(count)
    rows.push(
      {
        what: 'one comment added, script, the first',
        size,
        figure: withUs.first - without.first,
        unit: 'ms',
      },
      {
        what: 'one comment added, script, median of 9 after three',
        size,
        figure: withUs.time - without.time,
        unit: 'ms',
        budget: 2,
      },
    )
  })

  it('a clip, with the worker asleep', async () => {
    const page = await browser.open(onUrl(100))
    await waitForState(page, ['ready'])
    const times: number[] = []
    for (let run = 0; run < 5; run++) {
      await browser.stopWorker()
      await page.bringToFront()
      times.push(
        await page.evaluate(
          (nth) =>
            new Promise<number>((resolve) => {
              const button = document.querySelectorAll<HTMLElement>('.us-clip')[nth]!
              const comment = button.closest('[data-understory-comment]')!
              const start = performance.now()
              new MutationObserver(() => resolve(performance.now() - start)).observe(comment, {
                attributeFilter: ['data-understory-clipped'],
              })
              button.click()
            }),
          run,
        ),
      )
    }
    await page.close()
    rows.push(
      {
        what: 'clip, first on the page, worker asleep',
        size: '100',
        figure: times[0]!,
        unit: 'ms',
        budget: 150,
      },
      {
        what: 'clip, median of 5, worker asleep',
        size: '100',
        figure: median(times),
        unit: 'ms',
        budget: 150,
      },
    )
  })

  it.each(sizes)('a thread of %i comments: interactions', async (count) => {
    const page = await browser.open(onUrl(count))
    await waitForState(page, ['ready'], 60_000)
    await painted(page)
    // By selector: finding a role among ten thousand comments takes the driver seconds, and the page's thread with it.
    const button = (name: string) => page.locator(`[data-understory-ui] button[aria-label="${name}"]`).first()
    const choose = (name: string) => page.locator(`[role=radiogroup] [data-label="${name}"]`)
    const acts: [string, Locator][] = [
      ['collapse all', button('Collapse all')],
      ['expand all', button('Expand all')],
      ['fold one', button('Collapse')],
      ['open one', button('Expand')],
      ['conversation', choose('Conversation')],
      ['a preview', page.locator('a[data-understory-reference]').first()],
      ['why', page.locator('.us-why').first()],
      ['answered by', page.locator('.us-answers:not(.us-quiet)').first()],
      ['exchange', page.locator('.us-exchange').first()],
      ['newest first', choose('Newest first')],
      ['oldest first', choose('Oldest first')],
      ['original', choose('Original')],
      ['off', button('Off')],
    ]
    for (const [what, control] of acts) {
      // By the mouse alone: the driver's own click asks the page what is hit once more, while the time is taken.
      await control.evaluate((element) => element.scrollIntoView({ block: 'center' }))
      await painted(page)
      const { x, y, width, height } = (await control.boundingBox())!
      const point = () => page.mouse.move(x + width / 2, y + height / 2)
      const press = async () => {
        await page.mouse.down()
        await page.mouse.up()
      }
      // A preview comes by pointing alone.
      const isPointed = what === 'a preview'
      if (!isPointed) {
        await point()
        await painted(page)
      }
      const { interaction, pointing, longtask } = await slowestOf(page, isPointed ? point : press, () =>
        painted(page),
      )
      await page.keyboard.press('Escape')
      const size = String(count)
      rows.push(
        {
          what: `${what}, to next paint`,
          size,
          figure: isPointed ? pointing : interaction,
          unit: 'ms',
          budget: 50,
        },
        { what: `${what}, longest task after it`, size, figure: longtask, unit: 'ms' },
      )
    }
    await page.close()
  })

  it.each([...blogger, ...others])('$name, $count comments: opened as it was left', async (thread) => {
    const { name, count, on } = thread
    const remember = async (page: Page, arrangement: string) => {
      await page
        .locator(`[role=radiogroup] input[value="${arrangement}"]`)
        .evaluate((it: HTMLElement) => it.click())
      await painted(page)
      await page.close()
    }
    const open = (url: string) => openTraced(url, (opened) => waitForState(opened, ['ready'], 60_000))
    const before = await browser.open(on)
    await waitForState(before, ['ready'], 60_000)
    const ids = await before
      .locator('[data-understory-comment]')
      .evaluateAll((all) => all.map(({ id }) => id))
    const inMidst = `${on}#${ids[Math.floor(ids.length / 2)]}`
    await remember(before, 'original')
    for (const arrangement of ['original', 'newest'])
      for (const url of arrangement === 'original' ? [inMidst] : [on, inMidst]) {
        const runs: Cost[] = []
        for (let run = 0; run < 3; run++) {
          const { page, cost } = await open(url)
          expect(await page.locator('[data-understory-flat]').count()).toBe(
            arrangement === 'original' ? 0 : 1,
          )
          await page.close()
          runs.push(cost)
        }
        const what = `${name}: ${arrangement === 'original' ? 'as on the blog' : 'newest first'}, ${url === on ? 'from its start' : 'in its midst'}`
        const size = String(count)
        rows.push(
          {
            what: `${what}: longest task`,
            size,
            figure: median(runs.map(({ longestTask }) => longestTask)),
            unit: 'ms',
            budget: 50,
          },
          {
            what: `${what}: layout and script`,
            size,
            figure: median(runs.map(({ layout, script }) => layout + script)),
            unit: 'ms',
          },
        )
        if (url === inMidst) {
          const page = await browser.open(on)
          await waitForState(page, ['ready'], 60_000)
          await remember(page, arrangement === 'original' ? 'newest' : 'original')
        }
      }
  })
})
