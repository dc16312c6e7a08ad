import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import '@/assets/page.css'
import { startSession } from './session'

export default defineUnlistedScript(() => startSession(document))
