// Finds the browsers that the end-to-end tests and `npm start` drive.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
const onWindows = (file) => programFiles.filter(Boolean).map((folder) => path.join(folder, file))

// Chromium before Chrome: Chrome's own builds no longer load an extension from the command line.
const chromiumPlaces = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  darwin: [
    'chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    ...onWindows('Chromium\\Application\\chrome.exe'),
    ...onWindows('Google\\Chrome\\Application\\chrome.exe'),
  ],
}
const firefoxPlaces = {
  linux: ['firefox-esr', 'firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'firefox'],
  win32: onWindows('Mozilla Firefox\\firefox.exe'),
}

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

const locate = (name) => {
  if (path.isAbsolute(name)) return isExecutable(name) ? name : null
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders.map((folder) => path.join(folder, name)).find(isExecutable) ?? null
}

/** Asked for its version, Ubuntu's stub fails because the snap behind it is not there. */
const works = (file) =>
  process.platform === 'win32' ||
  spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0

const find = (chosen, places) => {
  const candidates = chosen ? [chosen] : (places[process.platform] ?? places.linux)
  for (const name of candidates) {
    const file = locate(name)
    if (file !== null && works(file)) return file
  }
  return null
}

const remembered = new Map()
const once = (key, look) => {
  if (!remembered.get(key)) remembered.set(key, look())
  return remembered.get(key)
}

/** Path of a Chromium that starts, or null. The variable CHROMIUM chooses one. */
export const findChromium = () => once('chromium', () => find(process.env.CHROMIUM, chromiumPlaces))

/** Path of a Firefox that starts, or null. The variable FIREFOX chooses one. */
export const findFirefox = () => once('firefox', () => find(process.env.FIREFOX, firefoxPlaces))
