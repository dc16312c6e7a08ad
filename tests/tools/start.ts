// Shows the built extension on the demo blog: in a window, or without a display in words and pictures.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { demoPages } from '../demo/demo-blog.ts'
import { launch } from '../e2e/harness/chromium.ts'
import { type ContractComment, readContract, waitForState } from '../e2e/harness/contract.ts'

const artifacts = fileURLToPath(new URL('../../.artifacts', import.meta.url))
const hasDisplay = ['darwin', 'win32'].includes(process.platform)
  ? true
  : Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

const [firstPage] = demoPages()
if (firstPage === undefined) throw new Error('The demo blog has no page')

const start = async (visible: boolean) => {
  const browser = await launch({ visible })
  for (const { url, body } of demoPages()) browser.serve(url, body)
  const page = await browser.open(firstPage.url)
  await waitForState(page, ['ready'])
  return { browser, page }
}

const counted = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`

const describe = (comments: ContractComment[]) => {
  const people = new Map<string, string>()
  for (const { commenter, name } of comments) if (commenter) people.set(commenter, name ?? commenter)
  const told = comments.filter(({ commenter }) => commenter !== null).length
  const depth = Math.max(...comments.map((comment) => comment.depth))
  return [
    `recognised  ${counted(comments.length, 'comment')}`,
    `commenters  ${people.size} that can be told apart, with ${counted(told, 'comment')}: ${[...people.values()].join(', ')}`,
    `depth       ${depth} (${counted(depth + 1, 'level')})`,
  ]
}

/** The comment that the demonstration keeps: an answer, so that its context shows. */
const clipOne = async (page: Page, comments: ContractComment[]) => {
  const chosen = comments.find(({ depth, text }) => depth > 0 && text.length > 200) ?? comments[0]
  if (chosen === undefined) throw new Error('There is no comment to clip')
  const comment = page.locator(`[data-understory-comment="${chosen.id}"]`)
  await comment.hover()
  await comment.getByRole('button', { name: 'Clip', exact: true }).first().click()
  await page.locator(`[data-understory-comment="${chosen.id}"][data-understory-clipped]`).waitFor()
  return chosen
}

const picture = async (page: Page, name: string) => {
  const file = path.join(artifacts, name)
  await page.screenshot({ path: file })
  return file
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

const inWordsAndPictures = async () => {
  const { browser, page } = await start(false)
  try {
    mkdirSync(artifacts, { recursive: true })
    const comments = await readContract(page)
    console.log(['', firstPage.url, ...describe(comments)].join('\n'))
    const clipped = await clipOne(page, comments)
    console.log(`clipped     ${clipped.name ?? 'Anonymous'}, ${clipped.time ?? 'no time'}`)
    const pictures = [await picture(page, 'page.png')]

    const popup = await browser.openPopup(page)
    await popup.setViewportSize({ width: 420, height: 600 })
    const items = popup.getByRole('list', { name: 'Clips' }).getByRole('listitem')
    await items.first().waitFor()
    const listed = await items.allInnerTexts()
    console.log(`popup       lists ${counted(listed.length, 'clip')}`)
    for (const clip of listed) console.log(`            - ${oneLine(clip)}`)
    pictures.push(await picture(popup, 'popup.png'))
    console.log(['', 'No display here, so these are the pictures:', ...pictures, ''].join('\n'))
  } finally {
    await browser.close()
  }
}

const inAWindow = async () => {
  const { browser, page } = await start(true)
  console.log('\nA browser with Understory is open on the demo blog. Close its window to end.')
  await Promise.race([
    new Promise((resolve) => page.on('close', resolve)),
    new Promise((resolve) => browser.context.on('close', resolve)),
  ])
  await browser.close().catch(() => {})
}

await (hasDisplay ? inAWindow() : inWordsAndPictures())
