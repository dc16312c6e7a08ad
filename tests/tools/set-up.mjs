// Brings what the tests need: dependencies, WXT's generated types, browsers. Runs on a bare Node 20 or newer;
// where all is there it does nothing and says nothing.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { findChromium, findFirefox } from './browsers.mjs'
import { root, run } from './run.mjs'

const say = (line) => console.log(`set-up: ${line}`)

const must = async (program, args) => {
  const { code, output } = await run(program, args, { quiet: true })
  if (code === 0) return
  process.stderr.write(output)
  throw new Error(`"${[program, ...args].join(' ')}" failed`)
}

const packagesOf = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages

/** Does node_modules hold exactly what the lockfile asks for, but for other platforms' optional packages? */
const dependenciesAreCurrent = () => {
  if (!existsSync(path.join(root, 'node_modules/.package-lock.json'))) return false
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  const missing = Object.entries(wanted).some(([name, entry]) => {
    if (name === '') return false
    const here = present[name]
    return here === undefined ? !entry.optional : here.integrity !== entry.integrity
  })
  return !missing && Object.keys(present).every((name) => name in wanted)
}

const bringDependencies = async () => {
  if (dependenciesAreCurrent()) return
  say('installing dependencies (npm ci), this takes a minute')
  await must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
}

/** The tools want Node 22.18 or newer; the `node` package brings one, unless npm refused its install script. */
const checkNode = async () => {
  const { output } = await run('node', ['--version'], { quiet: true })
  const [major = 0, minor = 0] = output.trim().replace('v', '').split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return
  throw new Error(
    `Node ${output.trim()} is too old for the tools, and the dependency "node" brought none: ` +
      'run "npm rebuild node", or install Node 24',
  )
}

const prepare = async () => {
  if (existsSync(path.join(root, '.wxt/wxt.d.ts'))) return
  say('generating types (wxt prepare)')
  await must('wxt', ['prepare'])
}

const distribution = () => {
  try {
    const words = readFileSync('/etc/os-release', 'utf8')
    return /^ID=ubuntu$/m.test(words) ? 'ubuntu' : /^ID(_LIKE)?=.*debian/m.test(words) ? 'debian' : 'other'
  } catch {
    return 'other'
  }
}

const advice = {
  ubuntu:
    "Ubuntu's chromium and firefox packages are launchers for snaps, which do not start in containers; " +
    "install Chrome for Testing or Chromium, and Mozilla's own Firefox package, or set CHROMIUM and FIREFOX",
  debian: 'as root: apt-get install chromium firefox-esr',
  other: 'install Chromium and Firefox, or set CHROMIUM and FIREFOX to where they are',
}

const hasFonts = async () => {
  const { code, output } = await run('fc-list', [':', 'family'], { quiet: true })
  return code === 0 && output.trim() !== ''
}

const installFromDebian = async (packages) => {
  say(`installing ${packages.join(', ')} (apt-get)`)
  process.env.DEBIAN_FRONTEND = 'noninteractive'
  await must('apt-get', ['update', '-qq'])
  await must('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
}

const bringBrowsers = async () => {
  // A browser that was chosen by hand is not replaced by another.
  const absent = () => [
    ...(findChromium() === null ? [{ name: 'chromium', chosen: process.env.CHROMIUM }] : []),
    ...(findFirefox() === null ? [{ name: 'firefox-esr', chosen: process.env.FIREFOX }] : []),
  ]
  const wanted = absent().filter(({ chosen }) => !chosen)
  if (wanted.length > 0 && distribution() === 'debian' && process.getuid?.() === 0) {
    // Without a font the pictures show boxes.
    const fonts = (await hasFonts()) ? [] : ['fontconfig', 'fonts-dejavu-core', 'fonts-liberation']
    await installFromDebian([...wanted.map(({ name }) => name), ...fonts]).catch(({ message }) =>
      say(message),
    )
  }
  for (const { name, chosen } of absent()) {
    say(chosen ? `${chosen} does not start` : `${name} not found; ${advice[distribution()]}`)
  }
}

/** Answers where the browsers are, null for one that is missing and could not be installed. */
export const setUp = async () => {
  await bringDependencies()
  await checkNode()
  await prepare()
  await bringBrowsers()
  return { chromium: findChromium(), firefox: findFirefox() }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await setUp().catch((error) => {
    console.error(`set-up: ${error.message}`)
    process.exitCode = 1
  })
}
