import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const built = (browser: string) => fileURLToPath(new URL(`../../.output/${browser}-mv3`, import.meta.url))
const chromium = built('chrome')

const read = (file: string) => readFileSync(path.join(chromium, file))
const zipped = (files: string[]) => files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0)

/** Files that a script loads before it runs: its static imports, and theirs. */
const withImports = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file)) return seen
  seen.add(file)
  const statics = /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{},\s]*?\bfrom\s*)?["'](\.{1,2}\/[^"']+)["']/g
  for (const [, target = ''] of read(file).toString().matchAll(statics))
    withImports(path.posix.join(path.posix.dirname(file), target), seen)
  return seen
}

/** Everything that a page of the extension loads by itself. */
const filesOf = (page: string): string[] => {
  const html = read(page).toString()
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="\/?([^"]+\.(?:js|css))"/g)]
  const files = new Set([page])
  for (const [, file = ''] of named) {
    if (file.endsWith('.js')) for (const loaded of withImports(file)) files.add(loaded)
    else files.add(file)
  }
  return [...files]
}

describe('the built extension', () => {
  it('has a probe of at most 6 kB', () => {
    expect(zipped(['probe.js'])).toBeLessThanOrEqual(6_000)
  })

  it('has a reader of at most 40 kB', () => {
    expect(zipped(['reader.js'])).toBeLessThanOrEqual(40_000)
  })

  it('brings no script to a page with a thread that weighs more than 36 kB beside the reader', () => {
    for (const file of ['conversation.js', 'platforms.js', 'unknown.js', 'sanitiser.js'])
      expect(zipped([file]), file).toBeLessThanOrEqual(36_000)
  })

  it('has a popup of at most 60 kB in all', () => {
    const files = filesOf('popup.html')
    expect(files.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(1)
    expect(files.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(0)
    expect(zipped(files)).toBeLessThanOrEqual(60_000)
  })

  it('keeps the database out of what runs in pages', () => {
    for (const file of [
      'probe.js',
      'reader.js',
      'conversation.js',
      'platforms.js',
      'unknown.js',
      'sanitiser.js',
    ]) {
      expect(read(file).toString()).not.toMatch(/dexie/i)
      expect(read(file).toString()).not.toMatch(/indexedDB/)
    }
  })
})

const pagesPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types dompurify"

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  const manifest = JSON.parse(readFileSync(path.join(built(browser), 'manifest.json'), 'utf8'))

  it('asks for four permissions and the platform’s own hosts, all else at the reader’s wish', () => {
    expect(manifest.permissions.toSorted()).toEqual(['activeTab', 'scripting', 'storage', 'unlimitedStorage'])
    expect(manifest.host_permissions).toEqual(['*://*.blogspot.com/*'])
    expect(manifest.optional_host_permissions).toEqual(['*://*/*'])
  })

  it('lets no page talk to the extension or load its files', () => {
    expect(manifest.externally_connectable).toBeUndefined()
    expect(manifest.web_accessible_resources ?? []).toEqual([])
  })

  it('holds its own pages to the strictest policy', () => {
    expect(manifest.content_security_policy).toEqual({ extension_pages: pagesPolicy })
  })
})
