import { defineBackground } from 'wxt/utils/define-background'
import { browser } from '@/utils/browser'
import { forgetOldPages } from '@/utils/settings/page-memory'
import { registerClipHandlers } from './clip-handlers'
import { registerPrivateClips } from './private-clips'
import { registerSiteHandlers } from './site-handlers'

export default defineBackground(() => {
  registerClipHandlers()
  registerPrivateClips()
  registerSiteHandlers()
  browser.runtime.onStartup.addListener(() => {
    forgetOldPages().catch(console.error)
  })
})
