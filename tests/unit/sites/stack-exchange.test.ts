import { describe, expect, it } from 'vitest'
import { mayRead } from '@/utils/sites/common/may-read'
import { adapter, hint } from '@/utils/sites/shaped/stack-exchange'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

describe('the Stack Exchange adapter', () => {
  it('claims nothing on a page that only has its places', () => {
    show(
      `<html><body><div class="comments"><ul class="comments-list"></ul></div></body></html>`,
      'https://kettle.example/tea/',
    )
    expect(mayRead(hint, document) && atOnce(adapter.read(document)).length > 0).toBe(false)
  })
})
