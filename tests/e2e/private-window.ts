import type { Page } from 'playwright-core'
import type { ExtensionScope, ExtensionsPage } from './extension-api.ts'
import { quietFile } from './harness/in-extension.ts'
import type { Chromium } from './steps.ts'

/** Lets the extension into private windows, as the reader does on the browser's page of extensions. */
export const allowPrivate = async ({ context, extensionId, openExtensionPage }: Chromium): Promise<void> => {
  const extensions = await context.newPage()
  await extensions.goto('chrome://extensions')
  // The browser reloads the extension for it, and starts it again only in the mode for developers.
  const reloaded = context.waitForEvent('serviceworker')
  await extensions.evaluate(async (id) => {
    const { developerPrivate } = (globalThis as unknown as ExtensionsPage).chrome
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
    await developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true })
  }, extensionId)
  await reloaded
  await extensions.close()
  const own = await openExtensionPage(quietFile)
  const isAllowed = await own.evaluate(() =>
    (globalThis as ExtensionScope).chrome.extension.isAllowedIncognitoAccess(),
  )
  await own.close()
  if (!isAllowed) throw new Error('The extension may not run in private windows')
}

/** Opens a page in a new private window, up to DOMContentLoaded. */
export const openPrivately = async (browser: Chromium, url: string): Promise<Page> => {
  const own = await browser.openExtensionPage(quietFile)
  const opening = browser.context.waitForEvent('page')
  await own.evaluate(() =>
    (globalThis as ExtensionScope).chrome.windows.create({ incognito: true, url: 'about:blank' }),
  )
  const page = await opening
  await own.close()
  await page.goto(url, { waitUntil: 'domcontentloaded' })
  return page
}

/** Opens the popup as a tab of an ordinary window, acting on the tab of the private one. */
export const openPrivatePopup = async (browser: Chromium): Promise<Page> => {
  const own = await browser.openExtensionPage(quietFile)
  const tabId = await own.evaluate(async () => {
    const tabs = await (globalThis as ExtensionScope).chrome.tabs.query({ active: true })
    return tabs.find(({ incognito }) => incognito)?.id
  })
  await own.close()
  return browser.openExtensionPage(`popup.html?tab=${tabId}`)
}
