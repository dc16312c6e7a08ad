import { describe, expect, it } from 'vitest'
import { adapter, hint } from '@/utils/sites/discourse'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

describe('the Discourse adapter', () => {
  it('claims nothing on a page that only has its places', () => {
    show(
      `<html><body><div class="topic-body crawler-post" id="post_1"><div class="crawler-post-meta"></div><div class="post">The topic.</div></div></body></html>`,
      'https://kettle.example/tea/',
    )
    expect(hint(document) && atOnce(adapter.read(document)).length > 0).toBe(false)
  })
})
