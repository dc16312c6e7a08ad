import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from './harness/chromium.ts'
import { readContract, waitForState } from './harness/contract.ts'
import { pageOf } from './pages.ts'
import {
  asServed,
  buttonOn,
  type Chromium,
  clip,
  clipsIn,
  type ExportedClip,
  exported,
  htmlOf,
  openReady,
  openRemembering,
} from './steps.ts'

const host = 'https://stormglass.blogspot.com/2026/04'
const evil = 'https://evil.example'
const ran = 'globalThis.ran=1'

/** Ways to run a script or to fetch something from within a comment: old ones, and some made up for this test. */
const vectors = [
  `<script>${ran}</script>`,
  `<script src="${evil}/a.js"></script>`,
  `<img src=x onerror="${ran}">`,
  `<img src="${evil}/pixel.gif" alt="a pixel">`,
  `<img srcset="${evil}/set.gif 1x, ${evil}/set2.gif 2x" onload="${ran}">`,
  `<picture><source srcset="${evil}/p.gif"><img src="${evil}/q.gif"></picture>`,
  `<svg onload="${ran}"></svg>`,
  `<svg><script>${ran}</script></svg>`,
  `<svg><animate onbegin="${ran}" attributeName=x dur=1s></animate></svg>`,
  `<svg><a xlink:href="javascript:${ran}"><text y=20>svg link</text></a></svg>`,
  `<svg><set attributeName=href to="javascript:${ran}"></set></svg>`,
  `<svg><image href="${evil}/svg.png"></image></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>${ran}</script></svg>#x"></use></svg>`,
  `<svg><foreignObject><img src=x onerror="${ran}"></foreignObject></svg>`,
  `<svg><style><img src=x onerror="${ran}"></style></svg>`,
  `<math href="javascript:${ran}">math</math>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${ran}&gt;">`,
  `<math><mi//xlink:href="data:x,<script>${ran}</script>">`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror="${ran}"></annotation-xml></math>`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror="${ran}">`,
  `<a href="javascript:${ran}">link</a>`,
  `<a href="JaVaScRiPt&colon;${ran}">mixed case</a>`,
  `<a href="java&#10;script:${ran}">line feed</a>`,
  `<a href="&#1;javascript:${ran}">control</a>`,
  `<a href="data:text/html,<script>${ran}</script>">data</a>`,
  `<a href="vbscript:${ran}">vb</a>`,
  `<a href="https://fine.example/" onclick="${ran}" onmouseover="${ran}" style="position:fixed;inset:0">cover</a>`,
  `<a href="https://fine.example/" target="_top" ping="${evil}/ping">ping</a>`,
  `<iframe src="javascript:${ran}"></iframe>`,
  `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<iframe src="${evil}/frame.html"></iframe>`,
  `<object data="data:text/html,<script>${ran}</script>"></object>`,
  `<embed src="${evil}/embed.swf">`,
  `<video src="${evil}/film.mp4" poster="${evil}/poster.png" onerror="${ran}" autoplay></video>`,
  `<audio src="${evil}/tune.mp3" onerror="${ran}" autoplay></audio>`,
  `<video><source onerror="${ran}"></video>`,
  `<input autofocus onfocus="${ran}">`,
  `<button formaction="javascript:${ran}">button</button>`,
  `<form action="${evil}/form"><input name=attributes><input type=submit></form>`,
  `<select autofocus onfocus="${ran}"><option>x</select>`,
  `<textarea autofocus onfocus="${ran}"></textarea>`,
  `<details open ontoggle="${ran}"><summary>x</summary></details>`,
  `<marquee onstart="${ran}">x</marquee>`,
  `<style>@import "${evil}/a.css"; body{background:url(${evil}/bg.png)}</style>`,
  `<link rel=stylesheet href="${evil}/b.css">`,
  `<div style="background:url(${evil}/c.png);width:9999px">styled</div>`,
  `<meta http-equiv="refresh" content="0;url=${evil}/refresh">`,
  `<base href="${evil}/">`,
  `<template><img src=x onerror="${ran}"></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${ran}>"></noscript>`,
  `<noembed><img src="</noembed><iframe onload=${ran}>"></noembed>`,
  `<xmp><p title="</xmp><img src=x onerror=${ran}>"></xmp>`,
  `<b id="body" name="children">clobbers</b>`,
  `<img name="createElement"><img name="getElementById"><img id="body" name="head">`,
  `<div><template shadowrootmode=open><img src=x onerror="${ran}"></template></div>`,
  `<x-thing onclick="${ran}" is="x-other">custom</x-thing>`,
  `<p slot=x contenteditable onbeforeinput="${ran}" tabindex=0 autofocus>edit</p>`,
  `<table background="${evil}/t.png"><tr><td background="${evil}/td.png">cell</table>`,
  `<dialog open onclose="${ran}"><form method=dialog><button autofocus>x</button></form></dialog>`,
  `<div popover id=p onbeforetoggle="${ran}">x</div><button popovertarget=p>y</button>`,
  `&lt;img src=x onerror=${ran}&gt;&lt;script&gt;${ran}&lt;/script&gt;`,
]

/**
 * Some a page itself obeys, whatever its policy says, and some swallow all of the page that follows, so that no
 * platform lets them pass: these come by import only.
 */
const pageVectors = vectors.filter((html) => !/http-equiv|<base|<mglyph>|<mi\/\/|<noembed>/.test(html))

let browser: Chromium
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

type Marked = typeof globalThis & { ran?: number }
const hasRun = (page: Page) => page.evaluate(() => (globalThis as Marked).ran !== undefined)

/** Everything in an element that could run, fetch or submit something, each in a word. */
const dangers = (root: Element) => {
  const found: string[] = []
  for (const element of root.querySelectorAll('*')) {
    const tag = element.localName
    if (
      /^(?:script|style|link|meta|base|iframe|frame|object|embed|img|picture|source|video|audio|svg|math|form|input|button|select|textarea|template|noscript|details|dialog|marquee)$/.test(
        tag,
      ) ||
      tag.includes('-')
    )
      found.push(tag)
    for (const { name, value } of element.attributes) {
      if (
        /^on|^(?:style|src|srcset|srcdoc|background|ping|formaction|action|poster|data|id|name|is|slot)$/.test(
          name,
        )
      )
        found.push(`${tag}[${name}]`)
      if (name.endsWith('href') && !/^(?:https?:|mailto:)/.test(value)) found.push(`${tag}[${name}=${value}]`)
    }
  }
  return found
}

const strict = `<meta http-equiv="Content-Security-Policy" content="script-src 'none'; img-src 'none'; media-src 'none'; frame-src 'none'; object-src 'none'; style-src 'unsafe-inline'">`

/**
 * A page whose own policy lets nothing run or load, so whatever runs or loads later is our doing. What a comment
 * leaves open is closed by the platform, which serves each body as one element.
 */
const hostilePage = (url: string) =>
  pageOf(
    url,
    `<img src=x onerror=${ran}>`,
    pageVectors.map((_, k) => ({
      html: `TOKEN-${k}-`,
      author: { name: `<b onmouseover=${ran}>Eve</b><svg onload=${ran}> ${k}` },
    })),
  )
    .replace('<head>', `<head>${strict}`)
    .replace(/<p class="comment-content">TOKEN-(\d+)-<\/p>/g, (_, k) => {
      return `<div class="comment-content">Vector ${k}: ${pageVectors[Number(k)]}</div>`
    })

/** Parses HTML as a page would that trusts it, in a document that runs nothing, and says what is dangerous in it. */
const dangersInHtml = async (page: Page, htmls: string[]) => {
  const parsed = await page.evaluateHandle((sources) => {
    const inert = document.implementation.createHTMLDocument('')
    for (const html of sources)
      inert.body.append(inert.adoptNode(new DOMParser().parseFromString(html, 'text/html').body))
    return inert.body
  }, htmls)
  return parsed.evaluate(dangers)
}

const allHtml = (clips: ExportedClip[]) =>
  clips.flatMap((each) => [
    each.html,
    ...each.context.map(({ html }) => html),
    ...(each.comments ?? []).map(({ html }) => html),
    ...each.revisions.map(({ html }) => html),
  ])

/** Reads every clip of the library, one after the other, and says what is dangerous in what is shown. */
const dangersInLibrary = async () => {
  const library = await browser.openExtensionPage('library.html')
  let dialogs = 0
  library.on('dialog', (dialog) => {
    dialogs += 1
    void dialog.dismiss()
  })
  await clipsIn(library).first().waitFor()
  const found: string[] = []
  for (const item of await clipsIn(library).all()) {
    const title = await item.locator('[data-clip]').getAttribute('data-clip')
    await item.locator('[data-clip]').click({ position: { x: 5, y: 5 } })
    await library.locator(`[data-clip="${title}"][data-shown]`).waitFor()
    for (const body of await library.locator('.reader .body').all())
      found.push(...(await body.evaluate(dangers)))
  }
  const isClean = !(await hasRun(library)) && dialogs === 0
  await library.close()
  return { found, isClean }
}

const evilRequests = () => browser.requests.filter((url) => url.startsWith(evil))

/** Where elements have the names of the DOM's own methods, or lie above all others, no driver presses anything. */
const isThere = (selector: string) => Document.prototype.querySelector.call(document, selector) !== null
const pressFromInside = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const button = Document.prototype.querySelector.call(document, wanted) as HTMLElement
    button.click()
  }, selector)

const clipFromInside = async (page: Page, id: string) => {
  await pressFromInside(page, `[data-understory-comment="${id}"] button[aria-label="Clip"]`)
  await page.waitForFunction(isThere, `[data-understory-comment="${id}"][data-understory-clipped]`)
}

describe('a page of hostile comments', () => {
  const url = `${host}/vectors.html`

  it('is kept, listed, read and exported without running or fetching anything', async () => {
    expect(pageVectors.length).toBeGreaterThanOrEqual(50)
    browser.serve(url, hostilePage(url))
    const page = await openReady(browser, url)
    const comments = await readContract(page)
    expect(comments).toHaveLength(pageVectors.length)
    await pressFromInside(page, '[role="toolbar"] button[aria-label="Clip thread"]')
    await page.waitForFunction(isThere, '[role="toolbar"] button[aria-pressed="true"]')
    for (const index of [2, 8, 16, 20, 26, 30]) await clipFromInside(page, comments[index]!.id)
    await pressFromInside(page, '[role="toolbar"] button[aria-label="Collapse all"]')
    expect(await hasRun(page)).toBe(false)

    browser.requests.length = 0
    const popup = await browser.openPopup(page)
    await clipsIn(popup).first().waitFor()
    expect(await clipsIn(popup).count()).toBe(7)
    await popup.getByRole('searchbox').fill('<b onmouseover')
    await clipsIn(popup).locator('mark').first().waitFor()
    expect(await clipsIn(popup).first().evaluate(dangers)).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/script|img|svg|b\[on/)]),
    )
    expect(await hasRun(popup)).toBe(false)
    await popup.close()

    const { found, isClean } = await dangersInLibrary()
    expect(found).toEqual([])
    expect(isClean).toBe(true)

    const { clips } = await exported(browser)
    expect(clips).toHaveLength(7)
    expect(allHtml(clips).some((html) => html.includes(`Vector ${pageVectors.length - 1}`))).toBe(true)
    const blank = await browser.open(url)
    expect(await dangersInHtml(blank, allHtml(clips))).toEqual([])
    expect(browser.requests.filter((request) => !request.startsWith(host))).toEqual(
      browser.requests.filter((request) => request.includes('blogblog.com')),
    )
    expect(evilRequests()).toEqual([])
    await blank.close()
    await page.close()
  })

  it('can be imported raw, and is shown and exported just as clean', async () => {
    const { clips, ...head } = await exported(browser)
    const [first] = clips.filter(({ kind }) => kind === 'comment')
    const raw = vectors.map((html, k) => ({
      ...first!,
      id: crypto.randomUUID(),
      html,
      text: `Imported ${k}`,
      source: { ...first!.source, nativeId: `imported-${k}` },
      author: { ...first!.author, name: `<script>${ran}</script>` },
      context: [{ ...first!.context[0], ...first!, html, nativeId: `above-${k}`, permalink: '' }],
      revisions: [],
    }))
    const library = await browser.openExtensionPage('library.html')
    await library.locator('input[type="file"]').setInputFiles({
      name: 'library.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ ...head, clips: raw })),
    })
    await library.getByRole('status').getByText(`${vectors.length} imported`).waitFor()
    await library.close()
    browser.requests.length = 0
    const { found, isClean } = await dangersInLibrary()
    expect(found).toEqual([])
    expect(isClean).toBe(true)
    const page = await openReady(browser, url)
    const again = await exported(browser)
    expect(again.clips.length).toBe(7 + vectors.length)
    expect(await dangersInHtml(page, allHtml(again.clips))).toEqual([])
    expect(evilRequests()).toEqual([])
    await page.close()
  })

  it('is copied as Markdown without anything that runs', async () => {
    const popup = await browser.openPopup()
    await clipsIn(popup).first().waitFor()
    await popup.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        document.body.dataset.copied = text
      }
    })
    await popup.getByRole('searchbox').fill('Vector 20')
    const thread = clipsIn(popup).filter({ hasText: 'Whole thread' })
    await thread.getByRole('button', { name: 'Copy' }).click()
    await popup.locator('body[data-copied]').waitFor()
    const copied = (await popup.locator('body').getAttribute('data-copied'))!
    expect(copied).not.toMatch(/\]\(\s*(?:javascript|data|vbscript):/i)
    // Words that look like markup stay words.
    expect(copied.match(/(?<!\\)<(?:script|img|svg|iframe|b )/gi)).toBeNull()
    await popup.close()
  })
})

describe('a page that clobbers', () => {
  it('the document’s and its elements’ own names is read, clipped from, and given back', async () => {
    const url = `${host}/clobbered.html`
    const names = [
      'body',
      'head',
      'children',
      'title',
      'forms',
      'implementation',
      'activeElement',
      'defaultView',
      'createElement',
      'getElementById',
      'createDocumentFragment',
      'addEventListener',
      'URL',
      'location',
      'readyState',
      'contains',
    ]
    const inputs = [
      'children',
      'parentNode',
      'firstChild',
      'attributes',
      'nodeName',
      'tagName',
      'className',
      'id',
      'remove',
      'append',
      'getAttribute',
      'setAttribute',
      'querySelector',
      'innerHTML',
      'isConnected',
    ]
    const clobbering = `${names.map((name) => `<img name="${name}" alt=""><form name="${name}"></form><a id="${name}"></a>`).join('')}<form id="comments">${inputs.map((name) => `<input name="${name}">`).join('')}</form>`
    const inComment = `<form id="body">${inputs.map((name) => `<input name="${name}">`).join('')}Words in a form.</form>`
    browser.serve(
      url,
      pageOf(url, 'Clobbered', [
        'Plain words.',
        { html: 'Two.', replies: [{ at: '9 10:30', html: 'Three.' }] },
        'TOKEN',
      ])
        .replace('<p class="comment-content">TOKEN</p>', `<div class="comment-content">${inComment}</div>`)
        .replace(/(<div class="post-body[^>]*>)/, `$1${clobbering}`),
    )
    const page = await openRemembering(browser, url)
    await waitForState(page, ['ready'])
    const comments = await readContract(page)
    expect(comments.map(({ depth }) => depth)).toEqual([0, 0, 1, 0])
    for (const { id } of [comments[3]!, comments[2]!]) await clipFromInside(page, id)
    await pressFromInside(page, '[role="toolbar"] button[aria-label="Collapse all"]')
    await page.waitForFunction(isThere, '[data-understory-collapsed]')
    const { clips } = await exported(browser)
    const kept = clips.find(({ source }) => source.nativeId === comments[3]!.id)
    expect(kept?.text).toContain('Words in a form.')
    await pressFromInside(page, '[role="toolbar"] button[aria-label="Off"]')
    await waitForState(page, ['off'])
    expect(await htmlOf(page)).toBe(await asServed(page))
    await page.close()
  })
})

describe('a page that is out of measure', () => {
  it('with a comment of a megabyte is read, clipped from and searched', async () => {
    const url = `${host}/megabyte.html`
    const large = `${'All work and no play makes a dull boat. '.repeat(26_500)}Nearly the end: halibut.`
    expect(large.length).toBeGreaterThan(2 ** 20)
    browser.serve(url, pageOf(url, 'A megabyte', ['Short.', large, 'Short again.']))
    const page = await openReady(browser, url)
    const comments = await readContract(page)
    expect(comments).toHaveLength(3)
    await clip(page, comments[1]!.id)
    const popup = await browser.openPopup(page)
    await popup.getByRole('searchbox').fill('halibut')
    await clipsIn(popup).locator('mark').first().waitFor()
    expect(await clipsIn(popup).count()).toBe(1)
    const kept = (await exported(browser)).clips.find(({ source }) => source.pageUrl === url)
    expect(kept?.text).toContain('halibut')
    await popup.close()
    await page.close()
  })

  it('with two comments of one id keeps them apart', async () => {
    const url = `${host}/twins.html`
    const body = pageOf(url, 'Twins', ['The first twin.', 'The second twin.'])
    const ids = [...body.matchAll(/<li class="comment" id="(c\d+)"/g)].map(([, id]) => id!)
    browser.serve(url, body.replaceAll(ids[1]!, ids[0]!))
    const page = await openReady(browser, url)
    const comments = await readContract(page)
    expect(new Set(comments.map(({ id }) => id)).size).toBe(2)
    for (const { id } of comments) await clip(page, id)
    expect(await buttonOn(page, comments[1]!.id, 'Clipped').count()).toBe(1)
    const kept = (await exported(browser)).clips.filter(({ source }) => source.pageUrl === url)
    expect(kept.map(({ text }) => text).toSorted()).toEqual(['The first twin.', 'The second twin.'])
    await page.close()
  })
})
