// npm test: every check in order, stopping at the first that fails. `--fast` leaves the browsers out.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { root, run } from './run.mjs'
import { setUp } from './set-up.mjs'

const fast = process.argv.includes('--fast')
const inCi = /^(1|true)$/i.test(process.env.CI ?? '')
const started = Date.now()
const totals = { passed: 0, failed: 0 }

const heading = (words) => console.log(`\n== ${words} ==`)

class Stop extends Error {}

const command = (name, program, args, options) => async () => {
  heading(name)
  const { code, output } = await run(program, args, options)
  if (code === 0) return
  process.stdout.write(output)
  totals.failed += 1
  throw new Stop(name)
}

/** Runs one project of vitest and adds its counts; a run without a report counts as one failure. */
const vitest =
  (project, name, args = []) =>
  async () => {
    heading(name)
    const report = path.join(root, '.artifacts', `${project}.json`)
    rmSync(report, { force: true })
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { code } = await run('vitest', ['run', '--project', project, ...reporters, ...args])
    let failedHere = 0
    try {
      const counts = JSON.parse(readFileSync(report, 'utf8'))
      totals.passed += counts.numPassedTests
      failedHere = counts.numFailedTests
    } catch {
      failedHere = 1
    }
    totals.failed += code === 0 ? failedHere : Math.max(failedHere, 1)
    if (code !== 0 || failedHere > 0) throw new Stop(name)
  }

/** Tests that need a browser that is not here: a failure on CI, elsewhere a plain word. */
const missing = (browser) => async () => {
  heading(`${browser} is missing`)
  if (!inCi) {
    console.log(
      `The tests that need ${browser} are skipped. Install it, or say where it is: see set-up above.`,
    )
    return
  }
  totals.failed += 1
  throw new Stop(`no ${browser}, and CI must run every test`)
}

/** Files of end-to-end tests that drive Firefox have it in their name; the others drive Chromium. */
const browserSteps = ({ chromium, firefox }) => {
  if (chromium && firefox) return [vitest('e2e', 'End to end'), vitest('accuracy', 'Accuracy')]
  if (chromium) {
    return [
      missing('Firefox'),
      vitest('e2e', 'End to end, Chromium', ['--exclude', '**/*firefox*']),
      vitest('accuracy', 'Accuracy'),
    ]
  }
  if (firefox) return [missing('Chromium'), vitest('e2e', 'End to end, Firefox', ['firefox'])]
  return [missing('Chromium'), missing('Firefox')]
}

const steps = (browsers) => [
  command('Format and lint (biome)', 'biome', ['check', '--error-on-warnings']),
  command('Types: generate (wxt prepare)', 'wxt', ['prepare'], { quiet: true }),
  command('Types: check (tsc)', 'tsc', ['--noEmit']),
  command('Unused files, exports and dependencies (knip)', 'knip', []),
  vitest('unit', 'Unit tests'),
  command('Build for Chromium', 'wxt', ['build'], { quiet: true }),
  command('Build for Firefox', 'wxt', ['build', '-b', 'firefox', '--mv3'], { quiet: true }),
  ...(fast ? [] : browserSteps(browsers)),
]

mkdirSync(path.join(root, '.artifacts'), { recursive: true })
let stoppedAt = ''
try {
  for (const step of steps(await setUp())) await step()
} catch (error) {
  if (!(error instanceof Stop)) totals.failed += 1
  stoppedAt = error instanceof Error ? error.message : String(error)
}
const seconds = Math.round((Date.now() - started) / 1000)
heading(stoppedAt === '' ? `All well after ${seconds} s` : `Failed: ${stoppedAt}`)
console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exitCode = stoppedAt === '' ? 0 : 1
