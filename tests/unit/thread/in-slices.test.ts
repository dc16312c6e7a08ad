import { describe, expect, it } from 'vitest'
import { atOnce, inSlices } from '@/utils/thread/in-slices'

function* count(to: number): Generator<void, number> {
  for (let k = 0; k < to; k++) yield
  return to
}

describe('work in slices', () => {
  it('comes to the same end as work at once', async () => {
    expect(atOnce(count(10))).toBe(10)
    expect(await inSlices(count(100_000), new AbortController().signal)).toBe(100_000)
  })

  it('stops between two slices when it is aborted', async () => {
    const controller = new AbortController()
    let steps = 0
    const endless = (function* (): Generator<void, void> {
      for (;;) {
        if (++steps === 1000) controller.abort(new Error('enough'))
        yield
      }
    })()
    await expect(inSlices(endless, controller.signal)).rejects.toThrow('enough')
  })
})
