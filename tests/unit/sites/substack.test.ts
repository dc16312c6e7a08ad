import { describe, expect, it } from 'vitest'
import { mayRead } from '@/utils/sites/common/may-read'
import { adapter, hint } from '@/utils/sites/shaped/substack'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

describe('the Substack adapter', () => {
  it('claims nothing on a page that only has its places', () => {
    show(
      `<html><body><div class="comment-list"><div class="comment-list-items"></div></div></body></html>`,
      'https://kettle.example/tea/',
    )
    expect(mayRead(hint, document) && atOnce(adapter.read(document)).length > 0).toBe(false)
  })
})
