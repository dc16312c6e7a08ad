import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bigPage } from '../bench/big-page.ts'
import { bigHackerNews, bigWordPress } from '../bench/other-platforms.ts'
import { launch } from './harness/chromium.ts'
import { readContract, waitForState } from './harness/contract.ts'
import { arrange, asServed, type Chromium, htmlOf, openRemembering, toolbarOf } from './steps.ts'

const count = 320
const themes = {
  /** Margins that collapse, something for the first and the last, stripes, and pictures that hang out at the side. */
  usual: `.comment { margin: 20px 0 12px; border-bottom: 1px solid #ccc; padding: 8px 4px }
    .comment:first-child { padding-top: 40px } .comment:last-child { border-bottom: 0; padding-bottom: 0 }
    .comment:nth-child(odd) { background: #f4f7f4 }
    .avatar-image-container { position: relative; left: -30px; height: 36px }`,
  /** Finds comments as children of the list itself, by what only the list is. */
  narrow: '#comments ol > li { padding: 12px; border: 2px solid #888 }',
  /** Lays its comments out in a way of its own. */
  grid: '#top-ra { display: grid; gap: 20px }',
}
type Theme = keyof typeof themes

let browser: Chromium
const urlOf = (theme: Theme) => `https://long-${theme}.blogspot.com/2026/01/long.html`
beforeAll(async () => {
  browser = await launch()
  for (const theme of Object.keys(themes) as Theme[]) {
    const url = urlOf(theme)
    browser.serve(url, bigPage(count, url).replace('</style>', `${themes[theme]}</style>`))
  }
})
afterAll(() => browser?.close())

const openLong = async (theme: Theme): Promise<Page> => {
  const page = await openRemembering(browser, urlOf(theme))
  await waitForState(page, ['ready'])
  return page
}

const flat = (page: Page, name: string) =>
  arrange(page, name).then(() => page.locator('[data-understory-flat]').waitFor())

const groupsOn = (page: Page) => page.locator('[data-understory-group]').count()

/** Two frames later the browser has laid out what came into view. */
const settled = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )

/** The comments around the end of the first group, in order: their own look, and how far each is from the one before. */
const looks = async (page: Page) => {
  const comments = page.locator('[data-understory-comment]')
  await comments.nth(49).evaluate((comment) => comment.scrollIntoView({ block: 'center' }))
  await settled(page)
  return comments.evaluateAll((all) => {
    const around = all.slice(39, 60)
    let below = around[0]!.getBoundingClientRect().bottom
    return around.slice(1).map((comment) => {
      const { top, bottom } = comment.getBoundingClientRect()
      const { paddingTop, paddingBottom, borderBottomWidth, backgroundColor } = getComputedStyle(comment)
      const distance = Math.round(top - below)
      below = bottom
      return { distance, paddingTop, paddingBottom, borderBottomWidth, backgroundColor }
    })
  })
}

describe('a long thread in one list', () => {
  it('is in groups, of which the theme and the reader see nothing', async () => {
    const page = await openLong('usual')
    await flat(page, 'Oldest first')
    expect(await groupsOn(page)).toBe(7)
    const seen = await looks(page)
    expect(new Set(seen.map(({ distance }) => distance))).toEqual(new Set([20]))
    expect(new Set(seen.map(({ paddingTop }) => paddingTop))).toEqual(new Set(['8px']))
    expect(new Set(seen.map(({ paddingBottom }) => paddingBottom))).toEqual(new Set(['8px']))
    expect(new Set(seen.map(({ borderBottomWidth }) => borderBottomWidth))).toEqual(new Set(['1px']))
    // Stripes go on where one group ends and the next begins.
    seen.slice(1).forEach(({ backgroundColor }, k) => {
      expect(backgroundColor, `stripe ${k}`).not.toBe(seen[k]!.backgroundColor)
    })
    await page.close()
  })

  it('cuts nothing off that hangs out at the side of a comment', async () => {
    const page = await openLong('usual')
    for (const name of ['Original', 'Newest first']) {
      if (name !== 'Original') await flat(page, name)
      const picture = page
        .locator('#top-ra > li, [data-understory-group] > li')
        .nth(-20)
        .locator('.avatar-image-container')
        .first()
      // What comes into view gets its own height, and moves what is below.
      const isHit = async () => {
        await picture.evaluate((element) => element.scrollIntoView({ block: 'center' }))
        await settled(page)
        return picture.evaluate((element) => {
          const { left, top } = element.getBoundingClientRect()
          return element.contains(document.elementFromPoint(left + 3, top + 10))
        })
      }
      await expect.poll(isHit, { message: name, timeout: 3000 }).toBe(true)
    }
    await page.close()
  })

  it('goes to a comment far away, and stays there', async () => {
    const page = await openLong('usual')
    await flat(page, 'Newest first')
    // The last comment of the list: everything above it has a guessed height until it is seen.
    const answer = page.locator('.us-to').nth(230)
    await answer.evaluate((it: HTMLElement) => it.click())
    const target = page.locator('[data-understory-target]')
    await target.waitFor()
    const tops = await target.evaluate(async (element) => {
      const seen: number[] = []
      for (let frame = 0; frame < 20; frame++) {
        await new Promise((resolve) => requestAnimationFrame(resolve))
        seen.push(Math.round(element.getBoundingClientRect().top))
      }
      return seen
    })
    expect(new Set(tops).size).toBe(1)
    expect(tops[0]).toBeGreaterThan(0)
    expect(tops[0]).toBeLessThan(200)
    await page.close()
  })

  it('takes in what the page adds, and cuts a group in two that has grown', async () => {
    const page = await openLong('usual')
    await flat(page, 'Newest first')
    await page.evaluate(() => {
      const list = document.querySelector('#top-ra')!
      for (let n = 0; n < 120; n++) {
        const id = `c88${String(n).padStart(3, '0')}`
        const item = document.createElement('template')
        item.innerHTML = `<li class="comment" id="${id}"><div class="comment-block"><div class="comment-header"><cite class="user">Late ${n}</cite><span class="datetime"><a href="${location.pathname}?showComment=${1_799_000_000_000 + n * 60_000}#${id}">4 January 2027 at ${String(9 + Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}</a></span></div><p class="comment-content">I come late.</p></div><div class="comment-replies"></div></li>`
        list.append(item.content)
      }
    })
    await page.locator('#c88119[data-understory-depth]').waitFor({ state: 'attached' })
    const shown = (await readContract(page)).map(({ id }) => id)
    expect(shown.slice(0, 120)).toEqual(
      Array.from({ length: 120 }, (_, n) => `c88${String(119 - n).padStart(3, '0')}`),
    )
    expect(shown).toHaveLength(count + 120)
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll('[data-understory-group]')].map(
        (group) => group.querySelectorAll('[data-understory-comment]').length,
      ),
    )
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100)
    expect(await page.locator('#top-ra > li').count()).toBe(0)
    await arrange(page, 'Original')
    await expect.poll(() => groupsOn(page)).toBe(0)
    expect(await page.locator('#top-ra > li').count()).toBe(count / 10 + 120)
    await page.close()
  })

  it('is given back byte for byte', async () => {
    const page = await openLong('usual')
    for (const name of ['Newest first', 'Conversation', 'Oldest first', 'Newest first'])
      await flat(page, name)
    expect(await groupsOn(page)).toBe(7)
    await toolbarOf(page).getByRole('button', { name: 'Off' }).click()
    await waitForState(page, ['off'])
    expect(await htmlOf(page)).toBe(await asServed(page))
    await page.close()
  })

  it.each(['usual', 'narrow'] as const)(
    'is given back in the midst of being opened as it was left: %s',
    async (theme) => {
      const before = await openLong(theme)
      await flat(before, 'Conversation')
      await before.close()
      const page = await openRemembering(browser, urlOf(theme), () => {
        new MutationObserver((_, observer) => {
          if (!document.querySelector('[data-understory-comment]')) return
          observer.disconnect()
          const comments = document.querySelectorAll('.comment').length
          const moved = document.querySelectorAll('[data-understory-comment]').length
          const off = document.querySelector<HTMLElement>('.us-top .us-slot-off button')!
          off.click()
          Object.assign(globalThis, { pressed: { off, isHalf: moved > 0 && moved < comments } })
        }).observe(document, { subtree: true, attributeFilter: ['data-understory-comment'] })
      })
      type Pressing = typeof globalThis & { pressed?: { off: Element; isHalf: boolean } }
      await page.waitForFunction(() => (globalThis as Pressing).pressed?.off.isConnected === false)
      expect(await page.evaluate(() => (globalThis as Pressing).pressed!.isHalf)).toBe(true)
      await waitForState(page, ['off'])
      expect(await htmlOf(page)).toBe(await asServed(page))
      await page.close()
    },
  )

  it.each(['narrow', 'grid'] as const)(
    'is in no groups where the theme would see them: %s',
    async (theme) => {
      const page = await openLong(theme)
      await flat(page, 'Newest first')
      expect(await groupsOn(page)).toBe(0)
      const items = page.locator('#top-ra > li')
      expect(await items.count()).toBe(count)
      expect(await items.nth(200).evaluate((item) => getComputedStyle(item).contentVisibility)).toBe('auto')
      await page.close()
    },
  )
})

describe('a long thread of other markup', () => {
  const many = 450
  const markups = {
    /** Left out before the first layout. */
    WordPress: bigWordPress,
    /** The browser has laid out all of it when we come. */
    own: (n: number, url: string) =>
      bigWordPress(n, url).replaceAll('comment-list', 'talk').replaceAll('depth-', 'step-'),
    /** Rows of a table, which are blocks before the first layout. */
    HackerNews: bigHackerNews,
    /** Rows of a table that looks otherwise. */
    rows: (n: number) => bigHackerNews(n).replace(' class="comment-tree"', ''),
  }
  const open = async (markup: keyof typeof markups): Promise<Page> => {
    const url = `https://long-${markup.toLowerCase()}.blogspot.com/2026/01/long.html`
    browser.serve(url, markups[markup](many, url))
    const page = await openRemembering(browser, url, () => {
      const seen = { hidden: 0, inView: 0 }
      // Between our slices: whose line is there and cannot be seen.
      new MutationObserver(() => {
        if (document.documentElement.hasAttribute('data-understory')) return
        for (const line of document.querySelectorAll('.us-line')) {
          if (line.getClientRects().length > 0) continue
          const { top, height } = line.parentElement!.getBoundingClientRect()
          if (height > 0 && top >= 0 && top < innerHeight) seen.inView += 1
          else seen.hidden += 1
        }
      }).observe(document, { subtree: true, attributeFilter: ['data-understory-comment'] })
      Object.assign(globalThis, { seen })
    })
    await waitForState(page, ['ready'])
    return page
  }
  const whatWaited = (page: Page) =>
    page.evaluate(() => (globalThis as unknown as { seen: { hidden: number; inView: number } }).seen)

  it.each(['WordPress', 'HackerNews', 'own'] as const)(
    'shows what comments get at their first sight, and elsewhere when all have it: %s',
    async (markup) => {
      const page = await open(markup)
      const { hidden, inView } = await whatWaited(page)
      expect(inView).toBe(0)
      expect(hidden).toBeGreaterThan(0)
      expect((await readContract(page)).length).toBe(many)
      const lines = page.locator('[data-understory-comment] .us-line')
      await lines.last().evaluate((line) => line.scrollIntoView({ block: 'center' }))
      await settled(page)
      await expect.poll(() => lines.last().isVisible()).toBe(true)
      const tops = page.locator('[data-understory-comment]:not([data-understory-comment] *)')
      expect(await tops.count()).toBe(markup === 'HackerNews' ? many : many / 10)
      expect(
        await tops.evaluateAll((all) =>
          all.filter((one) => getComputedStyle(one).contentVisibility !== 'auto').map(({ id }) => id),
        ),
      ).toEqual([])
      await page.close()
    },
  )

  it('lays rows of a table out as the page does, and shows everything at once', async () => {
    const page = await open('rows')
    expect(await whatWaited(page)).toEqual({ hidden: 0, inView: 0 })
    const rows = page.locator('[data-understory-comment]')
    expect(await rows.count()).toBe(many)
    expect(await rows.nth(300).evaluate((row) => getComputedStyle(row).contentVisibility)).toBe('visible')
    await page.close()
  })

  it('shows the rows of Hacker News as blocks, and each where it was', async () => {
    const bare = 'https://bare.example/2026/01/long.html'
    browser.serve(bare, bigHackerNews(30))
    const page = await browser.open(bare)
    const rows = page.locator('.comment-tree tr.comtr')
    const places = () =>
      page.locator('.comment-tree tr.comtr > td > table, .comment-tree .comment').evaluateAll((all) =>
        all.slice(0, 38).map((one) => {
          const { x, y, width, height } = one.getBoundingClientRect()
          return [x, y, width, height].join(' ')
        }),
      )
    const displayOf = () => rows.first().evaluate((row) => getComputedStyle(row).display)
    const before = await places()
    expect(await displayOf()).toBe('table-row')
    await page.addStyleTag({
      path: fileURLToPath(new URL('../../.output/chrome-mv3/assets/long-threads.css', import.meta.url)),
    })
    expect(await displayOf()).toBe('block')
    expect(await rows.nth(25).evaluate((row) => getComputedStyle(row).contentVisibility)).toBe('auto')
    expect(await places()).toEqual(before)
    await page.close()
  })

  it.each(['rows', 'HackerNews'] as const)(
    'indents %s by their depth in the arrangement, and not as the page had them',
    async (markup) => {
      const page = await open(markup)
      const indents = () =>
        page
          .locator('[data-understory-comment] .ind img')
          .evaluateAll((all) => all.slice(0, 6).map((one) => one.getBoundingClientRect().width))
      expect(await indents()).toEqual([0, 40, 40, 80, 40, 40])
      await arrange(page, 'Oldest first')
      await expect.poll(indents).toEqual([0, 0, 0, 0, 0, 0])
      await arrange(page, 'Original')
      await expect.poll(indents).toEqual([0, 40, 40, 80, 40, 40])
      await page.close()
    },
  )

  it.each(['WordPress', 'own', 'HackerNews', 'rows'] as const)(
    'is given back byte for byte from every arrangement: %s',
    async (markup) => {
      const page = await open(markup)
      for (const name of ['Newest first', 'Original', 'Oldest first']) {
        await arrange(page, name)
        await settled(page)
      }
      await toolbarOf(page).getByRole('button', { name: 'Off' }).click()
      await waitForState(page, ['off'])
      expect(await htmlOf(page)).toBe(await asServed(page))
      await page.close()
    },
  )
})

// Without somebody who listens, the browser does not tell what is out of sight.
describe('with a screen reader, a long thread', () => {
  const url = urlOf('usual')
  let heard: Chromium
  beforeAll(async () => {
    heard = await launch({ screenReader: true })
    heard.serve(url, bigPage(count, url))
  })
  afterAll(() => heard?.close())

  it('does not end the tab while it is enhanced, slowly, and rearranged', async () => {
    const page = await heard.context.newPage()
    const session = await heard.context.newCDPSession(page)
    // So that the browser says what it has between our slices.
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.goto(url)
    await waitForState(page, ['ready'], 60_000)
    for (const name of ['Newest first', 'Original']) {
      await arrange(page, name)
      await settled(page)
    }
    expect((await readContract(page)).length).toBe(count)
    await arrange(page, 'Conversation')
    await page.reload()
    await waitForState(page, ['ready'], 60_000)
    for (const name of ['Newest first', 'Original']) {
      await arrange(page, name)
      await settled(page)
    }
    expect((await readContract(page)).length).toBe(count)
    await page.close()
  })

  it('is one list of as many items to a screen reader', async () => {
    const page = await heard.open(url)
    await waitForState(page, ['ready'])
    await flat(page, 'Newest first')
    expect(await groupsOn(page)).toBe(7)
    const session = await heard.context.newCDPSession(page)
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const byId = new Map(nodes.map((node) => [node.nodeId, node]))
    /** What is within, next below, as a screen reader is told. */
    const within = (ids: string[] = []): string[] =>
      ids.flatMap((id) => {
        const { ignored, role, childIds } = byId.get(id)!
        return ignored ? within(childIds) : [String(role?.value)]
      })
    const lists = nodes
      .filter(({ role }) => role?.value === 'list')
      .map(({ childIds }) => within(childIds))
      .filter(({ length }) => length > 10)
    expect(lists).toEqual([Array(count).fill('listitem')])
    await session.send('Runtime.evaluate', { expression: `${axe.source};0` })
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: ['list', 'listitem', 'aria-required-children', 'aria-required-parent', 'aria-allowed-role'],
      })
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`)
    })
    expect(found).toEqual([])
    await page.close()
  })
})
