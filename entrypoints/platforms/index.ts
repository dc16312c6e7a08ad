import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { bringAdapters } from '@/utils/sites/common/brought'
import { platforms } from '@/utils/sites/common/platforms'

/** The adapters of all platforms but the one whose hosts are read without asking; they come where they are needed. */
export default defineUnlistedScript(() => bringAdapters('platforms', platforms))
