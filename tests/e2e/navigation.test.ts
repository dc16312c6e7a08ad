import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bloggerPage } from '../demo/blogger-page.ts'
import { demoPosts } from '../demo/demo-blog.ts'
import { launch } from './harness/chromium.ts'
import { type ContractComment, readContract, stateOf, waitForState } from './harness/contract.ts'
import { commentsOf, demo, pageOf, secondDemo } from './pages.ts'
import {
  arrange,
  buttonOn,
  type Chromium,
  clip,
  clipsIn,
  commentOn,
  openReady,
  openRemembering,
  toolbarOf,
} from './steps.ts'

/** The same post under a host that the extension does not read. */
const bareUrl = 'https://bare.example/the-last-boat.html'

let browser: Chromium
beforeAll(async () => {
  browser = await launch({ backForwardCache: true })
  for (const post of demoPosts) browser.serve(post.url, bloggerPage(post, demoPosts))
  browser.serve(bareUrl, bloggerPage(demo, demoPosts))
})
afterAll(() => browser?.close())

const written = commentsOf(demo)
const replyIndex = written.findIndex(({ depth }, index) => depth === 1 && index > 30)

const press = (page: Page, name: string) => toolbarOf(page).getByRole('button', { name, exact: true }).click()

/** Waits until a comment stands below the toolbar, in the upper half of the window, and can be seen. */
const landedOn = (page: Page, id: string) =>
  page.waitForFunction((wanted) => {
    const element = document.querySelector(`[data-understory-comment="${wanted}"]`)
    const bar = document.querySelector('[role="toolbar"]')
    if (!element?.checkVisibility() || !bar) return false
    const { top } = element.getBoundingClientRect()
    return top >= bar.getBoundingClientRect().bottom - 1 && top < innerHeight / 2
  }, id)

type Returning = typeof globalThis & { cameBack?: boolean }

/** The driver does not see a page come back as it was, so the page itself is asked. */
const goBack = async (page: Page) => {
  await page.goBack({ waitUntil: 'commit' })
  await page.waitForFunction(
    (url) => location.href === url && document.documentElement.getAttribute('data-understory') === 'ready',
    demo.url,
  )
}

describe('going away and back', () => {
  it('finds the page as it was left, and clipping still works', async () => {
    const page = await openReady(browser, demo.url)
    const comments = await readContract(page)
    await press(page, 'Collapse all')
    await page.evaluate(() =>
      addEventListener('pageshow', ({ persisted }) => {
        ;(globalThis as Returning).cameBack = persisted
      }),
    )
    await page.goto(secondDemo.url)
    await goBack(page)
    // Whether the browser kept the page is its own business; that this one did makes the test worth something.
    await page.waitForFunction(() => (globalThis as Returning).cameBack === true)
    expect((await readContract(page)).filter(({ isCollapsed }) => isCollapsed).length).toBeGreaterThan(10)
    await clip(page, comments[0]!.id)
    const popup = await browser.openPopup(page)
    await clipsIn(popup).first().waitFor()
    expect(await popup.getByText('66 comments').count()).toBe(1)
    await popup.close()
    await page.bringToFront()
    await page.close()
  })

  it('shows what was deleted from the library meanwhile', async () => {
    const page = await openReady(browser, demo.url)
    const { id } = (await readContract(page))[1]!
    await press(page, 'Expand all')
    await clip(page, id)
    await page.goto(secondDemo.url)
    const popup = await browser.openPopup(page)
    const kept = clipsIn(popup).filter({ has: popup.locator(`a[href$="#${id}"]`) })
    await kept.getByRole('button', { name: 'Delete' }).click()
    await kept.waitFor({ state: 'detached' })
    await popup.close()
    await page.bringToFront()
    await goBack(page)
    await page.locator(`[data-understory-comment="${id}"]:not([data-understory-clipped])`).waitFor()
    await page.close()
  })
})

describe('going back to a site that was switched off meanwhile', () => {
  it('finds the page as the blog made it', async () => {
    const page = await openReady(browser, demo.url)
    await page.goto(secondDemo.url)
    const popup = await browser.openPopup(page)
    const site = popup.getByRole('switch', { name: 'On for this site' })
    await site.click()
    await page.bringToFront()
    await page.waitForFunction(() => !document.documentElement.hasAttribute('data-understory'))
    await page.goBack({ waitUntil: 'commit' })
    await page.waitForFunction(
      (url) => location.href === url && !document.querySelector('[data-understory-ui]'),
      demo.url,
    )
    await popup.bringToFront()
    await site.click()
    await page.bringToFront()
    await waitForState(page, ['ready'])
    await popup.close()
    await page.close()
  })
})

describe('a link to a comment', () => {
  let page: Page
  let comments: ContractComment[]
  beforeAll(async () => {
    page = await openReady(browser, demo.url)
    comments = await readContract(page)
  })

  it('opens the folded branch that it leads into and lands below the toolbar', async () => {
    await press(page, 'Collapse all')
    const { id } = comments[replyIndex]!
    await commentOn(page, id).waitFor({ state: 'hidden' })
    await page.evaluate((hash) => {
      location.hash = hash
    }, id)
    await landedOn(page, id)
    expect(await commentOn(page, id).getAttribute('data-understory-target')).toBe('')
    const folded = (await readContract(page)).filter(({ isCollapsed }) => isCollapsed)
    expect(folded.length).toBeGreaterThan(5)
  })

  it('leads there on arrival too, where the branch was folded on the last visit', async () => {
    const { id } = comments[replyIndex + 1]!
    const arrived = await openReady(browser, `${demo.url}?showComment=1#${id}`)
    await landedOn(arrived, id)
    await arrived.close()
  })

  it('leads there in every arrangement', async () => {
    for (const name of ['Newest first', 'Oldest first', 'Conversation']) {
      await arrange(page, name)
      const { id } = comments[replyIndex + 2]!
      await page.evaluate((hash) => {
        location.hash = ''
        location.hash = hash
      }, id)
      await landedOn(page, id)
    }
    await arrange(page, 'Original')
    await press(page, 'Expand all')
    await page.close()
  })
})

describe('the page’s own words', () => {
  it('are what a selection of a comment holds, of the whole page, and what find-in-page finds', async () => {
    const bare = await browser.open(bareUrl)
    const page = await openReady(browser, demo.url)
    const ids = (await readContract(page)).map(({ id }) => id)
    const selected = (tab: Page) =>
      tab.evaluate((all) => {
        const selection = getSelection()!
        return all.map((id) => {
          selection.selectAllChildren(document.getElementById(id)!)
          return selection.toString().replace(/\s+/g, ' ').trim()
        })
      }, ids)
    expect(await selected(page)).toEqual(await selected(bare))
    const words = (tab: Page) =>
      // biome-ignore lint/performance/useDomNodeTextContent: find-in-page looks through what is rendered
      tab.evaluate(() => document.getElementById('top-ra')!.innerText.replace(/\s+/g, ' '))
    expect(await words(page)).toBe(await words(bare))
    const whole = (tab: Page) =>
      tab.evaluate(() => {
        getSelection()!.selectAllChildren(document.body)
        return getSelection()!.toString().split(/\s+/)
      })
    expect(await whole(page)).toEqual(await whole(bare))
    const found = await page.evaluate(() => {
      getSelection()!.removeAllRanges()
      const find = (globalThis as unknown as { find(words: string): boolean }).find
      return ['Clip thread', 'Collapse all', '2 replies', '1 of 4', 'Newest first'].filter((w) => find(w))
    })
    expect(found).toEqual([])
    await page.close()
    await bare.close()
  })
})

type Counting = typeof globalThis & { changes: number }

/** Counts every change to the document from now on. */
const countChanges = (page: Page) =>
  page.evaluate(() => {
    const scope = globalThis as Counting
    scope.changes = 0
    new MutationObserver((records) => {
      scope.changes += records.length
    }).observe(document, { childList: true, attributes: true, characterData: true, subtree: true })
  })

/** How many changes there are in half a second: a loop shows as a number that keeps growing. */
const changesInHalfASecond = (page: Page) =>
  page.evaluate(async () => {
    const before = (globalThis as Counting).changes
    await new Promise((resolve) => setTimeout(resolve, 500))
    return (globalThis as Counting).changes - before
  })

const site = 'https://restless.blogspot.com/2026/04'
const restless = (slug: string, script: string) => {
  const url = `${site}/${slug}.html`
  const body = pageOf(url, slug, ['One.', { html: 'Two.', replies: [{ at: '9 10:30', html: 'Three.' }] }])
  browser.serve(url, body.replace('</body>', `<script>${script}</script></body>`))
  return url
}

describe('a page that changes its thread', () => {
  it('by rendering the list again is enhanced again, once', async () => {
    const url = restless(
      'rendered-again',
      'var list = document.getElementById("top-ra"), html = list.innerHTML',
    )
    const page = await openReady(browser, url)
    await countChanges(page)
    await page.evaluate(() => {
      const list = document.getElementById('top-ra')!
      // biome-ignore lint/security/noGlobalEval: the page's own variable
      list.innerHTML = eval('html') as string
    })
    await page.locator('#top-ra [data-understory-comment] button').first().waitFor()
    await waitForState(page, ['ready'])
    expect(await readContract(page)).toHaveLength(3)
    expect(await toolbarOf(page).count()).toBe(1)
    expect(await changesInHalfASecond(page)).toBe(0)
    await page.close()
  })

  it('by replacing the list as a whole is enhanced again, once', async () => {
    const url = restless('replaced', 'window.copy = document.getElementById("comment-holder").innerHTML')
    const page = await openReady(browser, url)
    await countChanges(page)
    await page.evaluate(() => {
      document.getElementById('comment-holder')!.innerHTML = (globalThis as unknown as { copy: string }).copy
    })
    await page.locator('#top-ra [data-understory-comment] button').first().waitFor()
    await waitForState(page, ['ready'])
    expect(await readContract(page)).toHaveLength(3)
    expect(await toolbarOf(page).count()).toBe(1)
    expect(await changesInHalfASecond(page)).toBe(0)
    await page.close()
  })

  it('by adding a comment shows that one too', async () => {
    const url = restless('added', '')
    const page = await openReady(browser, url)
    await page.evaluate(() => {
      const first = document.querySelector('#top-ra > li')!
      const added = document.createElement('li')
      added.className = 'comment'
      added.id = 'c99'
      added.innerHTML =
        '<div class="comment-block"><div class="comment-header"><cite class="user">Late</cite></div><p class="comment-content">Four.</p></div>'
      first.after(added)
      const heading = document.querySelector('#comments > h4')
      if (heading) heading.textContent = '4 comments:'
    })
    await commentOn(page, 'c99').waitFor()
    expect(await readContract(page)).toHaveLength(4)
    await buttonOn(page, 'c99', 'Clip').waitFor()
    await page.close()
  })

  it('back whenever it is enhanced is left alone, and the popup says why', async () => {
    const url = restless(
      'fighting',
      `var list = document.getElementById('top-ra'), html = list.innerHTML
       new MutationObserver(function () {
         if (document.documentElement.getAttribute('data-understory') !== 'ready') return
         if (list.querySelector('[data-understory-comment]')) list.innerHTML = html
       }).observe(document.documentElement, { attributes: true, subtree: true })`,
    )
    const page = await browser.open(url)
    await waitForState(page, ['declined'])
    await countChanges(page)
    expect(await changesInHalfASecond(page)).toBe(0)
    expect(await readContract(page)).toEqual([])
    expect(await page.locator('[data-understory-ui]').count()).toBe(0)
    const popup = await browser.openPopup(page)
    await popup.getByText('keeps changing its comments back').waitFor()
    await popup.close()
    await page.close()
  })

  it('by removing what is ours is enhanced again or left alone, without a loop', async () => {
    const url = restless('removing', '')
    const page = await openRemembering(browser, url)
    await waitForState(page, ['ready'])
    await countChanges(page)
    await page.evaluate(() => {
      for (const node of document.querySelectorAll('[data-understory-ui]')) node.remove()
    })
    await expect
      .poll(async () => {
        const isBack = (await toolbarOf(page).count()) === 1
        return isBack && (await stateOf(page)) === 'ready'
      })
      .toBe(true)
    expect(await changesInHalfASecond(page)).toBe(0)
    await page.close()
  })

  it('by removing what is ours each time it comes is left alone, and the popup says why', async () => {
    const url = restless(
      'removing-always',
      `new MutationObserver(function () {
         document.querySelectorAll('[data-understory-ui]').forEach(function (node) { node.remove() })
       }).observe(document.body, { childList: true, subtree: true })`,
    )
    const page = await browser.open(url)
    await waitForState(page, ['declined'])
    await countChanges(page)
    expect(await changesInHalfASecond(page)).toBe(0)
    const popup = await browser.openPopup(page)
    await popup.getByText('Left as it was.').waitFor()
    await popup.close()
    await page.close()
  })
})
