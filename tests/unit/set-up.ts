import { beforeEach } from 'vitest'
import { fakeBrowser } from 'wxt/testing'

beforeEach(() => {
  fakeBrowser.reset()
})
