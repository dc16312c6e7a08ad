import { describe, expect, it } from 'vitest'
import { covers, hostOf, isSiteOn, patternOf } from '@/utils/settings/sites'

describe('a site', () => {
  it('is read from http and https addresses only', () => {
    expect(hostOf('https://a.example:8080/x')).toBe('a.example')
    expect(hostOf('chrome://settings')).toBeNull()
    expect(hostOf('about:blank')).toBeNull()
    expect(hostOf('not an address')).toBeNull()
    expect(hostOf(undefined)).toBeNull()
  })

  it.each([
    ['*://*/*', 'a.example', true],
    ['<all_urls>', 'a.example', true],
    ['https://*/*', 'a.example', true],
    ['*://*.blogspot.com/*', 'name.blogspot.com', true],
    ['*://*.blogspot.com/*', 'blogspot.com', true],
    ['*://*.blogspot.com/*', 'notblogspot.com', false],
    ['*://a.example/*', 'a.example:8080', true],
    ['*://a.example/*', 'b.a.example', false],
    ['file:///*', 'a.example', false],
  ])('pattern %s for %s: %s', (pattern, host, expected) => {
    expect(covers(pattern, host)).toBe(expected)
  })

  it('is on when it is granted and not switched off', () => {
    expect(isSiteOn('a.example', [patternOf('a.example')], [])).toBe(true)
    expect(isSiteOn('a.example', ['*://*/*'], ['a.example'])).toBe(false)
    expect(isSiteOn('a.example', [], [])).toBe(false)
  })
})
