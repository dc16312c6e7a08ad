import { describe, expect, it } from 'vitest'
import { adapter, hint } from '@/utils/sites/ghost'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

describe('the Ghost adapter', () => {
  it('claims nothing on a page that only has its places', () => {
    show(
      `<html><body><div data-testid="comment-component"></div><div id="ghost-comments-root"></div></body></html>`,
      'https://kettle.example/tea/',
    )
    expect(hint(document) && atOnce(adapter.read(document)).length > 0).toBe(false)
  })
})
