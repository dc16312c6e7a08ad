import { describe, expect, it } from 'vitest'
import { mayRead } from '@/utils/sites/common/may-read'
import { adapter, hint } from '@/utils/sites/unknown/declared'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

describe('the declared structure adapter', () => {
  it('claims nothing on a page that only has its places', () => {
    show(
      `<html><body><div itemscope itemtype="https://schema.org/Comment"><p>Without a text of its own.</p></div></body></html>`,
      'https://kettle.example/tea/',
    )
    expect(mayRead(hint, document) && atOnce(adapter.read(document)).length > 0).toBe(false)
  })

  it('does not take the post for a comment because a box in it is called so', () => {
    show(
      `<html><body><article class="h-entry"><a class="p-author" href="/">Pell</a><time class="dt-published" datetime="2025-02-01">1 February</time><div class="e-content"><p>The post.</p></div><div class="p-comment"><input id="show"></div></article></body></html>`,
      'https://kettle.example/tea/',
    )
    expect(atOnce(adapter.read(document))).toEqual([])
  })

  it('leaves comments alone of which none says whose it is', () => {
    const comment = (words: string) =>
      `<div itemscope itemtype="https://schema.org/Comment"><time itemprop="dateCreated" datetime="2025-02-01T10:00:00Z">1 February 2025 10:00</time><div itemprop="text"><p>${words}</p></div></div>`
    show(
      `<html><body><div>${comment('Above.')}${comment('Below.')}</div></body></html>`,
      'https://kettle.example/tea/',
    )
    expect(atOnce(adapter.read(document))).toEqual([])
  })
})
