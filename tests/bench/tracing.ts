import type { BrowserContext, CDPSession, Page } from 'playwright-core'

/** Times are in microseconds: by the clock, and of the thread alone, while nothing else had the processor. */
type TraceEvent = {
  name: string
  cat: string
  ph: string
  ts: number
  dur?: number
  tts?: number
  tdur?: number
  pid: number
  tid: number
  args: { data?: { url?: string; scriptName?: string }; beginData?: { url?: string } }
}

/** What one page cost its main thread, in milliseconds of that thread: what else the machine does is not in it. */
export type Cost = {
  /** Style, layout and pre-paint. */
  layout: number
  /** All script, the page's and ours. */
  script: number
  /** The probe's script. */
  probe: number
  /** Whether the reader was there. */
  hasReader: boolean
  /** The longest stretch of script without a break: on a page without script of its own, ours. */
  longestScript: number
  /** The longest task, of script, layout and paint, after the probe has seen the thread; 0 without the reader. */
  longestTask: number
}

const categories = ['devtools.timeline', 'v8.execute', 'disabled-by-default-devtools.timeline']

/** Records the main thread's timeline while `task` runs. */
export const traced = async (session: CDPSession, task: () => Promise<void>): Promise<TraceEvent[]> => {
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories, recordMode: 'recordAsMuchAsPossible' },
  })
  await task()
  await session.send('Tracing.end')
  await complete
  return events
}

export const browserSession = (context: BrowserContext): Promise<CDPSession> => {
  const browser = context.browser()
  if (!browser) throw new Error('This context has no browser of its own to trace')
  return browser.newBrowserCDPSession()
}

type Span = { start: number; end: number }

/** Adds up spans, counting what lies within another only once. */
const total = (spans: Span[]): number => {
  let sum = 0
  let reached = 0
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    sum += Math.max(0, end - Math.max(start, reached))
    reached = Math.max(reached, end)
  }
  return sum / 1000
}

const spansOf = (events: TraceEvent[]): Span[] =>
  events.map(({ ts, dur = 0, tts = ts, tdur = dur }) => ({ start: tts, end: tts + tdur }))

const layoutNames = new Set([
  'Layout',
  'UpdateLayoutTree',
  'RecalculateStyles',
  'PrePaint',
  'UpdateLayerTree',
  'Paint',
])
const scriptNames = new Set([
  'EvaluateScript',
  'FunctionCall',
  'v8.callFunction',
  'RunMicrotasks',
  'v8.run',
  'TimerFire',
  'FireAnimationFrame',
  'EventDispatch',
])

/** What the trace says of the process that showed the page. */
export const costOf = (
  events: TraceEvent[],
  extensionId: string,
  isThisPage: (url: string) => boolean,
): Cost => {
  const complete = events.filter(({ ph }) => ph === 'X')
  const shows = complete.find(
    ({ name, args }) => name === 'ParseHTML' && isThisPage(args.beginData?.url ?? ''),
  )
  if (!shows) throw new Error('The trace does not show the page')
  const here = (event: TraceEvent) => event.pid === shows.pid && event.tid === shows.tid
  const scripts = complete.filter((event) => here(event) && scriptNames.has(event.name))
  const from = (file: string) =>
    scripts.filter(({ args }) =>
      (args.data?.url ?? args.data?.scriptName ?? '').includes(`${extensionId}/${file}`),
    )
  const layout = complete.filter((event) => here(event) && layoutNames.has(event.name))
  const reader = from('reader.js')
  const begin = Math.min(...reader.map(({ ts }) => ts))
  const tasks = complete.filter(
    (event) => here(event) && event.name === 'RunTask' && event.ts + event.dur! > begin,
  )
  const longest = (all: TraceEvent[]) =>
    Math.max(0, ...spansOf(all).map(({ start, end }) => (end - start) / 1000))
  return {
    layout: total(spansOf(layout)),
    script: total(spansOf(scripts)),
    probe: total(spansOf(from('probe.js'))),
    hasReader: reader.length > 0,
    longestScript: longest(scripts),
    longestTask: longest(tasks),
  }
}

/** All script of the process that ran most of it, in ms: of the one page that does something meanwhile. */
export const scriptOf = (events: TraceEvent[]): number => {
  const byThread = Map.groupBy(
    events.filter(({ ph, name }) => ph === 'X' && scriptNames.has(name)),
    ({ pid, tid }) => `${pid} ${tid}`,
  )
  return Math.max(0, ...[...byThread.values()].map((scripts) => total(spansOf(scripts))))
}

/** The slowest of each kind, in ms. */
type Slowest = {
  /** Interaction to next paint, as Event Timing tells it: in steps of 8 ms. */
  interaction: number
  /** The same for pointing alone, and for what the browser tells of things that moved below a pointer at rest. */
  pointing: number
  /** Task of 50 ms and more: of what follows the paint, too. */
  longtask: number
}

/** What the browser tells of the next interaction, for as long as `settled` takes. */
export const slowestOf = async (
  page: Page,
  act: () => Promise<void>,
  settled: () => Promise<unknown>,
): Promise<Slowest> => {
  await page.evaluate(() => {
    const scope = globalThis as { slowest?: Slowest; watchers?: PerformanceObserver[] }
    const slowest = { interaction: 0, pointing: 0, longtask: 0 }
    scope.slowest = slowest
    for (const watcher of scope.watchers ?? []) watcher.disconnect()
    scope.watchers = (['event', 'longtask'] as const).map((type) => {
      const watcher = new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
          // The browser says itself which events are part of a press.
          const kind = type === 'longtask' ? type : entry.interactionId ? 'interaction' : 'pointing'
          slowest[kind] = Math.max(slowest[kind], entry.duration)
        }
      })
      watcher.observe({ type, durationThreshold: 16 } as PerformanceObserverInit)
      return watcher
    })
  })
  await act()
  await settled()
  return page.evaluate(() => (globalThis as { slowest?: Slowest }).slowest!)
}
