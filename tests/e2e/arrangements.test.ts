import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bloggerPage } from '../demo/blogger-page.ts'
import { demoPosts } from '../demo/demo-blog.ts'
import { launch } from './harness/chromium.ts'
import { type ContractComment, readContract, waitForState } from './harness/contract.ts'
import { commentsOf, demo, secondDemo } from './pages.ts'
import { arrange, type Chromium, commentOn, openReady, toolbarOf } from './steps.ts'

let browser: Chromium
let page: Page
let served: ContractComment[]

beforeAll(async () => {
  browser = await launch()
  for (const post of demoPosts) browser.serve(post.url, bloggerPage(post, demoPosts))
  page = await openReady(browser, demo.url)
  served = await readContract(page)
})
afterAll(() => browser?.close())

const written = commentsOf(demo)
const idsShown = async () => (await readContract(page)).map(({ id }) => id)

const isShown = (name: string) =>
  page.waitForFunction((words) => {
    const depths = [...document.querySelectorAll('[data-understory-depth]')].map((element) =>
      element.getAttribute('data-understory-depth'),
    )
    const isFlat = depths.every((depth) => depth === '0')
    return isFlat === words.endsWith('first')
  }, name)

/** Chooses an arrangement as a click does, or as a script would, which leaves the focus where it was. */
const show = async (name: string, by: 'click' | 'script' = 'click') => {
  if (by === 'click') await arrange(page, name)
  else
    await toolbarOf(page)
      .getByRole('radio', { name, exact: true })
      .evaluate((radio: HTMLInputElement) => radio.click())
  await isShown(name)
}

const names = ['Newest first', 'Oldest first', 'Conversation', 'Original']

describe('an arrangement', () => {
  it('by time puts every comment in its place, and the original comes back', async () => {
    const byTime = served
      .map(({ id, time }, index) => ({ id, time: time!, index }))
      .sort((a, b) => (a.time === b.time ? a.index - b.index : a.time < b.time ? -1 : 1))
      .map(({ id }) => id)
    await show('Oldest first')
    expect(await idsShown()).toEqual(byTime)
    await show('Newest first')
    expect(await idsShown()).toEqual(byTime.toReversed())
    const flat = await readContract(page)
    expect(flat.every(({ depth, parent, link }) => depth === 0 && parent === null && link === null)).toBe(
      true,
    )
    await show('Original')
    expect(await readContract(page)).toEqual(served)
  })

  it('as a conversation nests each comment under one that comes before it', async () => {
    await show('Conversation')
    const depths = new Map<string, number>()
    for (const { id, depth, parent } of await readContract(page)) {
      expect(depth).toBe(parent === null ? 0 : depths.get(parent)! + 1)
      depths.set(id, depth)
    }
    expect(depths.size).toBe(68)
    await show('Original')
  })

  it('as a conversation has lines without gaps, also where what is in comments makes the space between them', async () => {
    const theme = await page.addStyleTag({
      content: '#top-ra .comment { margin: 0; padding: 0 } .comment-block { margin-block: 30px 20px }',
    })
    await show('Conversation')
    const gaps = await page.evaluate(() => {
      const comments = [...document.querySelectorAll('[data-understory-comment]')]
      return comments.slice(1).flatMap((comment, k) => {
        if (!comment.hasAttribute('data-understory-level')) return []
        const lineTop = Number.parseFloat(getComputedStyle(comment, '::before').top)
        const { bottom } = comments[k]!.getBoundingClientRect()
        return [comment.getBoundingClientRect().top + lineTop - bottom]
      })
    })
    expect(gaps.length).toBeGreaterThan(20)
    expect(Math.max(...gaps)).toBeLessThan(1)
    await show('Original')
    await theme.evaluate((style) => (style as Element).remove())
  })

  it('leaves the platform’s own Reply working, with the comment box that it carries', async () => {
    const tops = served.filter(({ depth }) => depth === 0)
    for (const [k, name] of names.entries()) {
      await show(name)
      const { id } = tops[k + 1]!
      await commentOn(page, id).locator('a.comment-reply').first().click()
      expect(await page.locator(`[id="${id}-ce"] iframe#comment-editor`).count()).toBe(1)
    }
  })

  it('keeps what is half written in the comment box', async () => {
    const { id } = served.filter(({ depth }) => depth === 0)[2]!
    await commentOn(page, id).locator('a.comment-reply').first().click()
    const draft = page.frameLocator('#comment-editor').locator('body')
    await draft.evaluate((body) => {
      body.innerHTML = '<textarea>Half a sen</textarea>'
    })
    for (const name of names) {
      await show(name)
      expect(await draft.locator('textarea').inputValue()).toBe('Half a sen')
    }
  })

  it('keeps listeners that the page put on its comments', async () => {
    const { id } = served[5]!
    await commentOn(page, id).evaluate((element) => {
      const heard = () =>
        element.setAttribute('data-heard', `${Number(element.getAttribute('data-heard')) + 1}`)
      element.addEventListener('page-event', heard)
    })
    for (const name of names) {
      await show(name)
      await commentOn(page, id).dispatchEvent('page-event')
    }
    expect(await commentOn(page, id).getAttribute('data-heard')).toBe('4')
    await commentOn(page, id).evaluate((element) => element.removeAttribute('data-heard'))
  })

  it('keeps the focus where it was', async () => {
    const link = commentOn(page, served[20]!.id).locator('.datetime a').first()
    await link.focus()
    for (const name of names) {
      await show(name, 'script')
      expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
    }
    await show('Newest first')
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('newest')
    await show('Original')
  })
})

/** Puts a comment right below the toolbar, which stays at the upper edge, and says how far below the edge it is. */
const putBelowToolbar = (id: string) =>
  commentOn(page, id).evaluate((element) => {
    ;(document.activeElement as HTMLElement | null)?.blur()
    const bar = document.querySelector('[role="toolbar"]')!
    element.scrollIntoView({ block: 'start', behavior: 'instant' })
    const gap = element.getBoundingClientRect().top - bar.getBoundingClientRect().bottom
    scrollBy({ top: gap - 4, behavior: 'instant' })
    return element.getBoundingClientRect().top
  })

const topOf = (id: string) => commentOn(page, id).evaluate((element) => element.getBoundingClientRect().top)

describe('the reader’s eye', () => {
  const middle = () => {
    const tops = served.filter(({ depth }) => depth === 0)
    const top = tops[Math.floor(tops.length / 2)]!
    const reply = served.slice(25).find(({ depth }) => depth === 1)!
    return { top, reply }
  }

  it.each(names)('stays on the comment below the toolbar when the arrangement becomes %s', async (name) => {
    for (const before of names.filter((other) => other !== name)) {
      for (const { id } of Object.values(middle())) {
        await show(before, 'script')
        const top = await putBelowToolbar(id)
        await show(name, 'script')
        expect(Math.abs((await topOf(id)) - top), `${before} to ${name}`).toBeLessThanOrEqual(2)
      }
    }
  })

  it('stays in the middle of a comment that is longer than the window', async () => {
    const heights = await page
      .locator('[data-understory-comment]')
      .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().height))
    const flatIndex = (await readContract(page)).findIndex(
      ({ text }, index) => text.length > 3000 && heights[index]! > 1100,
    )
    expect(flatIndex).toBeGreaterThanOrEqual(0)
    const { id } = (await readContract(page))[flatIndex]!
    for (const name of names) {
      await commentOn(page, id).evaluate((element) => {
        const { top, height } = element.getBoundingClientRect()
        scrollBy({ top: top + (height - innerHeight) / 2, behavior: 'instant' })
      })
      const top = await topOf(id)
      await show(name, 'script')
      expect(Math.abs((await topOf(id)) - top), name).toBeLessThanOrEqual(2)
    }
  })

  it('stays on the comment below the toolbar when all is collapsed, and when all is opened again', async () => {
    await show('Original')
    const { top } = middle()
    const before = await putBelowToolbar(top.id)
    await toolbarOf(page).getByRole('button', { name: 'Collapse all' }).click()
    expect(Math.abs((await topOf(top.id)) - before)).toBeLessThanOrEqual(2)
    await toolbarOf(page).getByRole('button', { name: 'Expand all' }).click()
    expect(Math.abs((await topOf(top.id)) - before)).toBeLessThanOrEqual(2)
  })

  it('goes to the comment that a collapsed reply is in', async () => {
    const { reply } = middle()
    const before = await putBelowToolbar(reply.id)
    await toolbarOf(page).getByRole('button', { name: 'Collapse all' }).click()
    await commentOn(page, reply.id).waitFor({ state: 'hidden' })
    expect(Math.abs((await topOf(reply.parent!)) - before)).toBeLessThanOrEqual(2)
    await toolbarOf(page).getByRole('button', { name: 'Expand all' }).click()
  })

  it('stays on the button that folds a branch', async () => {
    await toolbarOf(page).getByRole('button', { name: 'Expand all' }).click()
    const { id } = middle().top
    await putBelowToolbar(id)
    const button = commentOn(page, id)
      .getByRole('button', { name: /^(Collapse|Expand)$/ })
      .first()
    for (const state of ['hidden', 'visible'] as const) {
      const before = (await button.boundingBox())!.y
      await button.click()
      const reply = served[served.findIndex((comment) => comment.id === id) + 1]!.id
      await commentOn(page, reply).waitFor({ state })
      expect(Math.abs((await button.boundingBox())!.y - before)).toBeLessThanOrEqual(2)
    }
  })
})

describe('the arrangement that was chosen', () => {
  it('is remembered for the whole site', async () => {
    await show('Newest first')
    await page.reload({ waitUntil: 'domcontentloaded' })
    await waitForState(page, ['ready'])
    await isShown('Newest first')
    const newest = written.map(({ instant }) => instant.getTime()).sort((a, b) => b - a)[0]!
    const [first] = await readContract(page)
    expect(first!.time!.slice(0, 16)).toBe(new Date(newest).toISOString().slice(0, 16))
    const other = await openReady(browser, secondDemo.url)
    const radio = toolbarOf(other).getByRole('radio', { name: 'Newest first' })
    expect(await radio.isChecked()).toBe(true)
    expect((await readContract(other)).every(({ depth }) => depth === 0)).toBe(true)
    await other.close()
    await show('Original')
    await page.reload({ waitUntil: 'domcontentloaded' })
    await waitForState(page, ['ready'])
    expect((await readContract(page)).map(({ id }) => id)).toEqual(served.map(({ id }) => id))
  })
})
