import { chromium } from 'playwright-core'
import { it } from 'vitest'
import { bigPage } from '../bench/big-page'
import { readingScript } from '../bench/reading'

it('times', async () => {
  const script = (await readingScript()) + ';globalThis.reading=reading'
  const url = 'https://name.blogspot.com/2020/10/t.html'
  const html = bigPage(10000, url).replace('<head>', '<head><style>.comment{content-visibility:auto}</style>')
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  const out: any[] = []
  for (let k = 0; k < Number(process.env.N ?? 7); k++) {
    const page = await browser.newPage()
    await page.route('**/*', (x) =>
      x.request().isNavigationRequest()
        ? x.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : x.abort(),
    )
    await page.goto(url, { waitUntil: 'load' })
    await page.waitForTimeout(1500)
    await page.evaluate(script)
    const cd2 = await page.context().newCDPSession(page)
    await cd2.send('Performance.enable', { timeDomain: 'threadTicks' })
    const cpu = async () =>
      (await cd2.send('Performance.getMetrics')).metrics.find((m) => m.name === 'TaskDuration')!.value * 1000
    const c0 = await cpu()
    const cdp = await page.context().newCDPSession(page)
    if (k === 0 && process.env.PROF) {
      await cdp.send('Profiler.enable')
      await cdp.send('Profiler.setSamplingInterval', { interval: 100 })
      await cdp.send('Profiler.start')
    }
    const t = (await page.evaluate(
      (n) => {
        let r
        for (let k = 0; k < n; k++) r = (globalThis as any).reading.timeReading()
        return r
      },
      Number(process.env.R ?? 1),
    )) as any
    const c1 = await cpu()
    if (k === 0 && process.env.PROF) {
      const { profile } = await cdp.send('Profiler.stop')
      const self = new Map<string, number>()
      const idx = new Map(profile.nodes.map((x) => [x.id, x]))
      profile.samples!.forEach((s, i) => {
        const f = idx.get(s)!.callFrame
        const k = `${f.functionName}:${f.lineNumber}:${f.columnNumber}`
        self.set(k, (self.get(k) ?? 0) + profile.timeDeltas![i]! / 1000)
      })
      console.log(
        JSON.stringify(t),
        [...self]
          .sort((a, b) => b[1] - a[1])
          .slice(0, 40)
          .map(([k, v]) => `${(v / 15).toFixed(2)} ${k}`)
          .join('\n'),
      )
    }
    const base = await page.evaluate(() => {
      const a = performance.now()
      let n = 0
      for (const e of document.querySelectorAll('.comment-content')) n += e.textContent!.length
      const b = performance.now()
      document.querySelectorAll('*').length
      return [b - a, performance.now() - b, document.querySelectorAll('*').length]
    })
    const c2 = await cpu()
    const warm = await page.evaluate(() => (globalThis as any).reading.timeReading())
    const again = await page.evaluate(() => (globalThis as any).reading.timeReading())
    const c3 = await cpu()
    out.push({
      cpu: [c1 - c0, c2 - c1, c3 - c2].map((x) => x.toFixed(0)).join('/'),
      cold: Math.round(t.read),
      step: t.longestStep.toFixed(1),
      build: t.build.toFixed(1),
      warm: Math.round(warm.read),
      again: Math.round(again.read),
      base: base.map((x) => x.toFixed(1)).join('/'),
    })
    await page.close()
  }
  console.table(out)
  await browser.close()
})
