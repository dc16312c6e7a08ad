import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LaunchOptions } from './harness.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

const manifestOf = (extension: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(extension, 'manifest.json'), 'utf8'))

/** A copy of a built extension that has every host in its manifest: what is granted is on. */
const withEveryHostGranted = (extension: string) => {
  const copy = mkdtempSync(path.join(tmpdir(), 'understory-everywhere-'))
  cpSync(extension, copy, { recursive: true })
  const manifest = manifestOf(copy)
  const hosts = Array.isArray(manifest.host_permissions) ? manifest.host_permissions : []
  manifest.host_permissions = [...new Set([...hosts, '*://*/*'])]
  writeFileSync(path.join(copy, 'manifest.json'), JSON.stringify(manifest))
  return copy
}

/** The folder to load, and the id that Firefox knows the extension by. */
export const extensionToLoad = (options: LaunchOptions, built: 'chrome-mv3' | 'firefox-mv3') => {
  const extension = path.resolve(options.extension ?? path.join(root, '.output', built))
  if (!existsSync(path.join(extension, 'manifest.json'))) {
    throw new Error(`No extension in ${extension}: run "npm run build" and "npm run build:firefox" first`)
  }
  const folder = options.grantEverything ? withEveryHostGranted(extension) : extension
  const settings = manifestOf(folder).browser_specific_settings as { gecko?: { id?: string } } | undefined
  return { folder, geckoId: settings?.gecko?.id ?? '' }
}
