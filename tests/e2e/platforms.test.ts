import { afterAll, beforeAll, describe, it } from 'vitest'
import { launch } from './harness/chromium.ts'
import { platformPages } from './platform-pages.ts'
import { tour } from './platform-tour.ts'

let browser: Awaited<ReturnType<typeof launch>>
beforeAll(async () => {
  browser = await launch({ grantEverything: true })
})
afterAll(() => browser?.close())

describe('a page of the platform', () => {
  it.each(platformPages.map((page) => [page.platform, page] as const))(
    '%s is read, folded, arranged, clipped from and given back byte for byte',
    (_, page) => tour(browser, page),
  )
})
