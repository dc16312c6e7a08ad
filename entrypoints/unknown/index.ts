import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { bringAdapters } from '@/utils/sites/common/brought'
import { unknown } from '@/utils/sites/common/unknown'

/** Reading what no platform's adapter claims takes a quarter of the reader's weight: it comes where it is needed. */
export default defineUnlistedScript(() => bringAdapters('unknown', unknown))
