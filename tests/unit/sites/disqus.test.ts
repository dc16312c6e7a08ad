import { describe, expect, it } from 'vitest'
import { adapter, hint } from '@/utils/sites/disqus'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

describe('the Disqus adapter', () => {
  it('claims nothing on a page that only has its places', () => {
    show(
      `<html><body><div id="disqus_thread"><ul id="dsq-comments"></ul></div><ul class="post-list"><li class="post">A post</li></ul></body></html>`,
      'https://kettle.example/tea/',
    )
    expect(hint(document) && atOnce(adapter.read(document)).length > 0).toBe(false)
  })
})
