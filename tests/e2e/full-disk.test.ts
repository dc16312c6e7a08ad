import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from './harness/chromium.ts'
import { readContract } from './harness/contract.ts'
import { quietFile } from './harness/in-extension.ts'
import { pageOf } from './pages.ts'
import { buttonOn, type Chromium, clip, exported, openReady, toolbarOf } from './steps.ts'

/**
 * With `unlimitedStorage` only the disk itself is a limit, and a test cannot fill that. A copy without this
 * permission has a quota, and the database fails in the same way.
 */
const withQuota = () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'understory-quota-'))
  cpSync(fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url)), copy, { recursive: true })
  const file = path.join(copy, 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] }
  manifest.permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage')
  writeFileSync(file, JSON.stringify(manifest))
  return copy
}

let browser: Chromium
let extension = ''
beforeAll(async () => {
  extension = withQuota()
  browser = await launch({ extension })
})
afterAll(async () => {
  await browser?.close()
  rmSync(extension, { recursive: true, force: true })
})

describe('a full disk', () => {
  it('is said in a sentence, nothing is lost, and clipping works once there is room again', async () => {
    // The database looks again how much room there is only when it seems to have too little: so the limit is set first.
    const own = await browser.openExtensionPage(quietFile)
    const session = await browser.context.newCDPSession(own)
    const origin = `chrome-extension://${browser.extensionId}`
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin })
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 500_000 })

    // Bytes that cannot be packed, as words: what is clipped takes as much room as it seems to.
    const large = randomBytes(1_500_000).toString('base64')
    const url = 'https://lamplighters.blogspot.com/2026/04/full.html'
    browser.serve(url, pageOf(url, 'No room', ['Kept before the disk was full.', large]))
    const page = await openReady(browser, url)
    const ids = (await readContract(page)).map(({ id }) => id)
    const kept = async () => (await exported(browser)).clips
    const status = toolbarOf(page).getByRole('status', { includeHidden: true })
    await clip(page, ids[0]!)
    await buttonOn(page, ids[1]!, 'Clip').click()
    await status.getByText('The disk is full, so nothing was changed.').waitFor()
    expect((await readContract(page)).map(({ isClipped }) => isClipped)).toEqual([true, false])
    expect((await kept()).map(({ text }) => text)).toEqual(['Kept before the disk was full.'])

    await session.send('Storage.overrideQuotaForOrigin', { origin })
    await clip(page, ids[1]!)
    expect(await status.textContent()).toBe('')
    expect(await kept()).toHaveLength(2)
    await own.close()
  })
})
