import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { findChromium } from '../tools/browsers.mjs'
import type { SeenPage, WholeThread } from './reader-in-page'

const project = path.resolve(import.meta.dirname, '../..')

/** The reading code as one script that leaves `reader` behind, so that real browsers run it on real pages. */
const bundle = async (): Promise<string> => {
  const result = await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': project } },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: path.join(import.meta.dirname, 'reader-in-page.ts'), formats: ['iife'], name: 'reader' },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error('The reading code did not bundle.')
  // As the last expression, so that the name is global also where the browser evaluates the script as a function.
  return `${output.output[0].code}\nglobalThis.reader = reader`
}

type InPage = { reader: typeof import('./reader-in-page') }

export type ReadingBrowser = {
  see(url: string, source: string, contentType: string): Promise<SeenPage>
  readFixture(url: string, source: string, contentType: string): Promise<object>
  readThreads(url: string, source: string, contentType: string): Promise<WholeThread[]>
  close(): Promise<void>
}

/** Starts Chromium without a network: the page asked for is served under its own URL, everything else fails. */
export const launchReading = async (): Promise<ReadingBrowser> => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium was found: install it (Debian: apt install chromium).')
  const script = await bundle()
  const browser: Browser = await chromium.launch({ executablePath, headless: true, args: ['--no-sandbox'] })
  const context: BrowserContext = await browser.newContext({
    ignoreHTTPSErrors: true,
    timezoneId: 'UTC',
    locale: 'en-GB',
  })

  const open = async (url: string, source: string, contentType: string): Promise<Page> => {
    const page = await context.newPage()
    await page.route('**/*', (route) =>
      route.request().url() === page.url() || route.request().isNavigationRequest()
        ? route.fulfill({ contentType, body: source })
        : route.abort(),
    )
    await page.goto(url, { waitUntil: 'domcontentloaded' })
    await page.evaluate(script)
    return page
  }

  return {
    see: async (url, source, contentType) => {
      const page = await open(url, source, contentType)
      const seen = await page.evaluate(() => (globalThis as unknown as InPage).reader.seePage())
      await page.close()
      return seen
    },
    readFixture: async (url, source, contentType) => {
      const page = await open(url, source, contentType)
      const read = await page.evaluate(() => (globalThis as unknown as InPage).reader.readAsFixture())
      await page.close()
      return JSON.parse(JSON.stringify(read)) as object
    },
    readThreads: async (url, source, contentType) => {
      const page = await open(url, source, contentType)
      const threads = await page.evaluate(() => (globalThis as unknown as InPage).reader.readThreads())
      await page.close()
      return threads
    },
    close: () => browser.close(),
  }
}
