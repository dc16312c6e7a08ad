import { describe, expect, it } from 'vitest'
import { adapter, hint } from '@/utils/sites/unknown/declared'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

describe('the declared structure adapter', () => {
  it('claims nothing on a page that only has its places', () => {
    show(
      `<html><body><div itemscope itemtype="https://schema.org/Comment"><p>Without a text of its own.</p></div></body></html>`,
      'https://kettle.example/tea/',
    )
    expect(hint(document) && atOnce(adapter.read(document)).length > 0).toBe(false)
  })
})
