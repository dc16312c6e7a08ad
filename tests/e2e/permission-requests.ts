import type { Page } from 'playwright-core'
import type { ExtensionScope } from './extension-api.ts'

type Asking = ExtensionScope & { askedFor: string[] }

/** Has every request for a permission answered with no, as the browser's own question cannot be pressed by a driver. */
export const refusePermissions = (page: Page) =>
  page.evaluate(() => {
    const scope = globalThis as unknown as Asking
    scope.askedFor = []
    scope.chrome.permissions.request = async ({ origins }) => {
      scope.askedFor.push(...origins)
      return false
    }
  })

/** Match patterns that were asked for since. */
export const askedFor = (page: Page) => page.evaluate(() => (globalThis as unknown as Asking).askedFor)
