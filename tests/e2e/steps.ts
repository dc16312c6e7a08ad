import type { Locator, Page } from 'playwright-core'
import type { launch } from './harness/chromium.ts'
import { waitForState } from './harness/contract.ts'

export type Chromium = Awaited<ReturnType<typeof launch>>

/** A comment by the id that the page contract gives it. */
export const commentOn = (page: Page, id: string): Locator =>
  page.locator(`[data-understory-comment="${id}"]`)

export const toolbarOf = (page: Page): Locator => page.getByRole('toolbar', { name: 'Understory' })

/** A comment's own button, not one of the comments inside it. */
export const buttonOn = (page: Page, id: string, name: string): Locator =>
  commentOn(page, id).getByRole('button', { name, exact: true }).first()

/** Clips a comment and waits until the page says that it is kept. */
export const clip = async (page: Page, id: string) => {
  await buttonOn(page, id, 'Clip').click()
  await page.locator(`[data-understory-comment="${id}"][data-understory-clipped]`).waitFor()
}

export const arrange = async (page: Page, name: string) => {
  await toolbarOf(page).getByRole('radio', { name, exact: true }).check()
}

export const clipsIn = (page: Page): Locator =>
  page.getByRole('list', { name: 'Clips' }).getByRole('listitem')

export const openReady = async (browser: Chromium, url: string): Promise<Page> => {
  const page = await browser.open(url)
  await waitForState(page, ['ready'])
  return page
}

type Remembering = typeof globalThis & { asServed: string }

/** Opens a page that remembers how it was before the extension came to it. */
export const openRemembering = async (
  browser: Chromium,
  url: string,
  ownScript: () => void = () => {},
): Promise<Page> => {
  const page = await browser.context.newPage()
  await page.addInitScript(ownScript)
  await page.addInitScript(() => {
    const remember = () => {
      const root = Document.prototype.querySelector.call(document, ':root') as Element
      ;(globalThis as Remembering).asServed = root.outerHTML
    }
    addEventListener('DOMContentLoaded', remember, { once: true })
  })
  await page.goto(url, { waitUntil: 'domcontentloaded' })
  return page
}

export const asServed = (page: Page) => page.evaluate(() => (globalThis as Remembering).asServed)

export const htmlOf = (page: Page) =>
  page.evaluate(() => (Document.prototype.querySelector.call(document, ':root') as Element).outerHTML)

/** The page's HTML without the one word that the extension leaves on pages that it does not enhance. */
export const htmlWithoutState = (page: Page) =>
  page.evaluate(() => {
    const root = Document.prototype.querySelector.call(document, ':root') as Element
    const html = root.cloneNode(true) as Element
    html.removeAttribute('data-understory')
    return html.outerHTML
  })

/** What the library's file says: presses Export and reads the download. */
export const exported = async (browser: Chromium) => {
  const library = await browser.openExtensionPage('library.html')
  try {
    const [download] = await Promise.all([
      library.waitForEvent('download'),
      library.getByRole('button', { name: 'Export', exact: true }).click(),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as LibraryFile
  } finally {
    await library.close()
  }
}

export type ExportedClip = {
  id: string
  kind: string
  html: string
  text: string
  source: { nativeId: string; permalink: string; pageTitle: string; pageUrl: string }
  author: { name: string }
  context: { nativeId: string; html: string; text: string }[]
  comments?: { nativeId: string; html: string; text: string }[]
  revisions: { html: string; text: string }[]
}
type LibraryFile = { format: string; version: number; clips: ExportedClip[] }
