import { type BrowserContext, chromium as driver, type Page } from 'playwright-core'
import { findChromium } from '../../tools/browsers.mjs'
import { extensionToLoad } from './extension.ts'
import type { Harness, LaunchOptions } from './harness.ts'
import { probeIsRegistered, quietFile, shownTab } from './in-extension.ts'
import { servedPages } from './served-pages.ts'

/** What only Chromium can do. */
type ChromiumHarness = Harness<Page> & {
  context: BrowserContext
  /** Kills the extension's worker, as the browser does after half a minute without work. */
  stopWorker(): Promise<void>
  /** Clicks the extension's button on a tab: the browser then lets the extension into this page. */
  pressAction(page: Page): Promise<void>
}

/** A part of the browser's protocol that the driver has no types for. */
type ExtensionsSession = {
  send(method: 'Extensions.triggerAction', of: { id: string; targetId: string }): Promise<object>
}

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // For clicks on the extension's own button.
  '--enable-unsafe-extension-debugging',
]

const start = async (extension: string, options: LaunchOptions) => {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('No Chromium: run "node tests/tools/set-up.mjs"')
  const context = await driver.launchPersistentContext('', {
    executablePath,
    headless: !options.visible,
    viewport: options.visible
      ? null
      : options.touch
        ? { width: 390, height: 800 }
        : { width: 1280, height: 900 },
    ...(options.touch ? { hasTouch: true, isMobile: true } : {}),
    ...(options.visible ? {} : { timezoneId: 'UTC', locale: 'en-GB' }),
    colorScheme: options.colorScheme ?? (options.visible ? null : 'light'),
    ignoreDefaultArgs: [
      '--disable-extensions',
      ...(options.backForwardCache ? ['--disable-back-forward-cache'] : []),
    ],
    args: [
      ...switches,
      ...(options.screenReader ? ['--force-renderer-accessibility'] : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  })
  context.setDefaultTimeout(10_000)
  return context
}

const extensionIdIn = async (context: BrowserContext) => {
  const worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }))
  return new URL(worker.url()).host
}

/** A Chromium with the extension and a fresh profile. */
export const launch = async (options: LaunchOptions = {}): Promise<ChromiumHarness> => {
  const context = await start(extensionToLoad(options, 'chrome-mv3').folder, options)
  const extensionId = await extensionIdIn(context)
  const pages = servedPages()
  await context.route(/^https?:/, (route) => {
    const page = pages.answer(route.request().url())
    return page ? route.fulfill({ status: 200, contentType: page.type, body: page.body }) : route.abort()
  })

  const extensionUrl = (file: string) => `chrome-extension://${extensionId}/${file}`
  const open = async (url: string) => {
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'domcontentloaded' })
    return page
  }
  /** Runs a task in a page of the extension that is closed again. */
  const inExtension = async <Answer>(task: (page: Page) => Promise<Answer>) => {
    const page = await open(extensionUrl(quietFile))
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

  if (options.grantEverything && !(await inExtension((page) => page.evaluate(probeIsRegistered, 10_000)))) {
    await context.close()
    throw new Error('Every host is granted, and the background registered no content script')
  }

  return {
    context,
    extensionId,
    requests: pages.requests,
    serve: pages.serve,
    open,
    extensionUrl,
    openExtensionPage: (file) => open(extensionUrl(file)),
    openPopup: async (page) => open(extensionUrl(`popup.html${page ? `?tab=${await tabOf(page)}` : ''}`)),
    async pageAt(start) {
      const isIt = (page: Page) => page.url().startsWith(start)
      const page =
        context.pages().find(isIt) ??
        (await context.waitForEvent('page', {
          predicate: (opened) => opened.waitForURL((url) => url.href.startsWith(start)).then(() => true),
        }))
      await page.waitForLoadState('domcontentloaded')
      return page
    },
    stopWorker: () =>
      inExtension(async (page) => {
        const session = await context.newCDPSession(page)
        const stopped = new Promise<void>((resolve) => {
          session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
            if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve()
          })
        })
        await session.send('ServiceWorker.enable')
        await session.send('ServiceWorker.stopAllWorkers')
        await stopped
      }),
    async pressAction(page) {
      await page.bringToFront()
      const session = await context.browser()!.newBrowserCDPSession()
      const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] })
      const { targetId } = targetInfos.find(({ url }) => url === page.url())!
      await (session as unknown as ExtensionsSession).send('Extensions.triggerAction', {
        id: extensionId,
        targetId,
      })
      await session.detach()
    },
    close: () => context.close(),
  }
}
