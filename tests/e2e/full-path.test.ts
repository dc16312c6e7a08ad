import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bloggerPage } from '../demo/blogger-page.ts'
import { demoPosts } from '../demo/demo-blog.ts'
import { launch } from './harness/chromium.ts'
import { type ContractComment, readContract } from './harness/contract.ts'
import { commentsOf, demo } from './pages.ts'
import { buttonOn, type Chromium, clip, clipsIn, commentOn, openReady, toolbarOf } from './steps.ts'

let browser: Chromium
let page: Page
let comments: ContractComment[]

beforeAll(async () => {
  browser = await launch()
  for (const post of demoPosts) browser.serve(post.url, bloggerPage(post, demoPosts))
  page = await openReady(browser, demo.url)
  comments = await readContract(page)
})
afterAll(() => browser?.close())

const written = commentsOf(demo)
const comment = (index: number) => comments[index]!
/** The first comment that has replies, and the first of these. */
const parentIndex = written.findIndex(({ comment: { replies } }) => (replies ?? []).length > 1)

describe('the demo post', () => {
  it('shows every comment with its place in the thread', () => {
    expect(comments).toHaveLength(68)
    expect(comments.map(({ depth }) => depth)).toEqual(written.map(({ depth }) => depth))
    expect(new Set(comments.map(({ id }) => id)).size).toBe(68)
    let top = ''
    for (const { id, depth, parent, link } of comments) {
      if (depth === 0) top = id
      expect([id, parent, link]).toEqual(depth === 0 ? [id, null, null] : [id, top, 'site'])
    }
  })

  it('shows who wrote each comment and when', () => {
    const shown = comments.map(({ time }) => time?.slice(0, 16))
    expect(shown).toEqual(written.map(({ instant }) => instant.toISOString().slice(0, 16)))
    written.forEach(({ comment: { author } }, index) => {
      if (author) expect(comment(index).name).toBe(author.name)
      else expect(comment(index).name).not.toBe('')
      if (author?.profile) expect(comment(index).commenter).not.toBeNull()
    })
    for (const name of ['Dilys Vane', 'Corin Ashby', 'Isla Trewin']) {
      const own = written.filter(({ comment: { author } }) => author?.name === name).length
      const marks = comments.filter((each) => each.name === name).map(({ recurring }) => recurring)
      expect(marks).toEqual(Array.from({ length: own }, () => own))
    }
  })

  it('shows the toolbar with its names', async () => {
    const toolbar = toolbarOf(page)
    const group = toolbar.getByRole('radiogroup', { name: 'Arrangement' })
    for (const name of ['Original', 'Conversation', 'Oldest first', 'Newest first'])
      expect(await group.getByRole('radio', { name, exact: true }).count()).toBe(1)
    for (const name of ['Collapse all', 'Expand all', 'Next new', 'Clip thread', 'Off'])
      expect(await toolbar.getByRole('button', { name, exact: true }).count()).toBe(1)
    expect(await group.getByRole('radio', { name: 'Original' }).isChecked()).toBe(true)
  })
})

describe('folding', () => {
  const branch = () => ({ parent: comment(parentIndex).id, reply: comment(parentIndex + 1).id })
  const isFolded = async (isIt: boolean) => {
    const { parent, reply } = branch()
    await commentOn(page, reply).waitFor({ state: isIt ? 'hidden' : 'visible' })
    expect(await commentOn(page, parent).getAttribute('data-understory-collapsed')).toBe(isIt ? '' : null)
  }

  it('folds a branch by its button, which then says how many comments are inside and whose', async () => {
    const { parent } = branch()
    await buttonOn(page, parent, 'Collapse').click()
    await isFolded(true)
    const button = buttonOn(page, parent, 'Expand')
    expect(await button.getAttribute('aria-expanded')).toBe('false')
    const inside = written[parentIndex]!.comment.replies!
    const seen = await button.evaluate((element) => getComputedStyle(element, '::before').content)
    expect(seen).toContain(`${inside.length} replies`)
    expect(seen).toContain(inside.find(({ author }) => author)?.author?.name ?? 'Anonymous')
    await button.click()
    await isFolded(false)
    expect(await buttonOn(page, parent, 'Collapse').getAttribute('aria-expanded')).toBe('true')
  })

  it('folds a branch by the line beside it', async () => {
    const { reply } = branch()
    const line = await commentOn(page, reply).evaluate((element) => {
      element.scrollIntoView({ block: 'center' })
      const { top, height } = element.getBoundingClientRect()
      return { x: element.parentElement!.getBoundingClientRect().left - 11, y: top + height / 2 }
    })
    await page.mouse.click(line.x, line.y)
    await isFolded(true)
    await buttonOn(page, branch().parent, 'Expand').click()
    await isFolded(false)
  })

  it('works from the keyboard', async () => {
    const { parent } = branch()
    await buttonOn(page, parent, 'Collapse').focus()
    await page.keyboard.press('Enter')
    await isFolded(true)
    await page.keyboard.press('Space')
    await isFolded(false)
  })

  it('folds all branches and opens them again', async () => {
    const parents = written.filter(({ comment: { replies } }) => (replies ?? []).length > 0).length
    await toolbarOf(page).getByRole('button', { name: 'Collapse all' }).click()
    await isFolded(true)
    expect((await readContract(page)).filter(({ isCollapsed }) => isCollapsed)).toHaveLength(parents)
    await toolbarOf(page).getByRole('button', { name: 'Expand all' }).click()
    await isFolded(false)
    expect((await readContract(page)).filter(({ isCollapsed }) => isCollapsed)).toHaveLength(0)
  })

  it('is remembered for the page', async () => {
    const { parent } = branch()
    await buttonOn(page, parent, 'Collapse').click()
    await isFolded(true)
    const again = await openReady(browser, demo.url)
    await again.locator(`[data-understory-comment="${parent}"][data-understory-collapsed]`).waitFor()
    await again.close()
    await buttonOn(page, parent, 'Expand').click()
    await isFolded(false)
  })
})

describe('a clipped comment', () => {
  /** A reply with more than a line of words. */
  const index = written.findIndex(({ depth, comment: { text = '' } }) => depth === 1 && text.length > 200)
  const words = written[index]!.comment.text!.split(/\s+/).slice(0, 6).join(' ')
  let popup: Page

  it('is said to be clipped on the page, and the popup lists it', async () => {
    const { id } = comment(index)
    await clip(page, id)
    expect(await buttonOn(page, id, 'Clipped').count()).toBe(1)
    popup = await browser.openPopup(page)
    await clipsIn(popup).first().waitFor()
    expect(await clipsIn(popup).count()).toBe(1)
    const row = ((await clipsIn(popup).textContent()) ?? '').replace(/\s+/g, ' ')
    expect(row).toContain(words)
    expect(row).toContain(demo.title)
    expect(row).toContain('answers')
    expect(await popup.getByText('66 comments').count()).toBe(1)
  })

  it('is found by its words, and by nothing else', async () => {
    const search = popup.getByRole('searchbox', { name: 'Search clips' })
    await expect.poll(() => search.evaluate((box) => box === document.activeElement)).toBe(true)
    await search.fill(words)
    await clipsIn(popup).first().waitFor()
    await search.fill('xylophone')
    await clipsIn(popup).first().waitFor({ state: 'detached' })
    await popup.getByText('Nothing found for').waitFor()
    await popup.keyboard.press('Escape')
    await clipsIn(popup).first().waitFor()
  })

  it('opens at its source, which scrolls there and marks it', async () => {
    const { id } = comment(index)
    const opening = browser.context.waitForEvent('page')
    await clipsIn(popup).getByRole('link', { name: 'Open' }).click()
    const source = await opening
    const there = source.locator(`[data-understory-comment="${id}"]`)
    await there.waitFor()
    await source.locator(`[data-understory-comment="${id}"][data-understory-target]`).waitFor()
    await expect
      .poll(() =>
        there.evaluate((element) => {
          const bar = document.querySelector('[role="toolbar"]')!.getBoundingClientRect()
          const { top } = element.getBoundingClientRect()
          return top >= bar.bottom - 1 && top < innerHeight / 2
        }),
      )
      .toBe(true)
    const look = (selector: string) =>
      source.locator(selector).evaluate((element) => {
        const parts = [element, element.firstElementChild, element.querySelector('.comment-block')]
        const say = (style: CSSStyleDeclaration) =>
          [
            style.backgroundColor,
            style.backgroundImage,
            style.boxShadow,
            style.outlineStyle,
            style.borderTopColor,
            style.borderLeftStyle,
            style.content,
          ].join()
        return parts
          .map((part) => part && say(getComputedStyle(part)) + say(getComputedStyle(part, '::before')))
          .join('\n')
      })
    const other = comment(index + 1).id
    expect(await look(`[data-understory-comment="${id}"]`)).not.toBe(
      await look(`[data-understory-comment="${other}"]`),
    )
    await source.close()
  })

  it('is copied as Markdown with its source', async () => {
    await popup.bringToFront()
    await popup.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        document.body.dataset.copied = text
      }
    })
    await clipsIn(popup).getByRole('button', { name: 'Copy' }).click()
    await popup.locator('body[data-copied]').waitFor()
    const copied = (await popup.locator('body').getAttribute('data-copied')) ?? ''
    expect(copied.replace(/\s+/g, ' ')).toContain(words)
    expect(copied).toContain(`](${demo.url}`)
    expect(copied).toContain(`#${comment(index).id}`)
    expect(copied).toMatch(/^> /m)
    await popup.getByRole('status').getByText('Copied as Markdown').waitFor()
  })

  it('goes to the trash and comes back, and the page follows', async () => {
    const { id } = comment(index)
    await clipsIn(popup).getByRole('button', { name: 'Delete' }).click()
    await clipsIn(popup).first().waitFor({ state: 'detached' })
    await page.locator(`[data-understory-comment="${id}"]:not([data-understory-clipped])`).waitFor()
    expect(await buttonOn(page, id, 'Clip').count()).toBe(1)
    await popup.getByRole('button', { name: 'Undo' }).click()
    await clipsIn(popup).first().waitFor()
    await page.locator(`[data-understory-comment="${id}"][data-understory-clipped]`).waitFor()
    expect(await clipsIn(popup).count()).toBe(1)
  })

  it('can be listed, opened, copied and deleted from the keyboard', async () => {
    const search = popup.getByRole('searchbox', { name: 'Search clips' })
    await search.focus()
    await popup.keyboard.press('ArrowDown')
    expect(await popup.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
      demo.title,
    )
    await popup.keyboard.press('Delete')
    await popup.getByRole('button', { name: 'Undo' }).waitFor()
    await clipsIn(popup).first().waitFor({ state: 'detached' })
    await popup.keyboard.press('Control+z')
    await clipsIn(popup).first().waitFor()
  })

  it('keeps the whole thread as one clip, from the popup too', async () => {
    await popup.getByRole('button', { name: 'Clip thread' }).click()
    await popup.getByRole('status').getByText('Thread clipped').waitFor()
    await clipsIn(popup).filter({ hasText: 'Whole thread' }).waitFor()
    expect(await clipsIn(popup).filter({ hasText: '66 comments' }).count()).toBe(1)
    const button = toolbarOf(page).getByRole('button', { name: 'Clip thread' })
    expect(await button.getAttribute('aria-pressed')).toBe('true')
    await popup.close()
  })
})
