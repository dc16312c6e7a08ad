import type { ExtensionsPage } from './extension-api.ts'
import type { Chromium } from './steps.ts'

/**
 * What the reader can do about the extension's permissions on the browser's own page of extensions. The extension
 * has to have been launched with every host in its manifest: the browser lets only what is there be taken back.
 */
export const openBrowserSettings = async ({ context, extensionId }: Chromium) => {
  const page = await context.newPage()
  await page.goto('chrome://extensions')
  return {
    /** From now on the extension reads no host but those that are allowed one by one. */
    allowOnlySpecificSites: () =>
      page.evaluate(
        (id) =>
          (globalThis as unknown as ExtensionsPage).chrome.developerPrivate.updateExtensionConfiguration({
            extensionId: id,
            hostAccess: 'ON_SPECIFIC_SITES',
          }),
        extensionId,
      ),
    allow: (host: string) =>
      page.evaluate(
        ([id, origin]) =>
          (globalThis as unknown as ExtensionsPage).chrome.developerPrivate.addHostPermission(id, origin),
        [extensionId, `https://${host}/*`] as const,
      ),
    takeBack: (host: string) =>
      page.evaluate(
        ([id, origin]) =>
          (globalThis as unknown as ExtensionsPage).chrome.developerPrivate.removeHostPermission(id, origin),
        [extensionId, `https://${host}/*`] as const,
      ),
  }
}
