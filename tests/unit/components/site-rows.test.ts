import { describe, expect, it } from 'vitest'
import { siteRows } from '@/components/site-rows'

const own = '*://*.blogspot.com/*'
const brief = (granted: string[], off: string[]) =>
  siteRows(granted, off).rows.map(
    ({ host, isOn, isFixed }) => `${host}${isOn ? ' on' : ' off'}${isFixed ? ' fixed' : ''}`,
  )

describe('the list of sites', () => {
  it('begins with the platform’s own, then has what was allowed', () => {
    expect(brief([own, '*://heron.example/*'], [])).toEqual(['*.blogspot.com on fixed', 'heron.example on'])
  })

  it('shows what was switched off, allowed or not', () => {
    expect(brief([own, '*://heron.example/*'], ['heron.example', 'quiet.blogspot.com'])).toEqual([
      '*.blogspot.com on fixed',
      'heron.example off',
      'quiet.blogspot.com off fixed',
    ])
  })

  it('lets what was switched off be forgotten where nothing covers it any more', () => {
    expect(brief([own], ['heron.example'])).toEqual(['*.blogspot.com on fixed', 'heron.example off'])
    expect(brief([own, '*://*/*'], ['heron.example'])).toEqual([
      ...['*.blogspot.com on fixed', 'heron.example off fixed'],
    ])
  })

  it('shows what was taken back in the browser’s own settings', () => {
    const [platform, host] = siteRows(['https://quiet.blogspot.com/*'], []).rows
    expect(platform).toMatchObject({ isAllowed: false, isOn: false, isFixed: true })
    expect(host).toMatchObject({ host: 'quiet.blogspot.com', isAllowed: true, isFixed: false })
  })

  it('keeps every site’s line while all are allowed: without it, one that is off would be on', () => {
    const rows = brief([own, '*://*/*', '*://heron.example/*', '*://otter.example/*'], ['heron.example'])
    expect(rows.slice(1)).toEqual(['heron.example off fixed', 'otter.example on fixed'])
  })

  it('joins the permissions of one host, so that all are given back together', () => {
    const { rows } = siteRows(['http://heron.example/*', 'https://heron.example/*'], [])
    expect(rows[1]?.origins).toEqual(['http://heron.example/*', 'https://heron.example/*'])
  })

  it.each(['*://*/*', '<all_urls>'])('keeps %s apart: it is no site', (everywhere) => {
    const sites = siteRows([own, everywhere], [])
    expect(sites.everywhere).toEqual([everywhere])
    expect(sites.rows).toHaveLength(1)
  })
})
