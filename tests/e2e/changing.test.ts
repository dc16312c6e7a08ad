import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from './harness/chromium.ts'
import { readContract, waitForState } from './harness/contract.ts'
import { pageOf } from './pages.ts'
import { asServed, type Chromium, htmlWithoutState, openReady, openRemembering, toolbarOf } from './steps.ts'

const host = 'https://weather-house.blogspot.com'
let browser: Chromium
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

const bodies = (count: number) => Array.from({ length: count }, (_, k) => `Rain on day ${k}.`)

/** A post with a script of its own at the end of the page. */
const serve = (slug: string, comments: number, script = '', blog = host) => {
  const url = `${blog}/2026/04/${slug}.html`
  const page = pageOf(url, `Post ${slug}`, bodies(comments))
  browser.serve(url, page.replace('</body>', `<script>${script}</script></body>`))
  return url
}

/** What a page's own script does to add a comment: a copy of the first under another id. */
const addComments = (page: Page, count: number, before = false) =>
  page.evaluate(
    ({ count, before }) => {
      const list = document.querySelector('#top-ra')!
      for (let n = 0; n < count; n++) {
        const pattern = document.createElement('template')
        pattern.innerHTML = `<li class="comment" id="c77${n}"><div class="comment-block"><div class="comment-header"><cite class="user">Late ${n}</cite><span class="datetime"><a href="${location.pathname}?showComment=1775733000000#c77${n}">9 April 2026 at 12:10</a></span></div><p class="comment-content">I come late.</p></div><div class="comment-replies"></div></li>`
        list.insertBefore(pattern.content, before ? list.firstChild : null)
      }
    },
    { count, before },
  )

const comments = (page: Page) => page.locator('[data-understory-comment]')

describe('comments that come later', () => {
  it('are enhanced by themselves: the others are left as they are', async () => {
    const page = await openReady(browser, serve('more', 5))
    const first = await page.locator('.us-clip').first().elementHandle()
    await addComments(page, 3)
    await expect.poll(() => comments(page).count()).toBe(8)
    await page.locator('#c772 .us-clip').waitFor()
    expect(await first!.evaluate((button) => button.isConnected)).toBe(true)
    expect(await toolbarOf(page).locator('[data-label="8 comments"]').count()).toBe(1)
    await toolbarOf(page).getByRole('button', { name: 'Off' }).click()
    await waitForState(page, ['off'])
    expect(await page.locator('[data-understory-comment], [data-understory-ui]').count()).toBe(0)
    expect(await page.locator('#top-ra > li').count()).toBe(8)
    await page.close()
  })

  it('are all found, also those that come while the thread is read and enhanced', async () => {
    const drip = `const list = document.querySelector('#top-ra'); const first = list.firstElementChild; let n = 0; const timer = setInterval(() => { const one = first.cloneNode(true); one.id = 'c88' + n; for (const link of one.querySelectorAll('.datetime a')) link.href = link.href.replace(/#.*/, '#' + one.id); list.append(one); if (++n === 60) clearInterval(timer) }, 5)`
    const url = serve('drip', 40, drip)
    // A heading that counts fewer than there are would be a reason for doubt.
    const uncounted = pageOf(url, 'Post drip', bodies(40)).replace(/\b40 comments/g, 'Comments')
    browser.serve(url, uncounted.replace('</body>', `<script>${drip}</script></body>`))
    const page = await browser.open(url)
    await expect.poll(() => page.locator('[id^="c88"][data-understory-comment]').count()).toBe(60)
    await page.close()
  })

  it('are found where the thread is rendered after the page was loaded', async () => {
    const hide = `const list = document.querySelector('#comment-holder'); const kept = list.firstElementChild; kept.remove(); addEventListener('load', () => setTimeout(() => list.append(kept), 1500))`
    const page = await browser.open(serve('late', 5, hide))
    await waitForState(page, ['none'])
    await waitForState(page, ['ready'])
    expect(await readContract(page)).toHaveLength(5)
    await page.close()
  })

  it('are enhanced again where the page renders its list again', async () => {
    const page = await openReady(browser, serve('rendered', 5))
    await page.evaluate(() => {
      const list = document.querySelector('#top-ra')!
      const fresh = list.cloneNode(true) as Element
      for (const own of fresh.querySelectorAll('[data-understory-ui]')) own.remove()
      for (const comment of fresh.querySelectorAll('*'))
        for (const { name } of [...comment.attributes])
          if (name.startsWith('data-understory')) comment.removeAttribute(name)
      list.replaceChildren(...fresh.children)
    })
    await page.locator('#top-ra > li .us-clip').nth(4).waitFor()
    expect(await readContract(page)).toHaveLength(5)
    expect(await page.locator('[role=toolbar]').count()).toBe(1)
    await page.close()
  })
})

describe('a blog that changes its articles by script', () => {
  const swap = (page: Page, address: string, thread: boolean) =>
    page.evaluate(
      ({ address, thread }) => {
        const scope = globalThis as typeof globalThis & { kept?: Element }
        const holder = document.querySelector('#comments')!
        scope.kept ??= holder.querySelector('.comment-thread')!.cloneNode(true) as Element
        history.pushState(null, '', address)
        const content = holder.querySelector('#comment-holder')!
        setTimeout(() => {
          const next = scope.kept!.cloneNode(true) as Element
          // The heading counts what was there at first.
          for (const own of next.querySelectorAll('[data-understory-ui], #c770')) own.remove()
          if (thread) content.replaceChildren(next)
          else content.replaceChildren()
        }, 400)
      },
      { address, thread },
    )

  it('is read anew at each', async () => {
    const page = await openReady(browser, serve('first', 5))
    await swap(page, '/2026/04/second.html', false)
    await waitForState(page, ['none'])
    expect(await page.locator('[data-understory-ui]').count()).toBe(0)
    await swap(page, '/2026/04/third.html', true)
    await waitForState(page, ['ready'])
    expect(await readContract(page)).toHaveLength(5)
    await page.close()
  })

  it('stays off where the reader turned it off, until it goes to another article', async () => {
    const page = await openReady(browser, serve('turned-off', 5))
    await toolbarOf(page).getByRole('button', { name: 'Off' }).click()
    await waitForState(page, ['off'])
    await addComments(page, 1)
    await page.mouse.wheel(0, 500)
    await swap(page, '/2026/04/another.html', true)
    await waitForState(page, ['ready'])
    await page.close()
  })
})

/** What a page's main thread was busy with while it was left to itself, as a share of one core. */
const shareOfCore = async (page: Page, ms: number): Promise<number> => {
  const session = await browser.context.newCDPSession(page)
  // In time of its own thread: what other programs take of the machine does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')!.value
  }
  const before = await busy()
  await page.evaluate((wait) => new Promise((resolve) => setTimeout(resolve, wait)), ms)
  return ((await busy()) - before) / (ms / 1000)
}

describe('a page that never rests', () => {
  const every = (ms: number, act: string) =>
    `addEventListener('load', () => { let n = 0; setInterval(() => { n++; ${act} }, ${ms}) })`
  const newComment = `const li = document.querySelector('#top-ra > li').cloneNode(true); for (const own of li.querySelectorAll('[data-understory-ui]')) own.remove(); li.id = 'c88' + n; for (const a of li.querySelectorAll('.datetime a')) a.href = a.href.replace(/#.*/, '#c88' + n); document.querySelector('#top-ra').append(li)`
  const churns: Record<string, string> = {
    'adds a comment every half second': every(500, newComment),
    'writes how long ago each was posted, ten times a second': every(
      100,
      `for (const shown of document.querySelectorAll('.datetime a')) shown.firstChild.data = n + ' ticks ago'`,
    ),
    'changes an advert within the thread ten times a second': every(
      100,
      `const ad = document.createElement('div'); ad.className = 'ad'; ad.innerHTML = '<ul><li>' + n + '</li></ul>'; document.querySelector('.ad')?.remove(); document.querySelector('#top-ra').append(ad)`,
    ),
    'renders its list again every other second': every(
      2000,
      `const list = document.querySelector('#top-ra'); const html = list.innerHTML; list.innerHTML = html`,
    ),
    'takes away what we add as soon as it is there': every(
      50,
      `for (const own of document.querySelectorAll('[data-understory-ui]')) own.remove()`,
    ),
  }

  it.each(Object.keys(churns))('and %s costs less than a twentieth of a core', async (name) => {
    const slug = `churn-${Object.keys(churns).indexOf(name)}`
    // The same page where the extension is not: what its own script costs is not ours.
    const bare = await browser.open(serve(slug, 60, churns[name], 'https://bare.example'))
    const own = await shareOfCore(bare, 3000)
    await bare.close()
    const page = await browser.open(serve(slug, 60, churns[name]))
    await waitForState(page, ['ready', 'declined'])
    expect((await shareOfCore(page, 10_000)) - own).toBeLessThan(0.05)
    await page.close()
  })

  it('and undoes us three times is left alone, and the popup says why', async () => {
    const undo = every(
      50,
      `for (const own of document.querySelectorAll('[data-understory-ui]')) own.remove()`,
    )
    const page = await openRemembering(browser, serve('undone', 5, undo))
    await waitForState(page, ['declined'])
    expect(await page.locator('[data-understory-comment]').count()).toBe(0)
    const popup = await browser.openPopup(page)
    await popup.getByText('keeps changing its comments').waitFor()
    await popup.close()
    expect((await htmlWithoutState(page)) === (await asServed(page))).toBe(true)
    await page.close()
  })
})
