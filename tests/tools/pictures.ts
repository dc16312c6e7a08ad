// Takes the README's pictures of the built extension on the demo blog: node tests/tools/pictures.ts
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { demoPages } from '../demo/demo-blog.ts'
import { launch } from '../e2e/harness/chromium.ts'
import { waitForState } from '../e2e/harness/contract.ts'

const folder = fileURLToPath(new URL('../../assets/pictures', import.meta.url))
mkdirSync(folder, { recursive: true })

const pageUrl = (theme: 'light' | 'dark') => {
  const found = demoPages().find(
    ({ url }) => url.includes('last-boat') && url.includes('dark') === (theme === 'dark'),
  )
  if (!found) throw new Error(`The demo blog has no ${theme} page`)
  return found.url
}

const comment = (page: Page, words: string) =>
  page.locator('[data-understory-comment]').filter({ hasText: words }).last()

const clip = async (page: Page, words: string) => {
  const chosen = comment(page, words)
  await chosen.locator('.us-clip').first().click()
  await page.locator('[data-understory-clipped]').filter({ hasText: words }).last().waitFor()
}

for (const theme of ['light', 'dark'] as const) {
  const browser = await launch({ colorScheme: theme })
  try {
    for (const { url, body } of demoPages()) browser.serve(url, body)
    const page = await browser.open(pageUrl(theme))
    await page.setViewportSize({ width: 1000, height: 820 })
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: theme })
    await waitForState(page, ['ready'])
    await clip(page, 'First rested, then under review')
    await clip(page, 'Well said 09:10')
    // The same branch twice: as the platform flattened it, and as it was said.
    const branch = comment(page, 'I worked the late boat for six winters')
    const show = async (name: string, file: string, from: ReturnType<typeof comment>) => {
      await page.locator(`.us-choice-one[data-label="${name}"]`).click()
      await from.evaluate((element) => {
        element.scrollIntoView({ block: 'start', behavior: 'instant' })
        document.querySelector<HTMLElement>(':focus')?.blur()
      })
      await page.mouse.move(4, 400)
      await page.screenshot({ path: path.join(folder, `${file}-${theme}.png`) })
    }
    await page.locator('.us-bar .us-tool[aria-label="Expand all"]').click()
    await show('Original', 'original', comment(page, 'six winters! Then you'))
    await show('Conversation', 'conversation', branch)
    await page.locator('.us-choice-one[data-label="Original"]').click()
    const reference = page.locator('a[data-understory-reference]').filter({ hasText: '@anon 19:12' }).first()
    await reference.evaluate((link) => {
      link.closest('[data-understory-comment]')!.scrollIntoView({ block: 'start', behavior: 'instant' })
      scrollBy({ top: -60, behavior: 'instant' })
    })
    await reference.hover()
    await page.locator('.us-card').waitFor()
    await page.screenshot({ path: path.join(folder, `preview-${theme}.png`) })
    await page.mouse.move(4, 400)
    await page.locator('.us-card').waitFor({ state: 'detached' })
    await page.locator('.us-bar .us-tool[aria-label="Clip thread"]').click()
    await page.locator('.us-bar .us-tool[aria-pressed="true"]').waitFor()
    const popup = await browser.openPopup(page)
    await popup.setViewportSize({ width: 420, height: 600 })
    await popup.getByRole('listitem').nth(2).waitFor()
    await popup.screenshot({ path: path.join(folder, `popup-${theme}.png`) })
  } finally {
    await browser.close()
  }
}
console.log(`Pictures in ${folder}`)
