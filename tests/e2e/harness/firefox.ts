import { randomUUID } from 'node:crypto'
import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core'
import { findFirefox } from '../../tools/browsers.mjs'
import { extensionToLoad } from './extension.ts'
import type { Harness, LaunchOptions } from './harness.ts'
import { probeIsRegistered, quietFile, shownTab } from './in-extension.ts'
import { servedPages } from './served-pages.ts'

/** Fixes the extension's address, and sends what nobody serves to a closed port: no request leaves the machine. */
const preferences = (geckoId: string, uuid: string, { colorScheme = 'light' }: LaunchOptions) => ({
  'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'intl.accept_languages': 'en-GB, en',
  'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
})

const start = (geckoId: string, uuid: string, options: LaunchOptions) => {
  const executablePath = findFirefox()
  if (executablePath === null) throw new Error('No Firefox: run "node tests/tools/set-up.mjs"')
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: !options.visible,
    defaultViewport: options.visible ? null : { width: 1280, height: 900 },
    env: { ...process.env, TZ: 'UTC' },
    // Without it Firefox lets no driver open an extension's pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: preferences(geckoId, uuid, options),
  })
}

/** Asks again until a condition holds: a page that changes its process cannot be watched from inside. */
const until = async <Answer>(what: string, ask: () => Promise<Answer | undefined>, timeout = 10_000) => {
  const end = Date.now() + timeout
  while (Date.now() < end) {
    const answer = await ask().catch(() => undefined)
    if (answer !== undefined) return answer
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`Still waiting after ${timeout} ms: ${what}`)
}

const placeOf = (page: Page) =>
  page.evaluate(() => ({ url: location.href, isError: document.documentURI.startsWith('about:neterror') }))

/**
 * Opens an address of the extension. Firefox moves the tab to another process on the way, and the driver loses
 * sight of the navigation, not of the page: so the page itself is asked where it is.
 */
const openInExtension = async (browser: Browser, url: string) => {
  const page = await browser.newPage()
  page.goto(url, { timeout: 10_000 }).catch(() => {})
  await until(`${url} to open`, () =>
    page.evaluate(
      (wanted) => (location.href === wanted && document.readyState === 'complete') || undefined,
      url,
    ),
  )
  return page
}

/** A Firefox with the extension and a fresh profile. Use `page.evaluate(() => location.href)`, not `page.url()`. */
export const launch = async (options: LaunchOptions = {}): Promise<Harness<Page>> => {
  const { folder, geckoId } = extensionToLoad(options, 'firefox-mv3')
  const extensionId = randomUUID()
  const pages = servedPages()
  const browser = await start(geckoId, extensionId, options)

  const served = new WeakMap<Page, Promise<void>>()
  const answer = (request: HTTPRequest) => {
    const url = request.url()
    const page = /^https?:/.test(url) ? pages.answer(url) : undefined
    const done = page
      ? request.respond({ status: 200, contentType: page.type, body: page.body })
      : request.abort()
    done.catch(() => {})
  }
  const serveTo = (page: Page) => {
    const ready = served.get(page) ?? page.setRequestInterception(true)
    if (!served.has(page)) page.on('request', answer)
    served.set(page, ready)
    return ready
  }

  const extensionUrl = (file: string) => `moz-extension://${extensionId}/${file}`
  const inExtension = async <Answer>(task: (page: Page) => Promise<Answer>) => {
    const page = await openInExtension(browser, extensionUrl(quietFile))
    try {
      return await task(page)
    } finally {
      await page.close()
    }
  }
  const tabOf = (page: Page) =>
    inExtension(async (own) => {
      await page.bringToFront()
      return own.evaluate(shownTab)
    })

  try {
    await browser.installExtension(folder)
    if (options.grantEverything && !(await inExtension((page) => page.evaluate(probeIsRegistered, 10_000)))) {
      throw new Error('Every host is granted, and the background registered no content script')
    }
  } catch (error) {
    await browser.close()
    throw error
  }

  return {
    extensionId,
    requests: pages.requests,
    serve: pages.serve,
    async open(url) {
      const page = await browser.newPage()
      await serveTo(page)
      await page.goto(url, { waitUntil: 'domcontentloaded' })
      return page
    },
    extensionUrl,
    openExtensionPage: (file) => openInExtension(browser, extensionUrl(file)),
    openPopup: async (page) =>
      openInExtension(browser, extensionUrl(`popup.html${page ? `?tab=${await tabOf(page)}` : ''}`)),
    async pageAt(start) {
      const [page, place] = await until(`a tab at ${start}`, async () => {
        for (const candidate of await browser.pages()) {
          const here = await placeOf(candidate).catch(() => undefined)
          if (here?.url.startsWith(start)) return [candidate, here] as const
        }
      })
      // A tab that the extension opens asks for its page before anybody can serve it: let it ask again.
      await serveTo(page)
      if (place.isError) await page.reload({ waitUntil: 'domcontentloaded' })
      return page
    },
    close: () => browser.close(),
  }
}
