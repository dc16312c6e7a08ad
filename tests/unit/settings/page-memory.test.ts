import { describe, expect, it } from 'vitest'
import { fakeBrowser } from 'wxt/testing'
import { forgetOldPages, recallPage, rememberPage, viewed } from '@/utils/settings/page-memory'

const at = (clock: string) => new Date(`2026-03-01T${clock}:00.000Z`)

describe('a visit', () => {
  it('that is the first shows nothing as new', () => {
    expect(viewed(undefined, at('10:00')).since).toBeNull()
  })

  it('shows what came since the last one', () => {
    const { visit } = viewed(undefined, at('10:00'))
    expect(viewed(visit, at('18:00')).since).toBe('2026-03-01T10:00:00.000Z')
  })

  it('within the same sitting keeps showing what was new when it began', () => {
    const morning = viewed(undefined, at('10:00')).visit
    const evening = viewed(morning, at('18:00')).visit
    const reload = viewed(evening, at('18:10'))
    expect(reload.since).toBe('2026-03-01T10:00:00.000Z')
    expect(viewed(reload.visit, at('18:30')).since).toBe('2026-03-01T10:00:00.000Z')
  })
})

describe('the memory of pages', () => {
  it('adds to what is known of a page', async () => {
    await rememberPage('https://a.example/1', { folds: ['c1'] })
    await rememberPage('https://a.example/1', { visit: { last: 'l', before: 'b' } })
    expect(await recallPage('https://a.example/1')).toMatchObject({ folds: ['c1'], visit: { last: 'l' } })
  })

  it('forgets the oldest pages beyond 2,000 and nothing else', async () => {
    const pages = Array.from({ length: 2005 }, (_, k) => [`page:https://a.example/${k}`, { at: k }])
    await fakeBrowser.storage.local.set({ ...Object.fromEntries(pages), 'site:a.example': {} })
    await forgetOldPages()
    const left = Object.keys(await fakeBrowser.storage.local.get(null))
    expect(left).toHaveLength(2001)
    expect(left).not.toContain('page:https://a.example/4')
    expect(left).toContain('page:https://a.example/5')
  })
})
