import { execSync } from 'node:child_process'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import type { SeenPage } from './reader-in-page'

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

/** Chromium as the machine has it; null where it has none. */
const executable = (): string | null => {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execSync(`command -v ${name}`, { stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim()
    } catch {
      // The next name, then.
    }
  }
  return null
}

export type ReadingBrowser = {
  see(url: string, source: string, contentType: string): Promise<SeenPage>
  time(url: string, source: string, rounds: number): Promise<ReturnType<InPage['reader']['timeReading']>>
  close(): Promise<void>
}

/** Starts Chromium without a network: the page asked for is served under its own URL, everything else fails. */
export const launchReading = async (): Promise<ReadingBrowser> => {
  const executablePath = executable()
  if (!executablePath) throw new Error('No Chromium was found: install it (Debian: apt install chromium).')
  const script = await bundle()
  const browser: Browser = await chromium.launch({ executablePath, headless: true, args: ['--no-sandbox'] })
  const context: BrowserContext = await browser.newContext({ ignoreHTTPSErrors: true, timezoneId: 'UTC', locale: 'en-GB' })

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
    time: async (url, source, rounds) => {
      const page = await open(url, source, 'text/html; charset=utf-8')
      const took = await page.evaluate((n) => (globalThis as unknown as InPage).reader.timeReading(n), rounds)
      await page.close()
      return took
    },
    close: () => browser.close(),
  }
}
