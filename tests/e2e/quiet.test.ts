import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bloggerPage } from '../demo/blogger-page.ts'
import { demoPosts } from '../demo/demo-blog.ts'
import type { ExtensionScope } from './extension-api.ts'
import { launch } from './harness/chromium.ts'
import { readContract, stateOf, waitForState } from './harness/contract.ts'
import { quietFile } from './harness/in-extension.ts'
import { demo } from './pages.ts'
import {
  asServed,
  type Chromium,
  clip,
  clipsIn,
  htmlOf,
  htmlWithoutState,
  openReady,
  openRemembering,
} from './steps.ts'

const bareUrl = 'https://bare.example/the-last-boat.html'
const blog = 'https://quiet-water.blogspot.com'
const threadless = {
  index: `<!DOCTYPE html><html lang="en"><head><title>Quiet water</title></head><body><div class="widget Blog">${[
    1, 2, 3,
  ]
    .map(
      (n) =>
        `<div class="post hentry"><h3 class="post-title entry-title"><a href="/2026/0${n}/x.html">Post ${n}</a></h3><div class="post-body">Words.</div><div class="post-footer"><span class="post-comment-link"><a class="comment-link" href="/2026/0${n}/x.html#comment-form">${n * 7} comments:</a></span></div></div>`,
    )
    .join('')}</div></body></html>`,
  gadget: `<!DOCTYPE html><html lang="en"><head><title>About</title></head><body><div class="post hentry"><h3 class="post-title entry-title">About</h3><p>Nothing here.</p></div><div class="comments" id="comments"><h4>No comments:</h4></div><div class="sidebar section"><div class="widget Feed" id="Feed1"><h2>Recent Comments</h2><ul class="recent-comments"><li class="comment"><a href="/2026/01/x.html?showComment=1770000000000#c12">Anonymous on Post 1: what a fish</a></li><li class="comment"><a href="/2026/02/x.html#c13">Ana: 12 comments and counting</a></li></ul></div></div></body></html>`,
  article: `<!DOCTYPE html><html lang="en"><head><title>Reply</title></head><body><p>How to press ReplyDelete.</p><pre>ReplyDelete\nDelete</pre></body></html>`,
}

let browser: Chromium
beforeAll(async () => {
  browser = await launch()
  for (const post of demoPosts) browser.serve(post.url, bloggerPage(post, demoPosts))
  browser.serve(bareUrl, bloggerPage(demo, demoPosts))
  for (const [name, body] of Object.entries(threadless)) browser.serve(`${blog}/${name}.html`, body)
})
afterAll(() => browser?.close())

/** Sends a message to the background from a web page, out of the world where the extension's own scripts run. */
const sendFrom = async (page: Page, type: string, data: unknown) => {
  const own = await browser.openExtensionPage(quietFile)
  try {
    return await own.evaluate(
      async ({ url, message }) => {
        const { tabs, scripting } = (globalThis as ExtensionScope).chrome
        const [tab] = await tabs.query({ url })
        const [injected] = await scripting.executeScript({
          target: { tabId: tab!.id! },
          func: (sent) => (globalThis as ExtensionScope).chrome.runtime.sendMessage(sent),
          args: [message],
        })
        return injected!.result
      },
      { url: page.url(), message: { id: 1, type, data, timestamp: Date.now() } },
    )
  } finally {
    await own.close()
  }
}

describe('a page without a thread', () => {
  it.each(Object.keys(threadless))('of the kind "%s" gets one word and nothing else', async (name) => {
    const page = await openRemembering(browser, `${blog}/${name}.html`)
    await waitForState(page, ['none'])
    expect(await htmlWithoutState(page)).toBe(await asServed(page))
    expect(await htmlOf(page)).toContain('data-understory="none"')
    const popup = await browser.openPopup(page)
    await popup.getByText('No comment thread was found on this page.').waitFor()
    await popup.close()
    await page.close()
  })
})

describe('a host that was not allowed', () => {
  it('gets nothing at all', async () => {
    const page = await openRemembering(browser, bareUrl)
    // A page that is read meanwhile shows that there was time enough.
    const other = await openReady(browser, demo.url)
    expect(await htmlOf(page)).toBe(await asServed(page))
    await other.close()
    await page.close()
  })
})

describe('a site that was switched off', () => {
  const switchIn = (popup: Page) => popup.getByRole('switch', { name: 'On for this site' })

  it('is given back at once, stays so after a reload, and is enhanced again once it is switched on', async () => {
    const page = await openRemembering(browser, demo.url)
    await waitForState(page, ['ready'])
    const popup = await browser.openPopup(page)
    await popup.getByText('66 comments').waitFor()
    await switchIn(popup).click()
    await waitForState(page, ['off'])
    expect(await htmlOf(page)).toBe(await asServed(page))
    await popup.getByText('Understory is off for').waitFor()

    await page.reload({ waitUntil: 'domcontentloaded' })
    const other = await browser.open(`${blog}/index.html`)
    await waitForState(other, ['none'])
    await other.close()
    expect(await htmlOf(page)).toBe(await asServed(page))

    await popup.bringToFront()
    await switchIn(popup).click()
    await waitForState(page, ['ready'])
    expect(await readContract(page)).toHaveLength(68)
    await popup.getByText('66 comments').waitFor()
    await popup.close()
    await page.close()
  })

  it('gets nothing at all on its pages without a thread either', async () => {
    const page = await openRemembering(browser, `${blog}/index.html`)
    await waitForState(page, ['none'])
    const popup = await browser.openPopup(page)
    await switchIn(popup).click()
    await popup.getByText('Understory is off for').waitFor()
    await page.reload({ waitUntil: 'load' })
    const other = await openReady(browser, demo.url)
    await other.close()
    expect(await stateOf(page)).toBeNull()
    expect(await htmlOf(page)).toBe(await asServed(page))
    await popup.bringToFront()
    await switchIn(popup).click()
    await waitForState(page, ['none'])
    await popup.close()
    await page.close()
  })

  // On a host that the manifest grants; opt-in.test.ts has one that only a click on the extension's button opens.
  it('is enhanced once when the popup is asked for it', async () => {
    const page = await openReady(browser, demo.url)
    const popup = await browser.openPopup(page)
    await switchIn(popup).click()
    await waitForState(page, ['off'])
    await page.reload({ waitUntil: 'domcontentloaded' })
    await popup.reload({ waitUntil: 'domcontentloaded' })
    await popup.getByRole('button', { name: 'Enhance this page once' }).click()
    await waitForState(page, ['ready'])
    expect(await readContract(page)).toHaveLength(68)
    await popup.getByText('66 comments').waitFor()
    await switchIn(popup).click()
    await expect.poll(() => switchIn(popup).isChecked()).toBe(true)
    await popup.close()
    await page.close()
  })
})

describe('the extension’s own pages', () => {
  it.each(['popup.html', 'library.html', 'options.html'])(
    '%s cannot be shown inside a page',
    async (file) => {
      const url = `${blog}/framing-${file}`
      const address = browser.extensionUrl(file)
      browser.serve(url, `<!DOCTYPE html><title>Framing</title><iframe src="${address}"></iframe>`)
      const page = await browser.context.newPage()
      await page.goto(url, { waitUntil: 'load' })
      const frame = page.frames().find((each) => each !== page.mainFrame())
      expect(frame?.url() ?? '').not.toBe(address)
      expect(await page.evaluate(() => document.querySelector('iframe')?.contentDocument ?? null)).toBeNull()
      await page.close()
    },
  )
})

describe('a message', () => {
  it('that only pages of the extension may send is refused to a script in a web page', async () => {
    const page = await openReady(browser, demo.url)
    const { id } = (await readContract(page))[3]!
    await clip(page, id)
    const popup = await browser.openPopup(page)
    await clipsIn(popup).first().waitFor()
    const clipId = (await popup.locator('[data-clip]').first().getAttribute('data-clip'))!
    for (const type of ['clipsTrash', 'clipsRestore', 'clipsImport'])
      expect(await sendFrom(page, type, [clipId])).toMatchObject({ res: { error: 'invalid' } })
    expect(await sendFrom(page, 'readerInject', 1)).toMatchObject({ res: { ok: false } })
    await sendFrom(page, 'siteSwitch', { host: new URL(demo.url).host, on: false })
    await page.reload({ waitUntil: 'domcontentloaded' })
    await waitForState(page, ['ready'])
    expect(await clipsIn(popup).count()).toBe(1)
    await popup.close()
    await page.close()
  })

  it('that is no clip is refused with the name of what is wrong', async () => {
    const page = await openReady(browser, demo.url)
    const source = { platform: 'blogger', siteName: '', pageUrl: demo.url, pageTitle: '', nativeId: 'c1' }
    const good = {
      id: randomUUID(),
      kind: 'comment',
      source: { ...source, permalink: demo.url },
      author: { name: '', isPostAuthor: false, isAnonymous: true },
      publishedAt: '2026-04-09T09:00:00Z',
      publishedText: '',
      html: '',
      text: 'x',
      context: [],
    }
    const bad: [unknown, string][] = [
      ['nonsense', ''],
      [{ ...good, id: 7 }, 'id'],
      [{ ...good, text: { toString: 'x' } }, 'text'],
      [{ ...good, source: { ...source, permalink: 'javascript:alert(1)' } }, 'source.permalink'],
      [{ ...good, context: [{ nativeId: 'c2' }] }, 'context.0'],
      [{ ...good, kind: 'anything' }, 'kind'],
    ]
    for (const [data, field] of bad) {
      const answer = (await sendFrom(page, 'clipSave', data)) as { res: { error: string; message: string } }
      expect(answer.res.error).toBe('invalid')
      expect(answer.res.message).toContain(field)
    }
    await page.close()
  })

  it('cannot be sent by a web page', async () => {
    const page = await openReady(browser, demo.url)
    const reach = await page.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome?: { runtime?: { sendMessage?: unknown } } }
      return typeof chrome?.runtime?.sendMessage
    })
    expect(reach).toBe('undefined')
    await page.close()
  })
})
