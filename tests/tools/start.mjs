// npm start: builds the extension and shows it on the demo blog, in a window where there is a display.
import { run } from './run.mjs'
import { setUp } from './set-up.mjs'

const fail = (words) => {
  console.error(`start: ${words}`)
  process.exitCode = 1
}

try {
  const { chromium } = await setUp()
  if (chromium === null) {
    fail('no Chromium to show the extension in')
  } else {
    console.log('start: building (wxt build)')
    const { code, output } = await run('wxt', ['build'], { quiet: true })
    if (code !== 0) {
      process.stderr.write(output)
      fail('the build failed')
    } else {
      // A second process, because this one may run on a Node that is too old for TypeScript.
      process.exitCode = (await run('node', ['tests/tools/start.ts'])).code
    }
  }
} catch (error) {
  fail(error.message)
}
