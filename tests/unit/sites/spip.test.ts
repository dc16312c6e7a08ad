import { describe, expect, it } from 'vitest'
import { adapter, hint } from '@/utils/sites/spip'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

describe('the SPIP adapter', () => {
  it('claims nothing on a page that only has its places', () => {
    show(
      `<html><body><ul class="comments-ul"></ul><form><li><div class="forum-chapo">par Moi</div></li></form></body></html>`,
      'https://kettle.example/tea/',
    )
    expect(hint(document) && atOnce(adapter.read(document)).length > 0).toBe(false)
  })
})
