import { describe, expect, it } from 'vitest'
import { enhancements } from '@/utils/enhancements/common/registry'
import { arrangementNames } from '@/utils/thread/arrange'
import { bloggerPage, enhanced, press, sample } from './enhanced'

const choices = {
  clipped: ['c2', ''],
  services: { recallFolds: () => ['c1'], lastVisit: async () => '2026-03-01T10:15:00.000Z' },
}

describe('off', () => {
  it.each(enhancements.map(({ id }) => id))('leaves no trace of %s', async (id) => {
    const { html, before, off } = await enhanced(bloggerPage(sample), { ...choices, only: [id] })
    expect(html()).not.toBe(before)
    off()
    expect(html()).toBe(before)
  })

  it.each(arrangementNames)('leaves no trace of everything together, shown as %s', async (arrangement) => {
    const { page, html, before, off } = await enhanced(bloggerPage(sample), { ...choices, arrangement })
    press(document, 'Collapse all')
    page.arrangementName.value = 'newest'
    page.arrangementName.value = arrangement
    press(document, 'Next new')
    off()
    expect(html()).toBe(before)
  })

  it('gives an empty style and a foreign attribute back as they were', async () => {
    const markup = bloggerPage(sample).replace(
      'id="c4"',
      'id="c4" style="" tabindex="0" data-understory-new="theirs"',
    )
    const { html, before, off } = await enhanced(markup, choices)
    press(document, 'Next new')
    off()
    expect(html()).toBe(before)
  })
})
