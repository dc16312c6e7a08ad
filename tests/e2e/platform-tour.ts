import { expect } from 'vitest'
import { type ContractComment, type Evaluates, readContract, waitForState } from './harness/contract.ts'
import type { Harness } from './harness/harness.ts'
import type { PlatformPage } from './platform-pages.ts'

type Closes = Evaluates & { close(): Promise<void> }
type Evaluating = {
  evaluate<Answer, Argument>(
    run: (argument: Argument) => Answer,
    argument: Argument,
  ): Promise<Awaited<Answer>>
}
const inside = (page: Evaluates) => page as unknown as Evaluating

/** Presses the button or radio of this accessible name, in a part of the page, once it is there. */
const press = (page: Evaluates, name: string, within = 'body') =>
  inside(page).evaluate(
    ({ wanted, part }) =>
      new Promise<void>((resolve, reject) => {
        const nameOf = (control: Element) =>
          control.getAttribute('aria-label') ?? control.closest('label')?.textContent ?? control.textContent
        const look = () => {
          const controls = [...document.querySelectorAll<HTMLElement>(`${part} :is(button, input, a)`)]
          const found = controls.find(
            (control) => nameOf(control)?.trim() === wanted || control.getAttribute('value') === wanted,
          )
          if (!found) return
          observer.disconnect()
          clearTimeout(timer)
          found.click()
          resolve()
        }
        const observer = new MutationObserver(look)
        const timer = setTimeout(() => reject(new Error(`There is no "${wanted}" in ${part}`)), 10_000)
        observer.observe(document, { childList: true, subtree: true, attributes: true })
        look()
      }),
    { wanted: name, part: within },
  )

/** Waits until something of the page matches a selector. */
const until = (page: Evaluates, selector: string) =>
  inside(page).evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          if (!document.querySelector(wanted)) return
          observer.disconnect()
          clearTimeout(timer)
          resolve()
        }
        const observer = new MutationObserver(look)
        const timer = setTimeout(() => reject(new Error(`There is no ${wanted}`)), 10_000)
        observer.observe(document, { childList: true, subtree: true, attributes: true })
        look()
      }),
    selector,
  )

const commentOn = (id: string) => `[data-understory-comment="${id}"]`
const bar = '[role="toolbar"]'

const isSeen = (page: Evaluates, id: string) =>
  inside(page).evaluate((selector) => document.querySelector(selector)!.checkVisibility(), commentOn(id))

/** What the page contract says of a page, against what the page was written to say. */
const compare = (shown: ContractComment[], { comments }: PlatformPage) => {
  expect(shown.map(({ id, depth, parent }) => [id, depth, parent])).toEqual(
    comments.map(({ id, depth, parent }) => [id, depth, parent]),
  )
  expect(shown.map(({ name }, k) => comments[k]!.name && name)).toEqual(comments.map(({ name }) => name))
  expect(shown.map(({ time }) => time)).toEqual(comments.map(({ time }) => time))
}

/** The reader presses the platform's own Reply of the first comment that has one. */
const pressReply = (page: Evaluates, reply: string) =>
  inside(page).evaluate((selector) => {
    const link = document.querySelector<HTMLElement>(selector)!
    link.click()
    return (globalThis as unknown as { repliedTo?: unknown }).repliedTo === link
  }, reply)

/** What the library shows of the clip that was made last. */
const lastKept = async <Page extends Closes>(browser: Harness<Page>, words: string) => {
  const library = await browser.openExtensionPage('library.html')
  await until(library, 'ul[aria-label="Clips"] > li')
  await inside(library).evaluate((wanted) => {
    const rows = [...document.querySelectorAll<HTMLElement>('ul[aria-label="Clips"] > li .clip')]
    rows.find(({ textContent }) => textContent?.includes(wanted))?.click()
  }, words)
  await until(library, 'article.reader .words .body')
  const kept = await inside(library).evaluate(() => {
    const clip = document.querySelector('article.reader .words')!
    return {
      author: clip.querySelector('.who b')?.textContent,
      html: clip.querySelector('.body')?.innerHTML,
    }
  }, null)
  await library.close()
  return kept
}

/** Takes a page of a platform through all that a reader does with it. */
export const tour = async <Page extends Closes>(
  browser: Harness<Page>,
  platform: PlatformPage,
): Promise<void> => {
  const { url, body, comments, reply, html } = platform
  browser.serve(url.replace(/#.*/, ''), body)
  const page = await browser.open(url)
  await waitForState(page, ['ready'])
  compare(await readContract(page), platform)
  expect(await inside(page).evaluate((it) => document.querySelectorAll(it).length, bar)).toBe(1)

  const answer = comments.find(({ depth }) => depth === 1)!
  await press(page, 'Collapse all', bar)
  expect(await isSeen(page, answer.id)).toBe(false)
  await press(page, 'Expand all', bar)
  expect(await isSeen(page, answer.id)).toBe(true)

  await press(page, 'newest', bar)
  await until(page, '[data-understory-flat]')
  const flat = await readContract(page)
  const times = flat.flatMap(({ time }) => time ?? [])
  expect(times).toEqual(times.toSorted().toReversed())
  expect(new Set(flat.map(({ depth }) => depth))).toEqual(new Set([0]))
  expect(await pressReply(page, reply)).toBe(true)
  await press(page, 'original', bar)
  await until(page, 'html:not(:has([data-understory-flat]))')
  compare(await readContract(page), platform)
  expect(await pressReply(page, reply)).toBe(true)

  await press(page, 'Clip', commentOn(answer.id))
  await until(page, `${commentOn(answer.id)}[data-understory-clipped]`)
  const [line = ''] = answer.text.split('\n')
  const kept = await lastKept(browser, line)
  expect(kept.author).toBe(answer.name)
  expect(kept.html?.replace(/\s+/g, ' ')).toContain(html)

  await press(page, 'Off', bar)
  await waitForState(page, ['off'])
  const [now, before] = await inside(page).evaluate(
    () => [document.documentElement.outerHTML, (globalThis as unknown as { asServed: string }).asServed],
    null,
  )
  expect(now).toBe(before)
  await page.close()
}
